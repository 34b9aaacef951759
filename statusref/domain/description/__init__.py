"""What each page holds and in which order, without saying how it looks. Window, terminal and files print it."""
