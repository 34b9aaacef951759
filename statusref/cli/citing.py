"""``statusref cite``: references to paste, one a line."""

from collections.abc import Iterator

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.requests import CiteCommand
from statusref.domain.citation import CitationFormat, Cited, cite, written
from statusref.domain.library import Library


def print_citations(command: CiteCommand, library: Library, console: Console) -> int:
    """Print a reference for each use of each id. An id that is none is named, and the others are printed all the same.

    Raises ResourceError.
    """
    code, form = OK, CitationFormat(command.form)
    for text in command.targets:
        found = list(_called(text, library))
        for cited in found:
            console.print(written(cite(library, cited, command.language), form))
        if not found:
            console.complain(library.words.text("cli.cite.no_such_id", command.language, text=quoted(text)))
            code = NOTHING
    return code


def _called(text: str, library: Library) -> Iterator[Cited]:
    """Yield what an id stands for: every use of a number, a neighbour, or a note."""
    yield from library.catalogue.find(text)
    typed = text.strip().lower()
    neighbour = library.neighbours.get(typed) if "-" in typed else None
    for found in (neighbour, library.notes.get(typed)):
        if found is not None:
            yield found
