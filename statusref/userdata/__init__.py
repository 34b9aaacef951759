"""What the user made, in one SQLite file: bookmarks, recent codes, memos, study. Only opening it imports sqlite3."""
