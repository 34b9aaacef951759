"""Whether a client tries again: addresses that fail, when they were asked, and the table of it."""
