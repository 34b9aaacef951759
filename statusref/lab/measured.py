"""The clients that were measured, as the tables of the notes have them. The notes are the only source."""

from typing import NamedTuple

from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.markdown import Spans, Table, parse_blocks
from statusref.domain.notes import note_file
from statusref.domain.text import Language


class Measured(NamedTuple):
    """One table: ``columns`` without that of the client, and by client what it did."""

    columns: tuple[str, ...]
    rows: dict[str, tuple[str, ...]]


def outcomes(library: Library, language: Language) -> Measured:
    """Return what is sent after a redirect. Raises ResourceError if the note lacks the table."""
    return _table(library, language, "redirects", "POST 301")


def passing(library: Library, language: Language) -> Measured:
    """Return hops, and Authorization to another port and to another host. Raises ResourceError as above."""
    return _table(library, language, "redirects", "Authorization")


def repetitions(library: Library, language: Language) -> Measured:
    """Return how often a request comes when its connection is lost. Raises ResourceError as above."""
    return _table(library, language, "retries", "GET, PUT, POST")


def _table(library: Library, language: Language, note: str, mark: str) -> Measured:
    """Return the table that has ``mark`` in one of its headings, but not in the first."""
    for block in parse_blocks(library.notes.text(note, language)):
        if isinstance(block, Table):
            (_, *columns), *rows = [tuple(map(_plain, row)) for row in block.rows]
            if len(columns) > 1 and any(mark in column for column in columns):
                return Measured(tuple(columns), {client: tuple(cells) for client, *cells in rows})
    raise ResourceError(note_file(note, language), f"lacks the table with {mark!r}")


def _plain(cell: Spans) -> str:
    return "".join(span.text for span in cell)
