"""Prevents line breaks inside ``Retry-After``, ``HTTP/1.1``, ``200 OK``, which people read as one word.

For this, the document of a page contains invisible characters. Text that leaves the page must not contain them.
"""

import re

JOINER = "\u2060"
"""A character without width that forbids a line break at its place."""
_SPACE = "\u00a0"
"""A space that forbids a line break. Qt turns it into a plain space when text is copied or searched."""
_LONGEST = 32
"""Longer words in code may be broken: otherwise they would leave much of the line before them empty."""

# Texts, which ``re`` compiles at the first use: the first page has no code.
_IN_PROSE = r"(?<=[A-Za-z0-9]-)(?=[A-Z])|(?<=HTTP/)(?=\d)|(?<=\b[1-5]\d\d) (?=[A-Z])|(?<=RFC) (?=\d)"
_IN_CODE = r"(?<=[-/])(?=\w)"


def unbroken(text: str, *, code: bool = False) -> str:
    """Return ``text`` with the characters that forbid line breaks; with ``code``, paths and lower-case names too."""
    if code:
        words = text.split(" ")
        text = " ".join(re.sub(_IN_CODE, JOINER, word) if len(word) <= _LONGEST else word for word in words)
    return re.sub(_IN_PROSE, _hold, text)


def plain(text: str) -> str:
    """Undo ``unbroken``: return text of a page without its invisible characters."""
    return text.replace(JOINER, "").replace(_SPACE, " ")


def _hold(found: re.Match[str]) -> str:
    return _SPACE if found[0] else JOINER
