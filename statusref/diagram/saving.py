"""Writes the whole tree to files: one PDF, or one SVG for each sheet."""

from pathlib import Path

from statusref.diagram.branches import trees
from statusref.diagram.pdf import pdf_of
from statusref.diagram.sheets import sheets
from statusref.diagram.svg import sheet_svg
from statusref.diagram.wrapping import estimated
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.system.files import replace

KINDS = (".pdf", ".svg")


def save_tree(library: Library, language: Language, path: Path) -> tuple[Path, ...]:
    """Write the tree and return the files that were written. The end of ``path``, one of ``KINDS``, says as what.

    A file that is there is replaced once the new one is complete. Raises OSError, ResourceError and, for a PDF,
    NoTypstError.
    """
    title = library.words.text("choose.sheet.title", language)
    svgs = _sheets(library, language, title)
    if path.suffix.lower() == ".pdf":
        return (_write(path, pdf_of(svgs, title, language.value, library.root / "fonts")),)
    digits = len(str(len(svgs)))
    names = (path.with_stem(f"{path.stem}-{number:0{digits}}") for number in range(1, len(svgs) + 1))
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


def _write(path: Path, content: bytes) -> Path:
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.write_bytes(content)
        replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
    return path
