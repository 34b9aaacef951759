"""Writes the whole tree to files: one PDF, or one SVG for each sheet."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from statusref.diagram.branches import trees
from statusref.diagram.pdf import pdf_of
from statusref.diagram.sheets import sheets
from statusref.diagram.svg import sheet_svg
from statusref.diagram.wrapping import estimated
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.system.files import can_write, written_whole
from statusref.system.typst_package import NoTypstError

KINDS = (".pdf", ".svg")
_SIGN = "StatusRef · ".encode()
"""Stands at the foot of every sheet."""


class NotReplacedError(Exception):
    """A file is there that must not be replaced. ``key`` is the key of the sentence that says why."""

    def __init__(self, key: str, path: Path) -> None:
        super().__init__(f"{key} {path}")
        self.key = key
        self.path = path


class Saving(NamedTuple):
    """How it went to save the tree: the sentence about it, and whether it is saved."""

    words: str
    done: bool


def save_and_tell(library: Library, language: Language, path: Path, shown: Callable[[str], str] = str) -> Saving:
    """Save the tree to a file that the user named, and say how that went. Raises ResourceError.

    ``shown`` turns the name into what is printed in the sentence, such as one in quotes.
    """

    def said(key: str, *, done: bool = False, **values: object) -> Saving:
        return Saving(library.words.text(key, language, **values), done)

    if path.suffix.lower() not in KINDS:
        return said("choose.tree.kind", path=shown(str(path)))
    try:
        first, *more = save_tree(library, language, path)
    except NotReplacedError as error:
        return said(error.key, path=shown(str(error.path)))
    except NoTypstError:
        return said("choose.tree.no-typst")
    except OSError as error:
        return said("choose.tree.failed", path=shown(str(path)), reason=error.strerror or error)
    if not more:
        return said("choose.tree.saved", path=first, done=True)
    return said("choose.tree.saved-sheets", first=first, last=more[-1].name, n=1 + len(more), done=True)


def save_tree(library: Library, language: Language, path: Path) -> tuple[Path, ...]:
    """Write the tree and return the files that were written. The end of ``path``, one of ``KINDS``, says as what.

    A file that is there is replaced once the new one is complete; one that the user did not name, because its number
    was added to the name, only if it is a sheet, too. Raises OSError, ResourceError, NotReplacedError and, for a PDF,
    NoTypstError.
    """
    title = library.words.text("choose.sheet.title", language)
    svgs = _sheets(library, language, title)
    if path.suffix.lower() == ".pdf":
        _check(path, named=True)
        return (_write(path, pdf_of(svgs, title, language.value, library.root / "fonts")),)
    digits = len(str(len(svgs)))
    names = [path.with_stem(f"{path.stem}-{number:0{digits}}") for number in range(1, len(svgs) + 1)]
    for name in names:
        _check(name, named=False)
    return tuple(_write(name, svg.encode()) for name, svg in zip(names, svgs, strict=True))


def _sheets(library: Library, language: Language, title: str) -> list[str]:
    def text(key: str, **values: object) -> str:
        return library.words.text(key, language, **values)

    parted = sheets(
        trees(library.chooser, library.catalogue, language),
        estimated,
        lambda number: text("choose.sheet.next", page=number),
    )
    date = library.catalogue.dates.updated
    return [
        sheet_svg(
            sheet,
            f"{title} {sheet.number}/{len(parted)}",
            text("choose.sheet.foot", title=title, page=sheet.number, pages=len(parted), date=date),
        )
        for sheet in parted
    ]


def _check(path: Path, *, named: bool) -> None:
    if path.exists():
        if not can_write(path):
            raise NotReplacedError("export.read-only", path)
        if not named and _SIGN not in path.read_bytes():
            raise NotReplacedError("choose.tree.other-file", path)


def _write(path: Path, content: bytes) -> Path:
    with written_whole(Path(os.path.realpath(path))) as new:  # a link stays a link
        new.write_bytes(content)
    return path
