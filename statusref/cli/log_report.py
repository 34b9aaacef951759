"""What ``log`` prints: text for people, and the object of ``--json``."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta

from statusref.cli.console import quoted
from statusref.cli.target_lines import target_line
from statusref.domain.library import Library
from statusref.domain.shapes import Shape
from statusref.domain.text import Language
from statusref.logs.report import CodeReport, Minute, Place, Report

_BARS = " ▁▂▃▄▅▆▇█"


def log_shape(report: Report) -> Shape:
    """Return the object of ``--json``; ``cli/shapes.py`` describes it."""
    return asdict(report)


class LogRenderer:
    """Writes a report as text. With ``counts_only``, a line for each code and nothing else."""

    def __init__(self, library: Library, language: Language, *, counts_only: bool) -> None:
        self._catalogue = library.catalogue
        self._words = library.words
        self._language = language
        self._counts_only = counts_only

    def text(self, report: Report) -> str:
        """Return the report, without a line feed at the end."""
        width = max([len(f"{code.count:,}") for code in report.codes], default=0)
        lines = [line for code in report.codes for line in self._code(code, width)]
        if not self._counts_only:
            lines = [*self._files(report), "", *lines, *self._unsure(report)]
        return "\n".join(lines)

    def _files(self, report: Report) -> Iterator[str]:
        for file in report.files:
            layout = file.layout or self._word("cli.log.free")
            yield self._word("cli.log.file", path=quoted(file.path), lines=f"{file.lines:,}", layout=layout)

    def _code(self, code: CodeReport, width: int) -> Iterator[str]:
        # A log does not say whose use of a number it means: the registered one stands for it.
        uses = self._catalogue.with_code(code.code)
        target = uses[0] if uses else self._catalogue.explain(code.code)
        head = f"{code.count:>{width},}  {code.share:>6.1%}  "
        yield head + target_line(target, self._words, self._language)
        if not self._counts_only:
            yield from (f"{' ' * len(head)}{detail}" for detail in self._details(code))

    def _details(self, code: CodeReport) -> Iterator[str]:
        yield from self._who(code)
        if code.first and code.last:
            yield self._detail("cli.log.first", _place(code.first))
            if code.last != code.first:
                yield self._detail("cli.log.last", _place(code.last))
        if code.minutes:
            yield self._detail("cli.log.minutes", _chart(code.minutes))
        for number, path in enumerate(code.paths):
            label = "cli.log.paths" if number == 0 else None
            yield self._detail(label, f"{path.count:,} × {quoted(path.path)}")

    def _who(self, code: CodeReport) -> Iterator[str]:
        """Say what the servers behind answered while the client got this code, if they answered something else."""
        others = dict(code.upstream)
        if others.keys() != {code.code} or code.alone:
            parts = [f"{other} × {count:,}" for other, count in others.items()]
            if code.alone:
                parts.append(self._word("cli.log.alone", count=f"{code.alone:,}"))
            if parts:
                yield self._detail("cli.log.upstream", ", ".join(parts))
        if code.flags:
            yield self._detail(
                "cli.log.flags", ", ".join(f"{flags} × {count:,}" for flags, count in code.flags.items())
            )

    def _unsure(self, report: Report) -> Iterator[str]:
        if report.unsure:
            yield ""
            yield self._word("cli.log.unsure")
            for one in report.unsure:
                yield f"  {one.code}  {quoted(one.file)}:{one.line}  {quoted(one.text)}"

    def _detail(self, key: str | None, text: str) -> str:
        label = "" if key is None else self._word(key)
        return _padded(label, 11) + text

    def _word(self, key: str, **values: str) -> str:
        return self._words.text(key, self._language, **values)


def _place(place: Place) -> str:
    time = f"  {quoted(place.time)}" if place.time else ""
    return f"{quoted(place.file)}:{place.line}{time}"


def _chart(minutes: tuple[Minute, ...]) -> str:
    """Draw a bar a minute from the first to the last: ``09:12 ▁▃█ 09:14 (max. 40/min)``."""
    counts = {datetime.fromisoformat(minute.minute): minute.count for minute in minutes}
    first, last, most = min(counts), max(counts), max(counts.values())
    span = int((last - first).total_seconds()) // 60
    bars = (counts.get(first + timedelta(minutes=minute), 0) for minute in range(span + 1))
    drawn = "".join(_BARS[-(-count * (len(_BARS) - 1) // most)] for count in bars)
    end = f" {last:%H:%M}" if span else ""
    return f"{first:%H:%M} {drawn}{end} (≤ {most:,}/min)"


def _padded(text: str, width: int) -> str:
    """Fill up with spaces; a Korean syllable takes two columns."""
    return text + " " * (width - sum(2 if "가" <= char <= "힣" else 1 for char in text))
