"""Counts the codes that layouts and ``LineReader`` find. Its memory does not grow with the log."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from statusref.logs.answer import Answer
from statusref.logs.bounded_counts import BoundedCounts
from statusref.logs.layout import Rows
from statusref.logs.line_layouts import codes_of
from statusref.logs.minutes import Minutes
from statusref.logs.path_shapes import shapes_of
from statusref.logs.report import CodeReport, PathCount, Place, Unsure
from statusref.logs.times import iso_time, parsed
from statusref.logs.who_answered import answered_alone, is_telling

K = TypeVar("K", bound=Hashable)

_PATHS = 3
"""How many paths are reported for a code."""
_UNSURE = 20
"""How many unsure numbers are reported."""
_SHOWN = 300
"""How many bytes of the line of an unsure number are shown."""


class _Spot:
    """The line in which a code was seen, with its time as written."""

    __slots__ = ("file", "line", "time")

    def __init__(self, file: str, line: int, time: bytes) -> None:
        self.file = file
        self.line = line
        self.time = time

    def precedes(self, other: "_Spot") -> bool:
        return self.file == other.file and self.line < other.line

    def place(self) -> Place:
        text = self.time.decode("utf-8", "replace")
        return Place(self.file, self.line, iso_time(text) if text else None)


class Tally:
    """Without ``details``, only the codes are counted: no places, times, paths, flags and upstream codes."""

    def __init__(self, *, details: bool = True) -> None:
        self._details = details
        self.counts: Counter[int] = Counter()
        self.upstream: Counter[tuple[int, int]] = Counter()
        self.unsure: list[Unsure] = []
        self._alone: Counter[int] = Counter()
        self._flags: BoundedCounts[tuple[int, str]] = BoundedCounts()
        self._first: dict[int, _Spot] = {}
        self._last: dict[int, _Spot] = {}
        self._paths: defaultdict[int, BoundedCounts[bytes]] = defaultdict(BoundedCounts)
        self._minutes = Minutes()

    def add_rows(self, rows: Rows, file: str, first_line: int) -> None:
        """Count the lines of a block that fit a layout."""
        counts = _counted(rows.codes, rows.weights)
        del counts[b""]
        for code, count in counts.items():
            self.counts[int(code)] += count
        if not self._details:
            return
        self._add_places(rows, counts, file, first_line)
        self._add_others(rows)
        self._add_times_and_paths(rows)

    def _add_places(self, rows: Rows, counts: Counter[bytes], file: str, first_line: int) -> None:
        codes = list(rows.codes)
        backwards = codes[::-1]
        for code in counts:
            number = int(code)
            if number not in self._first:
                place = codes.index(code)
                self._first[number] = _Spot(file, first_line + rows.lines[place], rows.times[place])
            place = len(codes) - 1 - backwards.index(code)
            self._last[number] = _Spot(file, first_line + rows.lines[place], rows.times[place])

    def _add_times_and_paths(self, rows: Rows) -> None:
        for (code, time), count in _counted(zip(rows.codes, rows.times, strict=True), rows.weights).items():
            if code and time and (moment := parsed(time.decode("utf-8", "replace"))):
                self._minutes.add(moment, int(code), count)
        shapes = shapes_of(rows.paths)
        for (code, shape), count in _counted(zip(rows.codes, shapes, strict=True), rows.weights).items():
            if code and shape:
                self._paths[int(code)].add(shape, count)

    def _add_others(self, rows: Rows) -> None:
        """Count the codes of servers behind a proxy, and the flags of proxies."""
        if any(rows.upstream):
            for (code, field), count in Counter(zip(rows.codes, rows.upstream, strict=True)).items():
                if code:
                    self._add_upstream(int(code), codes_of(field), count, said=bool(field))
        if any(rows.flags):
            for (code, flags), count in Counter(zip(rows.codes, rows.flags, strict=True)).items():
                if code:
                    self._add_flags(int(code), flags, count)

    def _add_upstream(self, code: int, upstream: tuple[int, ...], count: int, *, said: bool) -> None:
        for other in upstream:
            self.upstream[code, other] += count
        if said and not upstream:
            self._alone[code] += count

    def _add_flags(self, code: int, flags: bytes, count: int) -> None:
        text = flags.decode("utf-8", "replace")
        if is_telling(text):
            self._flags.add((code, text), count)
            if answered_alone(text):
                self._alone[code] += count

    def add_answer(self, answer: Answer, file: str, line: int, text: bytes) -> None:
        """Count what ``LineReader`` found in one line, each code once."""
        codes = answer.codes or answer.upstream
        for code in dict.fromkeys(codes):
            self.counts[code] += 1
            if not self._details:
                continue
            spot = _Spot(file, line, answer.time)
            # The lines of the same block that fit the layout were counted before this one, so it may be the first.
            if code not in self._first or spot.precedes(self._first[code]):
                self._first[code] = spot
            if code not in self._last or not spot.precedes(self._last[code]):
                self._last[code] = spot
            self._add_upstream(code, answer.upstream, 1, said=False)
            if answer.flags:
                self._add_flags(code, answer.flags, 1)
            if answer.path:
                self._paths[code].add(shapes_of([answer.path])[0], 1)
            if answer.time and (moment := parsed(answer.time.decode("utf-8", "replace"))):
                self._minutes.add(moment, code, 1)
        for code in answer.unsure:
            if len(self.unsure) < _UNSURE:
                shown = text[:_SHOWN].decode("utf-8", "replace").strip()
                self.unsure.append(Unsure(code, file, line, shown))

    def report(self) -> tuple[CodeReport, ...]:
        """Return what was counted so far."""
        total = self.counts.total()
        return tuple(
            CodeReport(
                code,
                count,
                round(count / total, 6),
                self._first[code].place() if code in self._first else None,
                self._last[code].place() if code in self._last else None,
                dict(Counter({other: n for (its, other), n in self.upstream.items() if its == code}).most_common()),
                self._alone[code],
                dict(Counter({text: n for (its, text), n in self._flags.counts.items() if its == code}).most_common()),
                tuple(
                    PathCount(path.decode("utf-8", "replace"), n)
                    for path, n in self._paths[code].counts.most_common(_PATHS)
                )
                if code in self._paths
                else (),
                self._minutes.of(code),
            )
            for code, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        )


def _counted(things: Iterable[K], weights: Sequence[int] | None) -> Counter[K]:
    if weights is None:
        return Counter(things)
    counts: Counter[K] = Counter()
    for thing, weight in zip(things, weights, strict=True):
        counts[thing] += weight
    return counts
