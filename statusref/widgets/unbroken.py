"""Keeps together on a line what is one word to the reader: ``Retry-After``, ``HTTP/1.1``, ``200 OK``.

The document of a page holds characters for it that nobody sees. What leaves the page must not hold them.
"""

import re

JOINER = "\u2060"
"""Forbids a line break where it stands; it has no width."""
_SPACE = "\u00a0"
"""A space without a line break. Qt makes a plain one of it where text is copied or found."""
_LONGEST = 32
"""Longer words of code may break: they would leave much of the line before them empty."""

# Compiled by ``re`` when first used: the first page has no code.
_IN_PROSE = r"(?<=[A-Za-z0-9]-)(?=[A-Z])|(?<=HTTP/)(?=\d)|(?<=\b[1-5]\d\d) (?=[A-Z])|(?<=RFC) (?=\d)"
_IN_CODE = r"(?<=[-/])(?=\w)"


def unbroken(text: str, *, code: bool = False) -> str:
    """Return ``text`` with what holds its words together; ``code`` also holds paths and names in small letters."""
    if code:
        words = text.split(" ")
        text = " ".join(re.sub(_IN_CODE, JOINER, word) if len(word) <= _LONGEST else word for word in words)
    return re.sub(_IN_PROSE, _hold, text)


def plain(text: str) -> str:
    """Return text of a page as it was before ``unbroken``."""
    return text.replace(JOINER, "").replace(_SPACE, " ")


def _hold(found: re.Match[str]) -> str:
    return _SPACE if found[0] else JOINER
