"""The command line: parser, commands that print, rendering to text and JSON. Never imports PySide6."""
