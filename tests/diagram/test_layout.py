"""Where everything of the picture stands."""

from itertools import combinations

import pytest

from statusref.diagram.branches import Branch
from statusref.diagram.layout import SIZE, Box, Layout, Picture
from statusref.diagram.wrapping import estimated, wrap
from statusref.domain.chooser import Question
from statusref.domain.library import Library


@pytest.fixture
def picture(grown: tuple[Branch, ...]) -> Picture:
    return Layout(estimated).picture(*grown)


def test_every_answer_is_drawn_once_and_each_question_at_one_place(picture: Picture, library: Library) -> None:
    chooser = library.chooser
    drawn = [box.branch.question for box in picture.boxes if box.branch.question and not box.refers]
    assert sorted(drawn) == sorted(chooser.questions)
    answers = sum(len(question.answers) for question in chooser.questions.values())
    assert len(picture.boxes) == answers + len(chooser.ways)
    assert len(picture.edges) == answers


def test_every_place_is_one_of_the_chooser(picture: Picture, library: Library) -> None:
    for box in picture.boxes:
        walk = library.chooser.walk(box.branch.place)
        assert walk is not None
        if isinstance(walk.at, Question):
            assert box.branch.asked in {walk.at.ask.ko, walk.at.ask.en}
        else:
            assert box.branch.asked.startswith(walk.at.code[:3])


def test_no_box_covers_another(picture: Picture) -> None:
    def apart(one: Box, other: Box) -> bool:
        return (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        )

    assert all(apart(one, other) for one, other in combinations(picture.boxes, 2))


def test_text_stays_in_its_box(picture: Picture) -> None:
    for box in picture.boxes:
        for line in box.lines:
            assert box.x < line.x
            assert line.x + estimated(line.text, line.strong) * SIZE <= box.x + box.width
            assert box.y < line.y < box.y + box.height


def test_edges_lead_from_a_box_to_what_follows_from_it(picture: Picture) -> None:
    at_left = {(box.x, box.y + box.height / 2): box.branch.place for box in picture.boxes}
    at_right = {(box.x + box.width, box.y + box.height / 2): box.branch.place for box in picture.boxes}
    for edge in picture.edges:
        assert at_left[edge.end] == edge.place
        assert at_right[edge.start] == edge.place.rpartition("/")[0]


def test_boxes_are_read_before_what_follows_from_them(picture: Picture) -> None:
    places = [box.branch.place for box in picture.boxes]
    for place in places:
        before = place.rpartition("/")[0]
        assert not before or places.index(before) < places.index(place)


def test_a_word_longer_than_a_line_is_broken() -> None:
    lines = list(wrap("short " + "w" * 60, 100, 8, estimated))
    assert "".join(lines).replace(" ", "") == "short" + "w" * 60
    assert all(estimated(line, False) * 8 <= 100 for line in lines)


def test_no_text_has_no_lines() -> None:
    assert list(wrap("", 100, 8, estimated)) == []
