"""The numbers of three digits that are meant as status codes in a typed query."""

import re
from collections.abc import Callable
from typing import NamedTuple

from statusref.search.understanding.number_contexts import (
    CELL_BEFORE,
    CELL_BEHIND,
    CLASS_BEHIND,
    COMMIT_PREFIX,
    FOREIGN_BEFORE,
    GLUED_BEFORE,
    GLUED_BEHIND,
    HTTP_BEFORE,
    HTTP_BEHIND,
    LIST_BEFORE,
    LIST_BEHIND,
    NEVER_BEFORE,
    NEVER_BEHIND,
    PLURAL,
    REACH,
)

_NUMBER = re.compile(r"(?<![0-9])[0-9]{3}(?![0-9])")
MOST = 64
"""Codes of one query that are looked at."""


class Mention(NamedTuple):
    """A number that is meant as a code, or as a class: ``400번대``. ``start`` and ``end`` are its half-open span."""

    code: int
    start: int
    end: int
    is_class: bool = False


class Mentions:
    """Finds mentions.

    ``is_known`` says whether an entry has a number, ``is_called`` whether a word (small letters) belongs to a number:
    ``notfound`` to 404. ``frames`` says whether a word only frames a question.
    """

    def __init__(
        self, is_known: Callable[[int], bool], is_called: Callable[[int, str], bool], frames: Callable[[str], bool]
    ) -> None:
        self._is_known = is_known
        self._is_called = is_called
        self._frames = frames

    def find(self, text: str) -> list[Mention]:
        """Return the first ``MOST`` mentions in ``text``, in order. A number that no entry has needs words of HTTP.

        The Latin letters of ``text`` are small.
        """
        found = []
        for number in _NUMBER.finditer(text):
            mention = self._mention(text, number.start(), number.end())
            if mention is not None:
                found.append(mention)
                if len(found) == MOST:
                    break
        return found

    def _mention(self, text: str, start: int, end: int) -> Mention | None:
        code = int(text[start:end])
        before = text[max(0, start - REACH) : start]
        if text[start + 1 : end] == "00" and CLASS_BEHIND.match(text, end):
            return Mention(code, start, end, is_class=True)
        is_http = HTTP_BEFORE.search(before) is not None
        if not (self._is_usual(code) or is_http or self._is_unusual(code, text, end) or self._is_alone(text)):
            return None
        if not self._may_stand_behind(before, is_http=is_http, at_start=len(before) == start):
            return None
        if CELL_BEFORE.search(before) and CELL_BEHIND.match(text, end):
            return None
        return Mention(code, start, end) if self._may_stand_before(code, text, end) else None

    def _is_usual(self, code: int) -> bool:
        return 100 <= code <= 599 and self._is_known(code)

    def _is_unusual(self, code: int, text: str, end: int) -> bool:
        """Whether this is a vendor's number above 599 with a word of HTTP after it."""
        return self._is_known(code) and HTTP_BEHIND.match(text, end) is not None

    @staticmethod
    def _may_stand_behind(before: str, *, is_http: bool, at_start: bool) -> bool:
        if FOREIGN_BEFORE.search(before):
            return False
        if is_http or GLUED_BEFORE.search(before) or LIST_BEFORE.search(before):
            return True
        if NEVER_BEFORE.search(before):
            return at_start and COMMIT_PREFIX.fullmatch(before) is not None
        return True

    def _may_stand_before(self, code: int, text: str, end: int) -> bool:
        if LIST_BEHIND.match(text, end):
            return True
        if NEVER_BEHIND.match(text, end):
            return False
        glued = GLUED_BEHIND.match(text, end)
        if glued is None:
            return True
        word = glued[1]
        return word == PLURAL or self._is_called(code, word)

    def _is_alone(self, text: str) -> bool:
        """Whether ``text`` has nothing but such numbers and framing words."""
        return all(map(self._frames, _NUMBER.sub(" ", text).split()))
