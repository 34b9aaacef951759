"""What the program has without a window, too: library, search, user data and study. No Qt."""
