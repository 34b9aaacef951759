"""The parts that a comparison is made of: what is compared, cells, rows, and what tells two entries apart."""

from typing import NamedTuple

from statusref.domain.catalogue import title
from statusref.domain.links import Link, code_link, neighbour_link
from statusref.domain.neighbours import Neighbour, neighbour_title
from statusref.domain.status import Entry

Compared = Entry | Neighbour
"""What can be put side by side."""
NOTHING = "–"
"""The text of a cell where an entry has no such fact."""


class Item(NamedTuple):
    """A text in a cell, and where it leads."""

    text: str
    link: Link | None = None


Cell = tuple[Item, ...]
"""The texts of one row about one entry, usually a single one."""


def cell_text(cell: Cell) -> str:
    """Return the texts of a cell in one line."""
    return ", ".join(item.text for item in cell)


class ComparedRow(NamedTuple):
    """One fact of every entry. ``key`` is the key of its label among the words."""

    key: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(map(cell_text, self.cells))

    @property
    def differs(self) -> bool:
        return len(set(self.values)) > 1


class Difference(NamedTuple):
    """The sentence that tells two of the entries apart."""

    ids: tuple[str, str]
    text: str


class Comparison(NamedTuple):
    """``entries`` are the columns."""

    entries: tuple[Compared, ...]
    differences: tuple[Difference, ...]
    rows: tuple[ComparedRow, ...]


def column_title(compared: Compared) -> str:
    """Return the title of a column: the number, with the name where another entry may have the same number."""
    if isinstance(compared, Neighbour):
        return neighbour_title(compared)
    return compared.number if compared.official else title(compared)


def full_title(compared: Compared) -> str:
    """Return number and name, such as ``404 Not Found``."""
    return neighbour_title(compared) if isinstance(compared, Neighbour) else title(compared)


def page_of(compared: Compared) -> Link:
    """Return the link to the page of what is compared."""
    return neighbour_link(compared.id) if isinstance(compared, Neighbour) else code_link(compared.id)
