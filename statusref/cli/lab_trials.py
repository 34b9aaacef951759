"""``lab matrix`` and ``lab retry``: have a command make requests, and print what it did."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK, USAGE
from statusref.cli.requests import LabTrialCommand, Trial
from statusref.cli.shapes import indented
from statusref.domain.library import Library
from statusref.lab.errors import LabError
from statusref.lab.matrix import measuring as matrix
from statusref.lab.matrix import report as matrix_report
from statusref.lab.matrix.shapes import run_shape
from statusref.lab.plain_pages import as_text, paragraph
from statusref.lab.retry import measuring as retry
from statusref.lab.retry import report as retry_report


def try_client(command: LabTrialCommand, library: Library, console: Console) -> int:
    """Raises ResourceError, and OSError if the output cannot be written."""
    gc.enable()  # ``main`` turns it off for the short commands; this one may run for minutes
    if not any("{url}" in word for word in command.client):
        key = f"cli.lab.how-{command.trial.value}" if not command.client else "cli.lab.no-url"
        console.complain(library.words.text(key, command.language))
        return USAGE
    try:
        with _progress(console) as progress:
            text = _tried(command, library, progress)
    except LabError as error:
        values = {name: quoted(value) for name, value in error.values.items()}
        console.complain(f"statusref: {library.words.text(error.key, command.language, **values)}")
        return NOTHING
    console.print(text)
    return OK


def _tried(command: LabTrialCommand, library: Library, progress: Callable[[int, int], None]) -> str:
    """Return what is printed. Raises LabError."""
    client, language = command.client, command.language
    match command.trial:
        case Trial.MATRIX:
            tried = asyncio.run(matrix.try_command(library, client, progress))
            if command.json:
                shape = run_shape(library, tried.run, tried.failed)
                return indented({"command": list(client), **shape, "not_ended": list(tried.hung)})
            report = matrix_report.Report(library, language, tried.run, tried.failed)
            blocks = list(report.blocks())
            if tried.hung:
                seconds, cases = f"{matrix.LONGEST:g}", ", ".join(tried.hung)
                blocks.append(paragraph(library.words.text("cli.lab.hung", language, seconds=seconds, cases=cases)))
            return as_text(blocks)
        case Trial.RETRY:
            repeated = asyncio.run(retry.try_command(library, client, progress))
            if command.json:
                shape = retry_report.attempts_shape(library, repeated.attempts, repeated.stopped)
                return indented({"command": list(client), **shape})
            return as_text(retry_report.Report(library, language, repeated.attempts, repeated.stopped).blocks())


@contextmanager
def _progress(console: Console) -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows how far it is on one line of standard error, where that is a terminal."""
    stream = console.stderr if console.stderr.isatty() else None

    def show(done: int, total: int) -> None:
        if stream is not None:
            stream.write(f"\r{done} / {total}".encode())
            stream.flush()

    try:
        yield show
    finally:
        if stream is not None:
            stream.write(b"\r" + b" " * 20 + b"\r")
            stream.flush()
