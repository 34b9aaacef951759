"""Runs the program for everything that needs no window: from the arguments to the exit code."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from statusref import __version__
from statusref.cli.arguments import UsageError
from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import INTERRUPTED, NOTHING, OK, RESOURCES, USAGE
from statusref.cli.parser import language_of, parse
from statusref.cli.requests import (
    OpenWindow,
    ScreenshotCommand,
    ShowHelp,
    ShowVersion,
)
from statusref.domain.errors import ResourceError
from statusref.domain.text import Language
from statusref.system.console import is_closed_pipe

WindowRequest = OpenWindow | ScreenshotCommand


def answer(
    arguments: Sequence[str], environment: Mapping[str, str], root: Path, console: Console
) -> int | WindowRequest:
    """Carry out what ``arguments`` ask for and return the exit code, or return the request that needs a window.

    Writes the message if something goes wrong: wrong usage, a damaged resource file, output that cannot be written.
    A pipe that its reader closes, as ``head`` does, is no error.
    """
    language = language_of(environment)
    try:
        return _answer([_as_utf8(word) for word in arguments], language, root, console)
    except ResourceError as error:
        console.complain(resource_problem(error))
        return RESOURCES
    except KeyboardInterrupt:
        _abandon_output(console)
        return INTERRUPTED
    except OSError as error:
        _abandon_output(console)
        if is_closed_pipe(error):
            return OK
        console.complain(error.strerror or str(error))
        return NOTHING


def resource_problem(error: ResourceError) -> str:
    """Return the one line that names a resource file and what is wrong with it."""
    return " ".join(str(error).split())


def _answer(arguments: Sequence[str], language: Language, root: Path, console: Console) -> int | WindowRequest:
    try:
        request = parse(arguments, language)
    except UsageError as error:
        console.complain(_usage_problem(error, language, root))
        return USAGE
    match request:
        case ShowVersion():
            console.print(f"statusref {__version__}")
            code = OK
        case ShowHelp():
            from statusref.cli.help_text import help_text  # noqa: PLC0415  # each command imports what it needs

            console.print(help_text(request.language))
            code = OK
        case OpenWindow() | ScreenshotCommand():
            return request
        case _:
            from statusref.cli.commands import run  # noqa: PLC0415  # --version and --help do not load the catalogue

            code = run(request, root, console)
    console.stdout.flush()
    return code


def _usage_problem(error: UsageError, language: Language, root: Path) -> str:
    from statusref.domain.words import Words  # noqa: PLC0415  # only a usage error needs the words this early

    words = Words.load(root)
    reason = words.text(error.key, language, **{name: quoted(value) for name, value in error.values.items()})
    return f"{reason} {words.text('cli.usage.hint', language)}"


def _as_utf8(word: str) -> str:
    """Read an argument as UTF-8 if the locale could not read it; Python then left its bytes as lone surrogates."""
    if any("\ud800" <= char <= "\udfff" for char in word):
        with suppress(UnicodeError):
            return os.fsencode(word).decode("utf-8")
    return word


def _abandon_output(console: Console) -> None:
    """Drop what is still buffered, so that Python does not fail a second time when it flushes at the end."""
    with suppress(OSError, ValueError):
        descriptor = console.stdout.fileno()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, descriptor)
        os.close(null)
