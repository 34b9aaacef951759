"""The sheets of paper: what is on each, and that all of it can be read."""

import re

import pytest

from statusref.diagram.branches import Branch
from statusref.diagram.layout import SIZE
from statusref.diagram.sheets import FOOT, HEAD, HEIGHT, MARGIN, WIDTH, Sheet, sheets
from statusref.diagram.wrapping import estimated
from statusref.domain.library import Library

_LEGIBLE = 7.0
"""Points; smaller text on paper is hard to read."""


@pytest.fixture(scope="module")
def printed(grown: tuple[Branch, ...]) -> tuple[Sheet, ...]:
    return sheets(grown, estimated, lambda number: f"(page {number})")


def test_text_can_be_read_on_a4() -> None:
    assert SIZE >= _LEGIBLE
    assert (round(WIDTH / 72 * 25.4), round(HEIGHT / 72 * 25.4)) == (210, 297)


def test_everything_lies_within_the_margins(printed: tuple[Sheet, ...]) -> None:
    for sheet in printed:
        for part in sheet.parts:
            assert part.picture.width <= WIDTH - 2 * MARGIN
            assert part.top + HEAD + part.picture.height <= HEIGHT - 2 * MARGIN - FOOT


def test_parts_of_a_sheet_do_not_touch(printed: tuple[Sheet, ...]) -> None:
    for sheet in printed:
        bottom = 0.0
        for part in sheet.parts:
            assert part.top >= bottom
            bottom = part.top + HEAD + part.picture.height


def test_every_question_and_every_code_is_on_a_sheet(printed: tuple[Sheet, ...], library: Library) -> None:
    boxes = [box for sheet in printed for part in sheet.parts for box in part.picture.boxes]
    drawn = [box.branch.question for box in boxes if box.branch.question and not box.refers]
    assert sorted(drawn) == sorted(library.chooser.questions)
    codes = {box.branch.asked.split()[0] for box in boxes if box.branch.question is None}
    assert codes == {outcome.code.partition("-")[0] for outcome in library.chooser.outcomes.values()}


def test_a_reference_names_the_sheet_where_the_question_is(printed: tuple[Sheet, ...]) -> None:
    at = {
        box.branch.question: sheet.number
        for sheet in printed
        for part in sheet.parts
        for box in part.picture.boxes
        if not box.refers
    }
    references = [box for sheet in printed for part in sheet.parts for box in part.picture.boxes if box.refers]
    assert references
    for box in references:
        named = re.search(r"\(page\s(\d+)\)$", " ".join(line.text for line in box.lines))
        assert named
        assert int(named[1]) == at[box.branch.question]


def test_a_part_says_which_answers_lead_to_it(printed: tuple[Sheet, ...], library: Library) -> None:
    for sheet in printed:
        for part in sheet.parts:
            walk = library.chooser.walk(part.picture.boxes[0].branch.place)
            assert walk is not None
            said = (walk.way.title, *(step.answer.text for step in walk.steps))
            assert part.heading in (tuple(text.ko for text in said), tuple(text.en for text in said))


def test_it_takes_no_more_paper_than_it_must(printed: tuple[Sheet, ...]) -> None:
    assert len(printed) <= 14
