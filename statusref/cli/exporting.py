"""``statusref export``: the reference as a file, a folder, or on standard output."""

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.requests import ExportCommand
from statusref.cli.user_data import open_core
from statusref.domain.class_filter import ClassFilter
from statusref.domain.library import Library
from statusref.export.contents import Contents, choose_contents
from statusref.export.errors import CannotExportError
from statusref.export.formats import Format, format_of
from statusref.export.writing import write_export


class _UserData(NamedTuple):
    bookmarks: Collection[str]
    memos: Mapping[str, str]


def print_export(command: ExportCommand, root: Path, library: Library, console: Console) -> int:
    """Write the export and return the exit code. Raises ResourceError, and OSError if standard output fails."""
    form = format_of(command.format)
    if form is None:
        raise ValueError(command.format)

    def refuse(key: str, **values: object) -> int:
        console.complain(library.words.text(key, command.language, **values))
        return NOTHING

    contents = _contents(command, root, library, console)
    try:
        if command.path == "-":
            _print(form, contents, console)
            return OK
        write_export(form, contents, Path(command.path), lambda _done, _steps: None)
    except CannotExportError as error:
        return refuse(error.key, **{name: quoted(str(value)) for name, value in error.values.items()})
    except OSError as error:
        if command.path == "-":
            raise
        return refuse("export.failed", path=quoted(command.path), reason=error.strerror or str(error))
    if form.only_codes:
        contents = contents._replace(notes=(), neighbours=())
    counts = {"codes": len(contents.entries), "notes": len(contents.notes), "neighbours": len(contents.neighbours)}
    console.print(library.words.text("export.done", command.language, path=command.path, **counts))
    return OK


def _contents(command: ExportCommand, root: Path, library: Library, console: Console) -> Contents:
    data = _UserData((), {})
    if command.only is None or command.memos:
        with open_core(root, library, console, command.language) as core:
            data = _UserData(core.data.bookmarks.all(), core.data.memos.all() if command.memos else {})
    only: ClassFilter | Collection[str] = data.bookmarks if command.only is None else command.only
    contents = choose_contents(
        library, only, command.languages, data.memos, notes=command.notes, neighbours=command.neighbours
    )
    return contents._replace(base=command.base)


def _print(form: Format, contents: Contents, console: Console) -> None:
    """Print a whole export: nothing is printed of one that fails."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"export{form.suffix}")
        write_export(form, contents, path, lambda _done, _steps: None)
        with path.open("rb") as file:
            shutil.copyfileobj(file, console.stdout)
