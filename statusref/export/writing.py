"""Writes an export beside its target and puts it there in one step, so that there is a whole one at any time."""

import os
import shutil
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from statusref.export.contents import Contents
from statusref.export.errors import CannotExportError
from statusref.export.formats import Format
from statusref.export.pages import Progress
from statusref.system.files import can_write, partial_of, replace, written_whole
from statusref.system.typst_package import NoTypstError

MARKER = ".statusref-export"
"""The file in an exported folder that lists all others, so that no other folder is ever taken for one."""


def write_export(form: Format, contents: Contents, path: Path, progress: Progress) -> None:
    """Write an export to ``path``; what is there is replaced once the new one is complete.

    Raises CannotExportError, OSError, ResourceError and what ``progress`` raises; what was at ``path`` is then
    unchanged. What a killed process left beside it is removed.
    """
    if not (contents.entries or contents.notes or contents.neighbours):
        raise CannotExportError("export.nothing")
    target = Path(os.path.realpath(path))  # a link stays a link
    if not target.parent.is_dir():
        raise CannotExportError("export.no-folder", folder=target.parent)
    remove_leftovers(target)
    if form.is_folder:
        _write_folder(form, contents, target, progress)
    else:
        _write_file(form, contents, target, progress)


def is_export(folder: Path) -> bool:
    """Whether a folder was exported by this program."""
    return (folder / MARKER).is_file()


def remove_leftovers(path: Path) -> None:
    """Remove what a process has left that was killed while it wrote to ``path``. Raises OSError."""
    target = Path(os.path.realpath(path))
    partial, old = partial_of(target), _old(target)
    if is_export(old):
        # It was killed while it replaced a folder.
        replace(old, target) if not target.exists() else shutil.rmtree(old)
    if is_export(partial):
        shutil.rmtree(partial)
    elif partial.is_file():
        partial.unlink()
    with suppress(OSError):
        partial.rmdir()  # killed before anything was in it


def _write_file(form: Format, contents: Contents, target: Path, progress: Progress) -> None:
    if target.is_dir():
        raise CannotExportError("export.is-folder", path=target)
    if target.exists() and not target.is_file():
        raise CannotExportError("export.no-file", path=target)
    if target.exists() and not can_write(target):
        raise CannotExportError("export.read-only", path=target)
    with written_whole(target) as partial:
        _write(form, contents, partial, progress)


def _write_folder(form: Format, contents: Contents, target: Path, progress: Progress) -> None:
    _check_replaceable(target)
    partial, old = partial_of(target), _old(target)
    partial.mkdir()
    try:
        (partial / MARKER).touch()
        _write(form, contents, partial, progress)
        (partial / MARKER).write_text("".join(f"{name}\n" for name in sorted(_files(partial))), "utf-8", newline="\n")
        if target.exists():
            replace(target, old)
        replace(partial, target)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        if old.exists() and not target.exists():
            replace(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _old(target: Path) -> Path:
    """Return where a folder is put for the moment in which the new one takes its place."""
    return target.with_name(f"{target.name}.old")


def _write(form: Format, contents: Contents, place: Path, progress: Progress) -> None:
    module, _, function = form.writer.partition(".")
    try:
        writer = import_module(f"statusref.export.{module}")
    except NoTypstError as error:
        raise CannotExportError("export.needs.typst") from error
    getattr(writer, function)(contents, place, progress)


def _check_replaceable(target: Path) -> None:
    """Raise CannotExportError unless the target is missing, an empty folder, or an export with nothing else in it."""
    if not target.exists():
        return
    if not target.is_dir():
        raise CannotExportError("export.is-file", path=target)
    if not is_export(target):
        if any(target.iterdir()):
            raise CannotExportError("export.other-folder", path=target)
        return
    listed = (target / MARKER).read_text("utf-8").splitlines()
    if others := sorted(set(_files(target)) - set(listed)):
        raise CannotExportError("export.other-files", path=target, file=others[0])


def _files(folder: Path) -> list[str]:
    """Return the files in ``folder`` as paths in it, without the marker."""
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    return [path for path in paths if path != MARKER]
