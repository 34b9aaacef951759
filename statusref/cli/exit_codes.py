"""The exit codes of the program, one meaning each."""

OK = 0
NOTHING = 1
"""There is no such entry, nothing was found, or the output could not be written."""
USAGE = 2
NO_DISPLAY = 3
RESOURCES = 4
"""A resource file is missing or damaged."""
INTERRUPTED = 130
"""Ended by Ctrl+C: 128 + SIGINT, as shells report it."""
