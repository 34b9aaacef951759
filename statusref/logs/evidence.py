"""Reads one line of a log or an error message: which numbers in it are status codes, and which are of upstreams."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.logs.answer import Answer
from statusref.logs.evidence_rules import (
    BARE_CODE,
    CERTAIN,
    CODE_COUNTS,
    COLOURS,
    COUNTED,
    EXPECTED,
    FOREIGN,
    HINTS,
    HTTP_WORDS,
    LETTER,
    LIKELY,
    LIKELY_BEHIND,
    METHOD,
    METHOD_ALONE,
    METHOD_URL,
    NEVER_BEFORE,
    NUMBER,
    PATTERNS,
    PROXY_FLAGS,
    UPSTREAM,
    URL_BEHIND,
)
from statusref.logs.line_layouts import UNDATED, read_laid_out
from statusref.logs.phrases import Phrases
from statusref.logs.times import ANYWHERE

_WINDOW = 64
"""How many bytes before a number are examined."""
_LONGEST_URL = 2000
_LONG = 4096
"""A longer line counts as a whole document: see ``_Line.is_long``."""
_NEAR = 10
"""Without a method in the line, a number is a code only if a letter is within this many bytes: evidence is words."""
_SHORTEST = len("HTTP 404")
_HEAD = 200
"""How many bytes at the beginning of a line are searched for its time."""
_STANDS_ALONE = frozenset(b" \t\"'[](){}<>|,;")


def without_colours(text: bytes) -> bytes:
    """Return ``text`` without the ANSI codes for colours."""
    return COLOURS.sub(b"", text)


def candidate_lines(block: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a block that may have codes: their numbers in the block, from 0, and their bytes."""
    if CODE_COUNTS.search(block):
        yield from enumerate(block.split(b"\n"))
        return
    number = end = 0
    for match in NUMBER.finditer(block):
        if match.start() < end:
            continue
        start = block.rfind(b"\n", end, match.start()) + 1 or end
        number += block.count(b"\n", end, start)
        end = block.find(b"\n", start) + 1 or len(block) + 1
        yield number, block[start : end - 1]
        number += 1


class _Found:
    """The numbers of one line, grouped by the reason why they may be codes, in written order.

    ``certain``: behind a key such as ``status=``, beside its phrase, or beside a request. ``upstream``: behind a key of
    a server behind a proxy. ``likely``: behind a word such as "returned". ``bare``: behind the key ``code``. ``alone``:
    without a reason, but between spaces or quotes in a line with a method.
    """

    __slots__ = ("alone", "bare", "certain", "likely", "upstream")

    def __init__(self) -> None:
        self.certain: list[int] = []
        self.upstream: list[int] = []
        self.likely: list[int] = []
        self.bare: list[int] = []
        self.alone: list[int] = []


class _Line(NamedTuple):
    """A line as written (``text``) and in lower case (``small``), and what was found in it.

    ``is_long``: it is a document rather than a line. Once a code is certain, its other places are skipped.
    """

    text: bytes
    small: bytes
    has_method: bool
    has_hint: bool
    is_long: bool


