"""``log``: reads files or standard input and prints which codes they have."""

import gc
from contextlib import suppress
from pathlib import Path
from time import monotonic

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.log_report import LogRenderer, log_shape
from statusref.cli.requests import LogCommand
from statusref.cli.shapes import indented
from statusref.domain.columns import columns
from statusref.domain.library import Library
from statusref.logs.evidence import LineReader
from statusref.logs.problems import SourceError
from statusref.logs.reader import LogReader
from statusref.logs.sources import Source, open_file, open_stream

_BLOCK = 256 * 1024
_FIRST_PROGRESS = 1.0
_PROGRESS_EVERY = 0.25
"""Seconds."""


def print_log(command: LogCommand, library: Library, console: Console) -> int:
    """Print what the sources have. Ctrl+C ends the reading, not the program: what was read so far is printed.

    Raises ResourceError and OSError. A source that cannot be read is told on standard error; the others are read.
    """
    gc.enable()  # ``main`` turns it off for the short commands; this one may read for hours
    reader = LogReader(LineReader(library.catalogue), details=not command.counts)
    is_complete = True
    progress = _Progress(library, command, console)
    with suppress(KeyboardInterrupt):
        for name in command.files:
            try:
                with _source(name, console) as source:
                    for _ in reader.read(source, _BLOCK):
                        progress.show(source, reader)
            except SourceError as error:
                is_complete = False
                progress.clear()
                sentence = library.words.text(
                    error.key, command.language, path=quoted(error.name), reason=quoted(error.reason)
                )
                console.complain(sentence)
    progress.clear()
    report = reader.report()
    if command.json:
        console.print(indented(log_shape(report)))
    elif report.codes or report.unsure:
        renderer = LogRenderer(library, command.language, counts_only=command.counts)
        console.print(renderer.text(report))
    if not report.codes and (report.lines or is_complete):
        console.stdout.flush()
        console.complain(library.words.text("cli.log.nothing", command.language, lines=f"{report.lines:,}"))
    return OK if report.codes and is_complete else NOTHING


def _source(name: str, console: Console) -> Source:
    """Open a file, or standard input for ``-``. Raises SourceError."""
    return open_stream(console.stdin, name) if name == "-" else open_file(Path(name), pipes=True)


class _Progress:
    """One line on standard error that says how far it is, where that is a terminal and it takes long."""

    def __init__(self, library: Library, command: LogCommand, console: Console) -> None:
        self._words = library.words
        self._language = command.language
        self._stream = console.stderr if console.stderr.isatty() else None
        self._next = monotonic() + _FIRST_PROGRESS
        self._columns = 0

    def show(self, source: Source, reader: LogReader) -> None:
        if self._stream is None or monotonic() < self._next:
            return
        share = f"{source.done / source.size:.0%}" if source.size else f"{source.done / 2**20:,.0f} MiB"
        text = self._words.text(
            "cli.log.progress", self._language, path=quoted(source.name), share=share, lines=f"{reader.lines:,}"
        )
        # Erased with spaces: not every console of Windows knows the escape sequence for that.
        self._write(f"\r{text}{' ' * (self._columns - columns(text))}")
        self._columns = columns(text)
        self._next = monotonic() + _PROGRESS_EVERY

    def clear(self) -> None:
        if self._columns:
            self._write(f"\r{' ' * self._columns}\r")
            self._columns = 0

    def _write(self, text: str) -> None:
        if self._stream is not None:
            with suppress(OSError, ValueError):
                self._stream.write(text.encode("utf-8", "backslashreplace"))
                self._stream.flush()
