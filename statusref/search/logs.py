"""Counts the status codes in pasted or dropped text, in slices that keep the window responsive."""

from collections.abc import Iterator
from time import perf_counter

from statusref.search.log_formats import codes_at, log_pattern

_BLOCK = 2 * 1024
"""Characters that are read at once; this takes well under a millisecond."""
_OVERLAP = 2 * 1024
"""Characters by which a match of the pattern may end behind the block in which it starts."""


class LogReader:
    """Reads text piece by piece and counts in how many lines each code stands. A line may continue in the next piece.

    Only the counts are kept, and the unfinished last line until it is read.
    """

    def __init__(self) -> None:
        log_pattern()
        self._counts: dict[int, int] = {}
        self._carried = ""
        self.lines = 0

    @property
    def counts(self) -> tuple[tuple[int, int], ...]:
        """Pairs of a code and the number of lines it stands in, the most frequent first, then by code."""
        return tuple(sorted(self._counts.items(), key=lambda item: (-item[1], item[0])))

    def feed(self, text: str, budget_ms: float = 2.0) -> Iterator[None]:
        """Read ``text``, yielding whenever about ``budget_ms`` milliseconds have passed.

        An unfinished last line is kept until the next piece or ``finish``.
        """
        start = 0
        if self._carried:
            start = text.find("\n") + 1 or len(text)
            first = self._carried + text[:start]
            self._carried = ""
            if not first.endswith("\n") and len(first) < _BLOCK:
                self._carried = first
                return
            yield from self._read(first, 0, len(first), budget_ms)
        end = text.rfind("\n") + 1
        if len(text) - max(start, end) > _BLOCK:
            end = len(text)
        end = max(end, start)
        yield from self._read(text, start, end, budget_ms)
        self._carried = text[end:]

    def finish(self) -> None:
        """Read the unfinished last line."""
        last, self._carried = self._carried, ""
        for _ in self._read(last, 0, len(last), float("inf")):
            pass

    def _read(self, text: str, start: int, end: int, budget_ms: float) -> Iterator[None]:
        deadline = perf_counter() + budget_ms / 1000
        seen: set[int] = set()
        line_end = start
        while start < end:
            stop = min(start + _BLOCK, end)
            newline = text.rfind("\n", start, stop)
            if newline >= 0:
                stop = newline + 1
            for place, code in codes_at(text, start, min(stop + _OVERLAP, end) if newline < 0 else stop):
                if place >= stop:
                    break
                if place >= line_end:
                    seen.clear()
                    line_end = text.find("\n", place, end) + 1 or end
                if code not in seen:
                    seen.add(code)
                    self._counts[code] = self._counts.get(code, 0) + 1
            self.lines += text.count("\n", start, stop)
            start = stop
            if perf_counter() >= deadline:
                yield
                deadline = perf_counter() + budget_ms / 1000
        if end and text[end - 1] != "\n":
            self.lines += 1
