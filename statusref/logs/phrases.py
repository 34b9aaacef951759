"""The phrases of status codes, found beside a number in any spelling: ``Not Found``, ``NOT_FOUND``, ``NotFound``."""

import re
from collections.abc import Iterable

from statusref.domain.catalogue import Catalogue
from statusref.logs.lazy_pattern import LazyPattern

_WORD = re.compile(r"[a-z0-9']+")
_BETWEEN = rb"[\s:|.,\-_)(\[\]>\"'=/]{0,8}"
_END = rb"(?![a-z])"
_PLAIN = frozenset(
    {"ok", "found", "created", "accepted", "gone", "conflict", "locked", "continue", "processing", "unused"}
)
"""Words that say nothing of HTTP by themselves: they only count beside their own code."""


class Phrases:
    """Every phrase of the catalogue, the former ones and those of vendors."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.known = frozenset(entry.code for entry in catalogue.entries)
        own: dict[int, set[str]] = {}
        for entry in catalogue.entries:
            names = (entry.phrase, *(name.phrase for name in (*entry.former, *entry.other_names)))
            own.setdefault(entry.code, set()).update(filter(None, map(_pattern, names)))
        every = {pattern for patterns in own.values() for pattern in patterns} - _PLAIN
        self.after_any = LazyPattern(_BETWEEN + _choice(every) + _END)
        self._after = {code: LazyPattern(_BETWEEN + _choice(own[code]) + _END) for code in own}
        self._before = {
            code: LazyPattern(rb"(?<![a-z])" + _choice(own[code]) + _BETWEEN + rb"(?:hap|http)?\Z") for code in own
        }

    def follows(self, code: int, line: bytes, end: int) -> bool:
        """Whether ``line`` (in small letters) goes on with a phrase at ``end``: that of ``code``, or a telling one."""
        # Beside a number that no entry has, a phrase says nothing: ``(110: Connection timed out)`` is an errno.
        own = self._after.get(code)
        return own is not None and bool(own.match(line, end) or self.after_any.match(line, end))

    def precedes(self, code: int, before: bytes) -> bool:
        """Whether ``before``, the small letters up to a number, end with a phrase of ``code``."""
        own = self._before.get(code)
        return bool(own and own.search(before))


def _pattern(phrase: str) -> str:
    r"""``I'm a teapot`` → ``i'?m[\s_-]*a[\s_-]*teapot``."""
    words = _WORD.findall(phrase.lower())
    return r"[\s_-]*".join(word.replace("'", "'?") for word in words)


def _choice(patterns: Iterable[str]) -> bytes:
    return b"(?:" + "|".join(sorted(patterns, key=len, reverse=True)).encode() + b")"
