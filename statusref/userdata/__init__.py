"""The user data, in one SQLite file: bookmarks, recent entries, memos, study. Only opening it imports sqlite3."""
