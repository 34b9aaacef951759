"""The export ``csv``: a row for each code, for a spreadsheet. Korean Excel knows by the BOM that it is UTF-8."""

import csv
from collections.abc import Sequence
from pathlib import Path

from statusref.domain.comparison.comparing import compare
from statusref.domain.comparison.parts import NOTHING
from statusref.export.contents import Contents
from statusref.export.errors import CannotExportError
from statusref.export.pages import Progress, counted

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A spreadsheet may take a cell that begins so for a formula."""
_IN_BOTH = frozenset({"compare.phrase", "compare.korean", "part.reference", "part.former"})
"""Facts that are the same in both languages and need one column."""


def write_csv(contents: Contents, place: Path, progress: Progress) -> None:
    """Write the file. Raises CannotExportError, OSError, ResourceError and what ``progress`` raises."""
    if not contents.entries:
        raise CannotExportError("export.only-codes", format="csv")
    columns = {title: list(map(_safe, values)) for title, values in _columns(contents).items()}
    with place.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", *columns))
        for row, entry in enumerate(counted(contents.entries, progress)):
            writer.writerow((entry.id, *(values[row] for values in columns.values())))


def _columns(contents: Contents) -> dict[str, Sequence[str]]:
    """Return the values of each column by its title."""
    library, entries = contents.library, contents.entries
    first, *others = contents.languages
    columns: dict[str, Sequence[str]] = {library.words.text("export.number", first): [one.number for one in entries]}
    for language in contents.languages:
        rows = compare(library, entries, language).rows
        more = f" ({library.words.text('export.language', language)})" if others else ""
        for row in rows:
            if row.key not in _IN_BOTH:
                columns[row.label + more] = row.values
            elif language is first:
                columns[row.label] = row.values
    if contents.memos:
        columns[library.words.text("memo.title", first)] = [contents.memos.get(entry.id, "") for entry in entries]
    return columns


def _safe(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    if text == NOTHING:
        return ""
    return f"'{text}" if text.startswith(_FORMULA) else text
