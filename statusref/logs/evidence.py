"""Reads one line of a log or of an error message: which numbers in it are status codes, and whose."""

from enum import Enum, auto

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
    LIKELY,
    LIKELY_BEHIND,
    METHOD,
    METHOD_ALONE,
    METHOD_URL,
    NEVER_BEFORE,
    NUMBER,
    PROXY_FLAGS,
    UPSTREAM,
    URL_BEHIND,
)
from statusref.logs.line_layouts import read_laid_out
from statusref.logs.phrases import Phrases
from statusref.logs.times import ANYWHERE

_WINDOW = 64
"""Bytes before a number that are looked at."""
_LONGEST_URL = 2000
_HEAD = 200
"""Where in a line its time is looked for."""
_STANDS_ALONE = frozenset(b" \t\"'[](){}<>|,;")


class _Reason(Enum):
    """Why a number may be a code, the better ones first."""

    CERTAIN = auto()
    UPSTREAM = auto()
    LIKELY = auto()
    BARE_CODE = auto()


class LineReader:
    """Reads lines, with the phrases of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._phrases = Phrases(catalogue)
        self.known = self._phrases.known

    def read_text(self, text: str) -> Answer:
        """Return what pasted text says, line for line and in order."""
        data = COLOURS.sub(b"", text.encode("utf-8", "replace"))
        answers = [self.read(line) for line in data.splitlines()]
        codes, upstream, unsure = (
            tuple(dict.fromkeys(code for answer in answers for code in answer[place])) for place in range(3)
        )
        return Answer(codes, upstream, unsure)

    def read(self, line: bytes) -> Answer:
        """Return what one line in UTF-8 says; nothing if there is no evidence of a status code in it."""
        if b"\x1b" in line:
            line = COLOURS.sub(b"", line)
        if found := CODE_COUNTS.search(line):
            return Answer(tuple(int(part.partition(b":")[0]) for part in found[1].split()))
        if NUMBER.search(line) is None:
            return Answer()
        if laid_out := read_laid_out(line):
            return laid_out
        small = line.lower()
        answer = _expected_and_actual(small) or self._by_reasons(line, small)
        if not answer.in_order:
            return answer
        time = ANYWHERE.search(line, 0, _HEAD)
        return answer._replace(time=time[0] if time else b"", path=_path(line))

    def _by_reasons(self, line: bytes, small: bytes) -> Answer:
        found: dict[_Reason, list[int]] = {reason: [] for reason in _Reason}
        alone: list[int] = []
        has_method = METHOD.search(line) is not None
        has_hint = HINTS.search(small) is not None
        for match in NUMBER.finditer(line):
            start, end = match.span()
            code = int(match[0])
            before = small[max(0, start - _WINDOW) : start]
            reason = self._reason(code, line, small, before, end, has_hint=has_hint)
            if has_method and reason in {None, _Reason.LIKELY} and _is_beside_url(line, start, end):
                reason = _Reason.CERTAIN if code in self.known else None
            if reason in {_Reason.LIKELY, _Reason.BARE_CODE} and (
                code not in self.known or COUNTED.match(line, end) or FOREIGN.search(small)
            ):
                continue
            if reason is not None:
                if not NEVER_BEFORE.search(before):
                    found[reason].append(code)
            elif has_method and code in self.known and _stands_alone(line, start, end):
                alone.append(code)
        codes = found[_Reason.CERTAIN] or found[_Reason.LIKELY]
        upstream = found[_Reason.UPSTREAM]
        if codes or upstream:
            return _answer(codes, upstream)
        bare = found[_Reason.BARE_CODE]
        if bare and HTTP_WORDS.search(small):
            return _answer(bare)
        if alone and not FOREIGN.search(small):
            return _answer(alone) if len(set(alone)) == 1 else _answer((), unsure=alone)
        return _answer((), unsure=bare)

    def _reason(self, code: int, line: bytes, small: bytes, before: bytes, end: int, *, has_hint: bool) -> _Reason | None:
        """Return the best reason to take a number for a code, or None."""
        if has_hint:
            if UPSTREAM.search(before):
                return _Reason.UPSTREAM
            if CERTAIN.search(before):
                return _Reason.CERTAIN
        if self._phrases.precedes(code, before):
            return _Reason.CERTAIN
        if before[-1:].isalnum():
            return None
        if self._phrases.follows(code, small, end) or PROXY_FLAGS.match(line, end):
            return _Reason.CERTAIN
        if small[end : end + 1].isalnum():
            return None
        if LIKELY.search(before) or LIKELY_BEHIND.match(small, end):
            return _Reason.LIKELY
        return _Reason.BARE_CODE if BARE_CODE.search(before) else None


def _expected_and_actual(small: bytes) -> Answer | None:
    found = EXPECTED.search(small)
    if found is None or NEVER_BEFORE.search(small[: found.start("expected")]):
        return None
    return Answer((int(found["expected"]), int(found["actual"])))


def _answer(codes: list[int] | tuple[()], upstream: list[int] | None = None, unsure: list[int] | None = None) -> Answer:
    return Answer(*(tuple(dict.fromkeys(some or ())) for some in (codes, upstream, unsure)))


def _is_beside_url(line: bytes, start: int, end: int) -> bool:
    """Whether a request stands before the number or around it: ``GET /x 404``, ``GET 403 https://…``."""
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
