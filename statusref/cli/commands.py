"""The commands that print. Each writes to the console it is given and returns the exit code."""

from pathlib import Path
from typing import assert_never

from statusref.cli.answers import NoSuchId, find
from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.library import Library
from statusref.cli.rendering import entry_line
from statusref.cli.requests import (
    ExportAnkiCommand,
    ListCommand,
    ListFilter,
    PrintingCommand,
    SearchCommand,
    SearchLinesCommand,
    ShowCommand,
    StudyDueCommand,
)
from statusref.cli.shapes import array_of_lines, indented, one_line
from statusref.domain.catalogue import Catalogue
from statusref.domain.status import Entry
from statusref.domain.words import Words

_RULE = "\n\n" + "─" * 40 + "\n\n"


def run(command: PrintingCommand, root: Path, console: Console) -> int:
    """Carry out a command with the resource files under ``root``.

    Raises ResourceError if one of them is wrong, and OSError if the output cannot be written.
    """
    library = Library(root)
    match command:
        case ShowCommand():
            return _show(command, library, console)
        case ListCommand():
            return _list(command, library, console)
        case SearchCommand():
            # Imported here, so that the other commands do not pay for it.
            from statusref.cli.searching import search_once  # noqa: PLC0415

            return search_once(command, library, console)
        case SearchLinesCommand():
            from statusref.cli.searching import search_lines  # noqa: PLC0415

            return search_lines(command, library, console)
        case StudyDueCommand():
            from statusref.cli.studying import print_due  # noqa: PLC0415

            return print_due(command, root, library, console)
        case ExportAnkiCommand():
            from statusref.cli.studying import write_anki  # noqa: PLC0415

            return write_anki(command, root, library, console)
        case _:
            assert_never(command)


def _show(command: ShowCommand, library: Library, console: Console) -> int:
    targets = find(library.catalogue, command.target)
    if isinstance(targets, NoSuchId):
        console.complain(_no_such_id(targets, command, library.words))
        return NOTHING
    if command.json:
        shapes = library.shapes()
        objects = [shapes.of(target) for target in targets]
        console.print(indented(objects if len(objects) > 1 else objects[0]))
    else:
        renderer = library.renderer(command.language, console.width)
        console.print(_RULE.join(renderer.page(target) for target in targets))
    return OK


def _no_such_id(found: NoSuchId, command: ShowCommand, words: Words) -> str:
    key = "cli.show.no_such_id" if found.number is None else "cli.show.no_such_use"
    return words.say(key, command.language, text=quoted(command.target), number=found.number)


def _list(command: ListCommand, library: Library, console: Console) -> int:
    entries = _chosen(library.catalogue, command.only)
    if command.json:
        shapes = library.shapes()
        console.print(array_of_lines([one_line(shapes.of(entry)) for entry in entries]))
    else:
        for entry in entries:
            console.print(entry_line(entry, command.language))
    return OK


def _chosen(catalogue: Catalogue, only: ListFilter | None) -> list[Entry]:
    if only is None:
        return list(catalogue.entries)
    if only is ListFilter.UNOFFICIAL:
        return [entry for entry in catalogue.entries if not entry.official]
    return [entry for entry in catalogue.entries if entry.status_class and entry.status_class.value == only.value]
