"""What a cheat sheet contains: a row for each code, class by class, with the unofficial codes last."""

from collections.abc import Iterable
from typing import NamedTuple

from statusref.domain.catalogue import tone
from statusref.domain.description.blocks import Description, Head, Part
from statusref.domain.library import Library
from statusref.domain.markdown import Span, Table
from statusref.domain.prose import FOLDER
from statusref.domain.status import Entry, StatusClass
from statusref.domain.text import Language

COLUMNS = ("export.number", "compare.phrase", "compare.korean", "part.first-step", "part.side")
"""The keys of the titles of the columns, for the printed sheet and for the PDF."""


class SheetRow(NamedTuple):
    """What a sheet says of a code; ``vendor`` is empty for a registered one."""

    number: str
    phrase: str
    vendor: str
    korean: str
    step: str
    side: str


class SheetGroup(NamedTuple):
    """The rows of a class; None for the unofficial codes."""

    status_class: StatusClass | None
    rows: tuple[SheetRow, ...]


def sheet_groups(entries: Iterable[Entry], language: Language) -> list[SheetGroup]:
    """Return the rows of the entries in groups, without those that are empty."""
    rows: dict[StatusClass | None, list[SheetRow]] = {one: [] for one in (*StatusClass, None)}
    for entry in entries:
        rows[tone(entry)].append(_row(entry, language))
    return [SheetGroup(one, tuple(found)) for one, found in rows.items() if found]


def describe_sheet(library: Library, entries: Iterable[Entry], language: Language) -> Description:
    """Describe the sheet of these codes.

    Its columns: code, phrase, Korean meaning, first step, who is most likely at fault.
    """
    text = library.words.text
    head = tuple((Span(text(key, language)),) for key in COLUMNS)
    rows = (
        (
            (Span(row.number, strong=True),),
            (Span(f"{row.phrase} ({row.vendor})" if row.vendor else row.phrase),),
            (Span(row.korean),),
            (Span(row.step),),
            (Span(row.side),),
        )
        for group in sheet_groups(entries, language)
        for row in group.rows
    )
    table = Table((head, *rows))
    return Description(Head("", text("overview.all", language)), lambda: (Part("", (table,)),), FOLDER)


def _row(entry: Entry, language: Language) -> SheetRow:
    return SheetRow(
        entry.number,
        entry.phrase,
        entry.vendor[language] if entry.vendor else "",
        entry.korean,
        entry.first_step[language],
        entry.side.phrase[language],
    )
