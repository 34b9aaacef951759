"""What each page contains and in which order, but not how it looks. Window, terminal and exports print it."""