class LineReader:
    """Reads lines. Uses the codes and phrases of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.known = frozenset(entry.code for entry in catalogue.entries)

    @cached_property
    def _phrases(self) -> Phrases:
        """Made for the first line that has a number and no layout."""
        return Phrases(self._catalogue)

    def prepare(self) -> Iterator[None]:
        """Compile the patterns that a typed line needs. Yields after each one, which takes about 4 ms at most."""
        for pattern in (*PATTERNS, *UNDATED):
            pattern.compile()
            yield

    def read_text(self, text: str) -> Answer:
        """Read pasted text line by line. Return the codes of all lines, each once, in order; no times and paths."""
        if len(text) < _SHORTEST:
            return Answer()
        answers = [self.read(line) for line in without_colours(text.encode("utf-8", "replace")).splitlines()]
        codes, upstream, unsure = (
            tuple(dict.fromkeys(code for answer in answers for code in answer[place])) for place in range(3)
        )
        return Answer(codes, upstream, unsure)

    def read(self, line: bytes, passed_over: AbstractSet[int] = frozenset()) -> Answer:
        """Read one line in UTF-8. The answer is empty if there is no evidence of a status code.

        ``passed_over`` are codes to ignore, because earlier parts of the same line had them.
        """
        if found := CODE_COUNTS.search(line):
            return Answer(tuple(int(part.partition(b":")[0]) for part in found[1].split()))
        if NUMBER.search(line) is None:
            return Answer()
        if laid_out := read_laid_out(line):
            return laid_out
        small = line.lower()
        answer = (b"expect" in small and _expected_and_actual(small)) or self._by_reasons(line, small, passed_over)
        if not answer.in_order:
            return answer
        time = ANYWHERE.search(line, 0, _HEAD)
        return answer._replace(time=time[0] if time else b"", path=_path(line))

    def _by_reasons(self, line: bytes, small: bytes, passed_over: AbstractSet[int]) -> Answer:
        found = _Found()
        seen = _Line(line, small, METHOD.search(line) is not None, HINTS.search(small) is not None, len(line) > _LONG)
        for match in NUMBER.finditer(line):
            start, end = match.span()
            code = int(match[0])
            if code in passed_over or (seen.is_long and code in found.certain):
                continue
            before = small[max(0, start - _WINDOW) : start]
            reason = self._reason(code, seen, before, start, end, found)
            if reason is not None and not NEVER_BEFORE.search(before) and not COUNTED.match(line, end):
                reason.append(code)
        return _weighed(found, small)

    def _reason(self, code: int, seen: _Line, before: bytes, start: int, end: int, found: _Found) -> list[int] | None:
        """Return the list of ``found`` to which a number must be added, or None."""
        line, small, has_method, has_hint, is_long = seen
        if (is_long or not has_method) and not LETTER.search(small, max(0, start - _NEAR), end + _NEAR):
            return None
        if has_hint and UPSTREAM.search(before):
            return found.upstream
        if (has_hint and CERTAIN.search(before)) or self._is_beside_phrase(code, line, small, before, end):
            return found.certain
        if code not in self.known or small[end : end + 1].isalnum() or before[-1:].isalnum():
            return None
        return _lesser_reason(seen, before, start, end, found)

    def _is_beside_phrase(self, code: int, line: bytes, small: bytes, before: bytes, end: int) -> bool:
        if self._phrases.precedes(code, before):
            return True
        return not before[-1:].isalnum() and bool(
            self._phrases.follows(code, small, end) or PROXY_FLAGS.match(line, end)
        )


def _lesser_reason(seen: _Line, before: bytes, start: int, end: int, found: _Found) -> list[int] | None:
    """Return the list of ``found`` for a known code that has no certain key and no phrase beside it, or None."""
    if seen.has_method and _is_beside_url(seen.text, start, end):
        return found.certain
    if LIKELY.search(before) or LIKELY_BEHIND.match(seen.small, end):
        return found.likely
    if seen.has_hint and BARE_CODE.search(before):
        return found.bare
    return found.alone if seen.has_method and _stands_alone(seen.text, start, end) else None


def _weighed(found: _Found, small: bytes) -> Answer:
    """Choose the codes with the strongest evidence. Weaker evidence counts only if there is nothing stronger."""
    if found.certain or found.upstream:
        # With upstream codes only, a likely one may be what the client got: us=502 returned 503.
        return _answer(found.certain or found.likely, found.upstream)
    if not (found.likely or found.bare or found.alone) or FOREIGN.search(small):
        return Answer()
    if found.likely:
        return _answer(found.likely)
    if found.bare:
        return _answer(found.bare) if HTTP_WORDS.search(small) else Answer(unsure=_once(found.bare))
    return _answer(found.alone) if len(set(found.alone)) == 1 else Answer(unsure=_once(found.alone))


def _expected_and_actual(small: bytes) -> Answer | None:
    found = EXPECTED.search(small)
    if found is None or NEVER_BEFORE.search(small[: found.start("expected")]):
        return None
    return Answer((int(found["expected"]), int(found["actual"])))


def _answer(codes: list[int], upstream: Sequence[int] = ()) -> Answer:
    return Answer(_once(codes), _once(upstream))


def _once(codes: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(codes))


def _is_beside_url(line: bytes, start: int, end: int) -> bool:
    """Whether method and URL stand before the number, or around it: ``GET /x 404``, ``GET 403 https://…``."""
    before = line[max(0, start - _LONGEST_URL) : start]
    return bool(METHOD_URL.search(before) or (METHOD_ALONE.search(before[-_WINDOW:]) and URL_BEHIND.match(line, end)))


def _stands_alone(line: bytes, start: int, end: int) -> bool:
    return (start == 0 or line[start - 1] in _STANDS_ALONE) and (end == len(line) or line[end] in _STANDS_ALONE)


def _path(line: bytes) -> bytes:
    found = METHOD.search(line)
    if found is None:
        return b""
    words = line[found.end() : found.end() + _LONGEST_URL].split(None, 2)
    return next((word.strip(b"\"'") for word in words[:2] if word.lstrip(b"\"'").startswith((b"/", b"http"))), b"")
