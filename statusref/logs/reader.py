"""Reads sources block by block and counts their codes."""

from collections import Counter
from collections.abc import Iterator

from statusref.logs.blocks import Block, blocks
from statusref.logs.column_layouts import FIELDS, parted_at_headings
from statusref.logs.evidence import LineReader, candidate_lines, without_colours
from statusref.logs.har import HarLayout
from statusref.logs.layout import Layout
from statusref.logs.recognition import recognise
from statusref.logs.report import FileReport, Report
from statusref.logs.sources import Source
from statusref.logs.tally import Tally


class LogReader:
    """Reads one source after the other. Of their text, only what the report shows is kept."""

    def __init__(self, evidence: LineReader, *, details: bool = True) -> None:
        self._evidence = evidence
        self._tally = Tally(details=details)
        self._files: list[FileReport] = []
        self._present: _Present | None = None

    @property
    def lines(self) -> int:
        """How many lines were read, in all sources."""
        return sum(file.lines for file in self._all_files())

    @property
    def counts(self) -> tuple[tuple[int, int], ...]:
        """Codes with their counts: the most frequent first, then by code."""
        return tuple(sorted(self._tally.counts.items(), key=lambda item: (-item[1], item[0])))

    @property
    def upstream(self) -> Counter[tuple[int, int]]:
        """How often a client got the first code while a server behind the proxy had answered with the second."""
        return self._tally.upstream

    def read(self, source: Source, size: int) -> Iterator[None]:
        """Read ``source`` in blocks of about ``size`` bytes, and yield after each. Raises SourceError.

        What was read before the error stays counted.
        """
        present = self._present = _Present(source.name, self._evidence, self._tally)
        try:
            for block in blocks(source.read, size):
                present.take(block)
                yield
        finally:
            self._files.append(present.report())
            self._present = None

    def report(self) -> Report:
        """Return what was found so far."""
        files = self._all_files()
        return Report(sum(file.lines for file in files), files, self._tally.report(), tuple(self._tally.unsure))

    def _all_files(self) -> tuple[FileReport, ...]:
        return (*self._files, *([self._present.report()] if self._present else []))


class _Present:
    """The source that is being read now: its layout, and the number of lines read."""

    def __init__(self, name: str, evidence: LineReader, tally: Tally) -> None:
        self._name = name
        self._evidence = evidence
        self._tally = tally
        self._layout: Layout | None = None
        self._is_new = True
        self._lines = 0
        self._lines_of: Counter[str | None] = Counter()
        self._seen: set[int] = set()

    def report(self) -> FileReport:
        common = self._lines_of.most_common(1)
        return FileReport(self._name, common[0][0] if common else None, self._lines)

    def take(self, block: Block) -> None:
        """Count the codes of a block."""
        data = without_colours(block.data) if b"\x1b" in block.data else block.data
        if block.is_part:
            self._take(data, is_part=True)
        else:
            for part in parted_at_headings(data):
                self._take(part, is_part=False)

    def _take(self, data: bytes, *, is_part: bool) -> None:
        """Count the codes of lines. If most lines of the last block did not fit, recognise the layout again."""
        if self._is_new or data.startswith(FIELDS):
            self._layout = recognise(data, self._evidence.known)
            self._is_new = False
        if isinstance(self._layout, HarLayout):
            self._tally.add_rows(self._layout.rows(data), self._name, self._lines + 1)
        elif is_part:
            self._take_part(data)
        else:
            self._take_lines(data)
        lines = data.count(b"\n")
        self._lines += lines
        self._lines_of[self._layout.name if self._layout else None] += lines

    def _take_part(self, data: bytes) -> None:
        """Read a part of one very long line. A code of an earlier part is not counted again."""
        answer = self._evidence.read(data, self._seen)
        new = tuple(code for code in answer.codes or answer.upstream if code not in self._seen)
        self._seen.update(new)
        self._tally.add_answer(answer._replace(codes=new, upstream=(), unsure=()), self._name, self._lines + 1, b"")
        if data.endswith(b"\n"):
            self._seen.clear()

    def _take_lines(self, data: bytes) -> None:
        if self._layout is None:
            for place, text in candidate_lines(data):
                self._read_freely(text, place)
            self._is_new = self._lines_of[None] < _PATIENCE
            return
        rows = self._layout.rows(data)
        self._tally.add_rows(rows, self._name, self._lines + 1)
        if self._layout.is_complete:
            return
        misfits = [line for line, code in zip(rows.lines, rows.codes, strict=True) if not code]
        if misfits:
            texts = data.split(b"\n")
            for place in misfits:
                self._read_freely(texts[place], place)
            self._is_new = 2 * len(misfits) > len(rows.codes)

    def _read_freely(self, text: bytes, place: int) -> None:
        answer = self._evidence.read(text)
        if answer.codes or answer.upstream or answer.unsure:
            self._tally.add_answer(answer, self._name, self._lines + 1 + place, text)


_PATIENCE = 10_000
"""After this many lines without a layout, no layout is looked for any more."""
