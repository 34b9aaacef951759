"""Where the window can be, and the way back."""

from typing import NamedTuple

from statusref.domain.class_filter import ClassFilter


class CodeLocation(NamedTuple):
    """An entry's page, or the page of a number that has no entry."""

    id: str


class ClassLocation(NamedTuple):
    """The overview of a class."""

    filter: ClassFilter


class NoteLocation(NamedTuple):
    """A note."""

    slug: str


class StudyLocation(NamedTuple):
    """Study, in whatever part of it one is."""

    page: str = "study"


Location = CodeLocation | ClassLocation | NoteLocation | StudyLocation


class History:
    """Places visited, as a browser keeps them."""

    def __init__(self) -> None:
        self._places: list[Location] = []
        self._here = -1

    def visit(self, location: Location) -> None:
        """Go to a place; what lay ahead is forgotten. Visiting the place where one is changes nothing."""
        if self._here >= 0 and self._places[self._here] == location:
            return
        self._places[self._here + 1 :] = [location]
        self._here += 1

    @property
    def can_go_back(self) -> bool:
        return self._here > 0

    @property
    def can_go_forward(self) -> bool:
        return self._here < len(self._places) - 1

    def back(self) -> Location | None:
        """Step back and return where that is, or None at the start."""
        if not self.can_go_back:
            return None
        self._here -= 1
        return self._places[self._here]

    def forward(self) -> Location | None:
        """Step forward and return where that is, or None at the end."""
        if not self.can_go_forward:
            return None
        self._here += 1
        return self._places[self._here]
