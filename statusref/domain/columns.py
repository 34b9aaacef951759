"""How much room a text takes in a terminal, and how it is broken into lines."""

from unicodedata import east_asian_width


def columns(text: str) -> int:
    """Return how many terminal columns ``text`` takes: two for a wide character such as a Hangul syllable, else one."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def wrapped(text: str, width: int | None, indent: int = 0) -> list[str]:
    """Break ``text`` at spaces into lines of at most ``width`` columns, indented by ``indent`` from the second on.

    A word that is longer than ``width`` gets a line of its own. With ``width`` None nothing is broken.
    """
    if width is None or columns(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        length = columns(word)
        if line.strip() and used + 1 + length > width:
            lines.append(line)
            line, used = " " * indent + word, indent + length
        elif line:
            line, used = f"{line} {word}", used + 1 + length
        else:
            line, used = word, length
    return [*lines, line]
