"""Neighbours in the terminal: their page, their line in a list, and the list of all."""

from statusref.cli.console import Console
from statusref.cli.exit_codes import OK
from statusref.cli.rendering import page_text
from statusref.cli.requests import ListNeighboursCommand, ShowCommand
from statusref.cli.shapes import array_of_lines, indented, one_line
from statusref.domain.description.beside import describe_neighbour
from statusref.domain.library import Library
from statusref.domain.neighbours import Neighbour
from statusref.domain.shapes import whole_neighbour_shape
from statusref.domain.text import Language


def show_neighbour(neighbour: Neighbour, command: ShowCommand, library: Library, console: Console) -> int:
    """Print the page of a neighbour, or its object."""
    if command.json:
        console.print(indented(whole_neighbour_shape(neighbour)))
    else:
        page = describe_neighbour(library, neighbour, command.language)
        console.print(page_text(page, console.width))
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
