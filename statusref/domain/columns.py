"""How much room a text takes in a terminal."""

from unicodedata import east_asian_width


def columns(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes: two for a Hangul syllable."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
