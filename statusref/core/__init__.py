"""What lives without a window: the library, the search, the user's data and study. No Qt."""
