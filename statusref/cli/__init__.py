"""The command line: the parser, the commands that print, pages as text and as JSON. Never imports PySide6."""
