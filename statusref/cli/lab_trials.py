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
from statusref.domain.markdown import Block
from statusref.lab.errors import LabError
from statusref.lab.matrix import measuring as matrix
from statusref.lab.matrix import report as matrix_report
from statusref.lab.matrix.shapes import Shape, run_shape
from statusref.lab.plain_pages import as_text, paragraph
from statusref.lab.retry import measuring as retry
from statusref.lab.retry import report as retry_report

Progress = Callable[[int, int], None]
Told = tuple[list[Block], Shape]
"""The same as a page and as JSON."""


def try_client(command: LabTrialCommand, library: Library, console: Console) -> int:
    """Raises ResourceError, and OSError if the output cannot be written."""
    gc.enable()  # ``main`` turns it off for the short commands; this one may run for minutes
    if not command.client:
        console.remark(library.words.text(f"cli.lab.how-{command.trial.value}", command.language))
        return USAGE
    if not any("{url}" in word for word in command.client):
        console.complain(library.words.text("cli.lab.no-url", command.language))
        return USAGE
    try:
        with _progress(console) as progress:
            match command.trial:
                case Trial.MATRIX:
                    blocks, shape = _matrix(command, library, progress)
                case Trial.RETRY:
                    blocks, shape = _retry(command, library, progress)
    except LabError as error:
        values = {name: quoted(value) for name, value in error.values.items()}
        console.complain(library.words.text(error.key, command.language, **values))
        return NOTHING
    if command.json:
        console.print(indented({"command": list(command.client), **shape}))
    else:
        console.print(as_text(blocks, console.width))
    return OK


def _matrix(command: LabTrialCommand, library: Library, progress: Progress) -> Told:
    tried = asyncio.run(matrix.try_command(library, command.client, progress))
    blocks = list(matrix_report.Report(library, command.language, tried.run, tried.failed).blocks())
    if tried.hung:
        seconds, cases = f"{matrix.LONGEST:g}", ", ".join(tried.hung)
        blocks.append(paragraph(library.words.text("cli.lab.hung", command.language, seconds=seconds, cases=cases)))
    return blocks, run_shape(library, tried.run, tried.failed) | {"not_ended": list(tried.hung)}


def _retry(command: LabTrialCommand, library: Library, progress: Progress) -> Told:
    tried = asyncio.run(retry.try_command(library, command.client, progress))
    report = retry_report.Report(library, command.language, tried.attempts, tried.stopped)
    return list(report.blocks()), retry_report.attempts_shape(library, tried.attempts, tried.stopped)


@contextmanager
def _progress(console: Console) -> Iterator[Progress]:
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
