"""Neighbours in the terminal: their page, their line in a list, and the list of all."""

from statusref.cli.beside_shapes import whole_neighbour_shape
from statusref.cli.console import Console
from statusref.cli.exit_codes import OK
from statusref.cli.plain_text import wrapped
from statusref.cli.rendering import entry_line
from statusref.cli.requests import ListNeighboursCommand, ShowCommand
from statusref.cli.shapes import array_of_lines, indented, one_line
from statusref.domain.library import Library
from statusref.domain.neighbours import Neighbour
from statusref.domain.text import Language

_INDENT = "  "


def show_neighbour(neighbour: Neighbour, command: ShowCommand, library: Library, console: Console) -> int:
    """Print the page of a neighbour, or its object."""
    if command.json:
        console.print(indented(whole_neighbour_shape(neighbour)))
    else:
        console.print(_page(neighbour, library, command.language, console.width))
    return OK


def list_neighbours(command: ListNeighboursCommand, library: Library, console: Console) -> int:
    """Print every neighbour, family by family. Raises ResourceError."""
    neighbours = library.neighbours.all()
    if command.json:
        console.print(array_of_lines([one_line(whole_neighbour_shape(neighbour)) for neighbour in neighbours]))
    else:
        for neighbour in neighbours:
            console.print(neighbour_line(neighbour, library, command.language))
    return OK


def neighbour_line(neighbour: Neighbour, library: Library, language: Language) -> str:
    """Return the one line for a neighbour in a list: its id, which ``show`` takes, its names and its family."""
    family = library.neighbours.family(neighbour.family).title[language]
    return f"{neighbour.id:<14}  {_names(neighbour)}  [{family}]"


def _names(neighbour: Neighbour) -> str:
    number, name = neighbour.number, neighbour.name
    return name if number.lower() in name.lower() else f"{number} {name}"


def _page(neighbour: Neighbour, library: Library, language: Language, width: int | None) -> str:
    family = library.neighbours.family(neighbour.family)
    words = library.words
    parts = [
        f"{_names(neighbour)}\n{family.title[language]}",
        "\n".join(wrapped(neighbour.meaning[language], width)),
    ]
    if neighbour.no_answer:
        parts.append("\n".join(wrapped(words.text("neighbour.no_answer", language), width)))
    for key, lines in (
        ("neighbour.goes_with", _codes(neighbour, library, language)),
        ("neighbour.check", [neighbour.check[language]]),
        ("neighbour.aliases", [", ".join(neighbour.aliases)] if neighbour.aliases else []),
        ("neighbour.family", [family.about[language]]),
        ("part.sources", [neighbour.source]),
    ):
        if lines:
            body = "\n".join(_indented(line, width) for line in lines)
            parts.append(f"{words.text(key, language)}\n{body}")
    return "\n\n".join(parts)


def _codes(neighbour: Neighbour, library: Library, language: Language) -> list[str]:
    entries = map(library.catalogue.get, neighbour.codes)
    return [entry_line(entry, language) for entry in entries if entry is not None]


def _indented(text: str, width: int | None) -> str:
    return "\n".join(_INDENT + line for line in wrapped(text, None if width is None else width - len(_INDENT)))
