"""The phrases of status codes, found beside a number in any spelling: ``Not Found``, ``NOT_FOUND``, ``NotFound``."""

import re
from collections.abc import Iterable

from statusref.domain.catalogue import Catalogue
from statusref.logs.lazy_pattern import LazyPattern

_WORD = re.compile(r"[a-z0-9']+")
_BETWEEN = rb"[\s:|.,\-_)(\[\]>\"'=/]{0,8}"
_END = rb"(?![a-z])"
_FIRST_LETTERS = re.compile(_BETWEEN + rb"([a-z0-9])[\s_'-]*([a-z0-9])[\s_'-]*([a-z0-9])")
_PLAIN = frozenset(
    {"ok", "found", "created", "accepted", "gone", "conflict", "locked", "continue", "processing", "unused"}
)
"""Phrases that are everyday words: they are evidence only beside their own code."""


class Phrases:
    """Every phrase of the catalogue, with the former ones and those of vendors."""

    def __init__(self, catalogue: Catalogue) -> None:
        own: dict[int, set[str]] = {}
        for entry in catalogue.entries:
            names = (entry.phrase, *(name.phrase for name in (*entry.former, *entry.other_names)))
            own.setdefault(entry.code, set()).update(filter(None, map(_pattern, names)))
        # One pattern for each three first letters: a single one takes 0.3 s to compile for a hundred times the
        # catalogue.
        alike: dict[str, set[str]] = {}
        for pattern in set().union(*own.values()) - _PLAIN:
            alike.setdefault(_letters(pattern), set()).add(pattern)
        self._after_any = {
            letters.encode(): LazyPattern(_BETWEEN + _choice(some) + _END) for letters, some in alike.items()
        }
        self._after = {code: LazyPattern(_BETWEEN + _choice(own[code]) + _END) for code in own}
        self._before = {
            code: LazyPattern(rb"(?<![a-z])" + _choice(own[code]) + _BETWEEN + rb"(?:hap|http)?\Z") for code in own
        }

    def follows(self, code: int, line: bytes, end: int) -> bool:
        """Whether ``line`` (in lower case) continues at ``end`` with a phrase.

        It must be a phrase of ``code``, or any phrase that is not an everyday word.
        """
        # Beside a number that no entry has, a phrase is no evidence: ``(110: Connection timed out)`` is an errno.
        own = self._after.get(code)
        return own is not None and bool(own.match(line, end) or self._follows_any(line, end))

    def _follows_any(self, line: bytes, end: int) -> bool:
        letters = _FIRST_LETTERS.match(line, end)
        alike = None if letters is None else self._after_any.get(b"".join(letters.groups()))
        return alike is not None and alike.match(line, end) is not None

    def precedes(self, code: int, before: bytes) -> bool:
        """Whether ``before``, the lower-case text before a number, ends with a phrase of ``code``."""
        own = self._before.get(code)
        return bool(own and own.search(before))


def _pattern(phrase: str) -> str:
    r"""``I'm a teapot`` → ``i'?m[\s_-]*a[\s_-]*teapot``."""
    words = _WORD.findall(phrase.lower())
    return r"[\s_-]*".join(word.replace("'", "'?") for word in words)


def _letters(pattern: str) -> str:
    """Return the first three letters of the text that a pattern matches. All phrases outside ``_PLAIN`` have three."""
    return re.sub(r"\[.*?]\*|'\?", "", pattern)[:3]


def _choice(patterns: Iterable[str]) -> bytes:
    return b"(?:" + "|".join(sorted(patterns, key=len, reverse=True)).encode() + b")"
