"""The start page of study: the day at a glance, a day to be ready by, kinds of cards, and more than today's cards."""

from datetime import timedelta

from statusref.domain.text import Language
from statusref.study.kinds import CardKind
from statusref.study.state import Rating
from tests.views.study.conftest import Desk, DeskMaker


def answer_all(desk: Desk, rating: Rating = Rating.EASY) -> None:
    session = desk.study.start(desk.deck())
    while session.shown is not None:
        session.answer(rating)


def figures(desk: Desk) -> list[str]:
    return [figure.accessibleName() for figure in desk.page.start.day.figures._figures]


def test_the_day_is_seen_at_once(desk: Desk) -> None:
    assert figures(desk) == ["Due now: 0", "New today: 10", "Current streak: 0 days"]
    answer_all(desk)
    desk.clock.move(days=8)
    desk.page.start.refresh()
    assert figures(desk)[0] == "Due now: 10"
    assert desk.page.start.day.week.accessibleDescription().startswith("Today: 10 cards")
    assert desk.page.start.day.strip.accessibleDescription() == "10 of 103 codes seen"
    assert desk.page.start.picker.rows[0].numbers[0] == "10"


def test_a_day_to_be_ready_by_sets_the_new_cards(desk: Desk) -> None:
    ready = desk.page.start.ready
    ready.finish()
    assert "At 10 new cards a day" in ready.told
    ready.choices.chosen.emit(3)
    day = desk.study.options.ready_by
    assert day == desk.study.days.of(desk.clock.time) + timedelta(days=21)
    assert "21 days left" in ready.told
    assert "21 days left" in desk.page.start.day.left
    assert ready.field.text() == day.isoformat()
    a_day = desk.study.readiness(day).a_day
    assert figures(desk)[1] == f"New today: {a_day}"
    ready.choices.chosen.emit(0)
    assert desk.study.options.ready_by is None
    assert figures(desk)[1] == "New today: 10"


def test_what_does_not_fit_is_said(desk: Desk) -> None:
    ready = desk.page.start.ready
    ready.choices.chosen.emit(1)
    assert "too many" in ready.told
    assert "True or false" in ready.told
    ready.field.setText("2020-01-01")
    ready.field.returnPressed.emit()
    assert "has come" in ready.told
    assert desk.page.start.day.left.count("\n") == 1


def test_what_is_no_date_changes_nothing(make_desk: DeskMaker) -> None:
    desk = make_desk(Language.KOREAN)
    ready = desk.page.start.ready
    ready.choices.chosen.emit(2)
    before = desk.study.options
    for typed in ("모레", "2026-13-01", "18/12/2026", "9" * 20):
        ready.field.setText(typed)
        ready.field.returnPressed.emit()
        assert "날짜" in ready.told
        assert desk.study.options == before
    ready.field.setText("")
    ready.field.returnPressed.emit()
    assert desk.study.options.ready_by is None


def test_the_kinds_of_a_deck_are_chosen(desk: Desk) -> None:
    buttons = desk.page.start.kinds.buttons
    for kind in (CardKind.MEANING, CardKind.SCENARIO, CardKind.PAIR, CardKind.MISCONCEPTION):
        buttons[kind].click()
    due = desk.study.due(desk.deck())
    assert {card.kind for card in due.cards} == {CardKind.CODE}
    buttons[CardKind.CODE].click()
    assert buttons[CardKind.CODE].isChecked(), "one kind always stays"
    desk.page.start.picker.rows[1].click()
    assert all(button.isChecked() for button in buttons.values()), "another deck has its own choice"


def test_when_today_is_done_there_is_more(desk: Desk) -> None:
    more = desk.page.start.more
    assert not more.isVisible()
    answer_all(desk)
    desk.page.start.refresh()
    assert more.isVisible()
    assert more.new.text() == "5 more new cards"
    more.new.click()
    session = desk.page.review.session
    assert session is not None
    assert session.left.new == 5
    desk.page.show_start()
    desk.clock.move(days=6)
    answer_all(desk)
    desk.page.start.refresh()
    more.ahead.click()
    session = desk.page.review.session
    assert session is not None
    assert session.left.review > 0
