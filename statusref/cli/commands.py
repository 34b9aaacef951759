"""The commands that print. Each writes to the console it is given and returns the exit code."""

from pathlib import Path
from typing import assert_never

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.rendering import page_text
from statusref.cli.requests import (
    ChooseCommand,
    CiteCommand,
    CompareCommand,
    ExportAnkiCommand,
    ExportCommand,
    LabCommand,
    LabTrialCommand,
    ListCommand,
    ListNeighboursCommand,
    LogCommand,
    PrintingCommand,
    SearchCommand,
    SearchLinesCommand,
    ShowCommand,
    StudyDueCommand,
    StudyPlanCommand,
)
from statusref.cli.shapes import Shapes, array_of_lines, indented, one_line
from statusref.cli.target_lines import entry_line
from statusref.domain.catalogue import Catalogue
from statusref.domain.class_filter import ClassFilter, filters_of
from statusref.domain.description.target import describe_target
from statusref.domain.library import Library
from statusref.domain.normal_form import nfkc
from statusref.domain.status import Entry

_RULE = "\n\n" + "─" * 40 + "\n\n"


def run(command: PrintingCommand, root: Path, console: Console) -> int:
    """Carry out a command with the resource files under ``root``.

    Raises ResourceError if one of them is wrong, and OSError if the output cannot be written.
    """
    library = Library(root)
    match command:
        case ShowCommand():
            return _show(command, library, console)
        case ListCommand() | ListNeighboursCommand():
            return _list(command, library, console)
        case CompareCommand() | ChooseCommand() | CiteCommand():
            return _decide_or_cite(command, library, console)
        case SearchCommand() | SearchLinesCommand():
            # Imported here, because the other commands start faster without it.
            from statusref.cli.searching import search  # noqa: PLC0415

            return search(command, library, console)
        case LogCommand() | LabCommand() | LabTrialCommand():
            return _until_stopped(command, library, console)
        case StudyDueCommand() | StudyPlanCommand() | ExportAnkiCommand() | ExportCommand():
            return _study_or_export(command, root, library, console)
        case _:
            assert_never(command)


def _decide_or_cite(command: CompareCommand | ChooseCommand | CiteCommand, library: Library, console: Console) -> int:
    match command:
        case CompareCommand():
            from statusref.cli.comparing import print_comparison  # noqa: PLC0415

            return print_comparison(command, library, console)
        case ChooseCommand():
            from statusref.cli.choosing import print_choice  # noqa: PLC0415

            return print_choice(command, library, console)
        case CiteCommand():
            from statusref.cli.citing import print_citations  # noqa: PLC0415

            return print_citations(command, library, console)


def _until_stopped(command: LogCommand | LabCommand | LabTrialCommand, library: Library, console: Console) -> int:
    match command:
        case LogCommand():
            from statusref.cli.log_reading import print_log  # noqa: PLC0415

            return print_log(command, library, console)
        case LabCommand():
            from statusref.cli.lab import run_lab  # noqa: PLC0415

            return run_lab(command, library, console)
        case LabTrialCommand():
            from statusref.cli.lab_trials import try_client  # noqa: PLC0415

            return try_client(command, library, console)


def _study_or_export(
    command: StudyDueCommand | StudyPlanCommand | ExportAnkiCommand | ExportCommand,
    root: Path,
    library: Library,
    console: Console,
) -> int:
    if isinstance(command, ExportCommand):
        from statusref.cli.exporting import print_export  # noqa: PLC0415

        return print_export(command, root, library, console)
    from statusref.cli.studying import print_due, print_plan, write_anki  # noqa: PLC0415

    match command:
        case StudyDueCommand():
            return print_due(command, root, library, console)
        case StudyPlanCommand():
            return print_plan(command, root, library, console)
        case ExportAnkiCommand():
            return write_anki(command, root, library, console)


def _show(command: ShowCommand, library: Library, console: Console) -> int:
    targets = library.catalogue.find(command.target)
    if not targets:
        return _show_neighbour(command, library, console)
    if command.json:
        shapes = Shapes(library)
        objects = [shapes.of(target) for target in targets]
        console.print(indented(objects if len(objects) > 1 else objects[0]))
    else:
        pages = (describe_target(library, target, command.language) for target in targets)
        console.print(_RULE.join(page_text(page, console.width) for page in pages))
    return OK


def _show_neighbour(command: ShowCommand, library: Library, console: Console) -> int:
    typed = nfkc(command.target).strip()
    neighbour = library.neighbours.get(typed) if "-" in typed else None
    if neighbour is None:
        console.complain(_no_such_id(command, library))
        return NOTHING
    from statusref.cli.neighbours import show_neighbour  # noqa: PLC0415

    return show_neighbour(neighbour, command, library, console)


def _no_such_id(command: ShowCommand, library: Library) -> str:
    """Return the message that there is no such id. It names the number that the id begins with, if that has entries."""
    number = command.target.strip().partition("-")[0]
    is_known = len(number) == 3 and number.isdecimal() and library.catalogue.with_code(int(number))
    key = "cli.show.no_such_use" if is_known else "cli.show.no_such_id"
    return library.words.text(key, command.language, text=quoted(command.target), number=number)


def _list(command: ListCommand | ListNeighboursCommand, library: Library, console: Console) -> int:
    if isinstance(command, ListNeighboursCommand):
        from statusref.cli.neighbours import list_neighbours  # noqa: PLC0415

        return list_neighbours(command, library, console)
    entries = _chosen(library.catalogue, command.only)
    if command.json:
        shapes = Shapes(library)
        console.print(array_of_lines([one_line(shapes.of(entry)) for entry in entries]))
    else:
        for entry in entries:
            console.print(entry_line(entry, command.language))
    return OK


def _chosen(catalogue: Catalogue, only: ClassFilter | None) -> list[Entry]:
    return [entry for entry in catalogue.entries if only is None or only in filters_of(entry)]
