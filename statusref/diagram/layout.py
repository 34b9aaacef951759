"""Where everything of a tree stands: left to right, each box in the middle of what follows from it.

Decided once, so that the window, SVG and PDF draw the same. Lengths are points: of 7.5 and more, text on paper can be
read.
"""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from statusref.diagram.branches import Branch
from statusref.diagram.wrapping import NO_BREAK, Measure, wrap

SIZE = 8.0
"""The size of the text."""
LINE = 10.5
PAD = 6.0
FIRST = 120.0
"""The width of the first column."""
COLUMN = 197.0
BETWEEN = 12.0
"""Free between two columns."""
APART = 6.0
"""Free between two boxes of a column."""
FAR_APART = 40.0
"""Free between two trees."""


class Line(NamedTuple):
    """A line of text. ``y`` is where its letters stand. ``strong`` is what an answer leads to."""

    text: str
    x: float
    y: float
    strong: bool


class Box(NamedTuple):
    """A branch with its place on the picture; ``refers`` as the branch does, or because it was cut off here."""

    branch: Branch
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    refers: bool


class Edge(NamedTuple):
    """From the right side of a box to the left side of one that follows from it, by way of ``bend``."""

    start: tuple[float, float]
    bend: float
    end: tuple[float, float]
    place: str
    """The place of the branch at its end."""


class Picture(NamedTuple):
    """What is to be drawn: edges first, boxes over them."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


class Layout:
    """Lays out trees. Of the questions in ``cut``, only a reference is drawn; ``note`` says where each goes on."""

    def __init__(
        self, measure: Measure, cut: Collection[str] = (), note: Callable[[Branch], str] = lambda _: ""
    ) -> None:
        self._measure = measure
        self._cut = cut
        self._note = note
        self._boxes: list[Box] = []
        self._edges: list[Edge] = []

    def picture(self, *trees: Branch) -> Picture:
        """Lay out trees one below the other; the first question of each is drawn, even where it is cut elsewhere."""
        bottom = -FAR_APART
        for tree in trees:
            _, bottom = self._place(tree, 0, bottom + FAR_APART, is_root=True)
        width = max(box.x + box.width for box in self._boxes)
        height = max(box.y + box.height for box in self._boxes)
        return Picture(width, height, tuple(self._boxes), tuple(self._edges))

    def _place(self, branch: Branch, column: int, top: float, *, is_root: bool = False) -> tuple[Box, float]:
        """Place a branch and all that follows below ``top``. Return its box, and where they end."""
        refers = branch.refers or (branch.question in self._cut and not is_root)
        followers: list[Box] = []
        # Boxes are read in the order in which questions are answered.
        position_of_box = len(self._boxes)
        bottom = top
        for inner in () if refers else branch.branches:
            box, bottom = self._place(inner, column + 1, bottom + (APART if followers else 0))
            followers.append(box)
        texts = tuple(self._lines(branch, column, refers=refers))
        height = len(texts) * LINE + 2 * PAD - (LINE - SIZE)
        if followers:
            middle = (_middle(followers[0]) + _middle(followers[-1])) / 2
            y = min(max(middle - height / 2, top), max(bottom - height, top))
        else:
            y = top
        x = left_of(column)
        lines = tuple(
            Line(text, x + PAD, y + PAD + position * LINE + SIZE * 0.86, strong)
            for position, (text, strong) in enumerate(texts)
        )
        made = Box(branch, x, y, width_of(column), height, lines, refers)
        self._boxes.insert(position_of_box, made)
        for box in followers:
            start = (x + made.width, _middle(made))
            self._edges.append(Edge(start, box.x - BETWEEN / 2, (box.x, _middle(box)), box.branch.place))
        return made, max(bottom, y + height)

    def _lines(self, branch: Branch, column: int, *, refers: bool) -> Iterator[tuple[str, bool]]:
        room = width_of(column) - 2 * PAD
        for text in wrap(branch.said, room, SIZE, self._measure):
            yield text, False
        note = self._note(branch).replace(" ", NO_BREAK)
        asked = f"→{NO_BREAK}{branch.asked} {note}" if refers else branch.asked
        for text in wrap(asked, room, SIZE, self._measure, strong=True):
            yield text, True


def left_of(column: int) -> float:
    """Return where a column begins."""
    return 0.0 if column == 0 else FIRST + BETWEEN + (column - 1) * (COLUMN + BETWEEN)


def width_of(column: int) -> float:
    return FIRST if column == 0 else COLUMN


def _middle(box: Box) -> float:
    return box.y + box.height / 2
