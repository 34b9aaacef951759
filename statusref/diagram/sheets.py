"""Parts the trees over sheets of paper: what does not fit goes on further below, or on a sheet of its own."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from statusref.diagram.branches import Branch
from statusref.diagram.layout import LINE, Box, Layout, Picture, left_of
from statusref.diagram.wrapping import Measure

WIDTH, HEIGHT = 595.28, 841.89
"""A4, upright, in points."""
MARGIN = 28.0
FOOT = 18.0
"""The room for the line at the foot."""
HEAD = LINE + 8
"""The room for the heading of a part."""
BETWEEN = 26.0
_ROOM_WIDTH, _ROOM_HEIGHT = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN - FOOT
_WIDEST_NUMBER = 99

Note = Callable[[int], str]
"""Returns what stands behind a question that goes on elsewhere, given the number of that sheet."""


class Part(NamedTuple):
    """A tree on a sheet: the answers that lead to it, and what is drawn below them from ``top``."""

    heading: tuple[str, ...]
    picture: Picture
    top: float


class Sheet(NamedTuple):
    """One sheet; its number is counted from 1."""

    number: int
    parts: tuple[Part, ...]


def sheets(trees: Sequence[Branch], measure: Measure, note: Note) -> tuple[Sheet, ...]:
    """Part ``trees`` over sheets, each part before what goes on from it."""
    pieces = [piece for tree in trees for piece in _pieces(tree, (tree.said,), measure, note)]
    stacks = _stacked(pieces)
    number_of = {
        box.branch.question: number
        for number, stack in enumerate(stacks, 1)
        for piece in stack
        for box in piece.picture.boxes
        if not box.refers
    }

    def where(branch: Branch) -> str:
        return note(number_of[branch.question])

    made: list[Sheet] = []
    for number, stack in enumerate(stacks, 1):
        parts: list[Part] = []
        top = 0.0
        for piece in stack:
            parts.append(Part(piece.heading, Layout(measure, piece.cut, where).picture(piece.tree), top))
            top += piece.height + BETWEEN
        made.append(Sheet(number, tuple(parts)))
    return tuple(made)


class _Piece(NamedTuple):
    """A tree and the questions that were cut off of it; ``picture`` leaves room for the number of any sheet."""

    tree: Branch
    cut: frozenset[str]
    heading: tuple[str, ...]
    picture: Picture

    @property
    def height(self) -> float:
        return HEAD + self.picture.height


def _pieces(tree: Branch, heading: tuple[str, ...], measure: Measure, note: Note) -> Iterator[_Piece]:
    """Yield ``tree`` as far as it fits on a sheet, then what was cut off of it in the same way."""
    cut: frozenset[str] = frozenset()

    def draw() -> Picture:
        return Layout(measure, cut, lambda _: note(_WIDEST_NUMBER)).picture(tree)

    picture = draw()
    while (off := _to_cut(picture)) is not None:
        cut |= {off}
        picture = draw()
    yield _Piece(tree, cut, heading, picture)
    for branch, path in _cut_off(tree, cut, heading):
        yield from _pieces(branch, path, measure, note)


def _to_cut(picture: Picture) -> str | None:
    """Return the question to cut off next: one that leads over the edge, else the one that takes most room."""
    asking = [box for box in picture.boxes[1:] if box.branch.question is not None and not box.refers]
    over = [box for box in picture.boxes if box.x + box.width > _ROOM_WIDTH]
    # From the second column on, so that something of the branch is left where it begins.
    leading = [box for box in asking if box.x >= left_of(1) and any(_under(inner, box) for inner in over)]
    if leading:
        return min(leading, key=lambda box: box.x).branch.question
    if HEAD + picture.height <= _ROOM_HEIGHT or not asking:
        return None
    return max(asking, key=lambda box: sum(_under(inner, box) for inner in picture.boxes)).branch.question


def _under(inner: Box, box: Box) -> bool:
    return inner.branch.place.startswith(f"{box.branch.place}/")


def _cut_off(tree: Branch, cut: frozenset[str], path: tuple[str, ...]) -> Iterator[tuple[Branch, tuple[str, ...]]]:
    """Yield the branches that were cut off of ``tree``, each with the answers up to it, from the top down."""
    for inner in tree.branches:
        if inner.question not in cut:
            yield from _cut_off(inner, cut, (*path, inner.said))
        elif not inner.refers:
            yield inner, (*path, inner.said)


def _stacked(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Put pieces one below the other, in their order, as long as a sheet has room."""
    stacks: list[list[_Piece]] = []
    room = 0.0
    for piece in pieces:
        if not stacks or piece.height > room:
            stacks.append([])
            room = _ROOM_HEIGHT
        stacks[-1].append(piece)
        room -= piece.height + BETWEEN
    return stacks
