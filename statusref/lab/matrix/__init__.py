"""What a client does with redirects: addresses to ask, what came in there, and the table of it."""
