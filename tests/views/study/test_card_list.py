"""The list of all cards: search, state, history, suspending, beginning anew."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from statusref.models.roles import Role
from statusref.study.state import Phase, Rating
from statusref.views.study.card_list_page import CardListPage
from tests.views.study.conftest import Desk


def opened(desk: Desk, search: str = "") -> CardListPage:
    desk.page.show_cards(search)
    return desk.page.card_list


def ids(page: CardListPage) -> list[str]:
    model = page.list.model()
    return [model.index(row, 0).data(Role.ID) for row in range(model.rowCount())]


def test_every_card_is_there_and_found_by_number_name_and_state(desk: Desk) -> None:
    desk.press(Qt.Key.Key_L)
    page = desk.page.card_list
    assert desk.shows(page)
    assert len(ids(page)) == len(desk.study.cards.all())
    assert page.field.hasFocus()
    desk.write("404")
    assert "meaning:404" in ids(page)
    assert all("404" in page.list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3))
    page.field.setText("GATEWAY timeout new")
    assert "meaning:504" in ids(page)
    page.field.setText("zzz")
    assert ids(page) == []
    assert page.chosen is None
    assert not page.want.isEnabled()


def test_state_and_history_are_shown(desk: Desk) -> None:
    session = desk.study.start(desk.deck())
    session.answer(Rating.GOOD)
    desk.clock.move(minutes=11)
    page = opened(desk, "meaning:200")
    assert page.chosen is not None
    assert "learning" in page._about.text()
    assert page._history.text() == "2026-11-21  Good"
    page.field.setText("meaning:404")
    assert page._history.text() == "Never answered yet."


def test_a_card_is_suspended_resumed_and_asked_for(desk: Desk) -> None:
    page = opened(desk, "pair:404~410")
    page.suspend.click()
    assert desk.study.state("pair:404~410").suspended
    assert page.chosen is not None
    assert "suspended" in page.chosen.about
    assert page.suspend.text() == "Take back"
    page.suspend.click()
    assert not desk.study.state("pair:404~410").suspended
    page.want.click()
    assert desk.study.due(desk.deck()).cards[0].id == "pair:404~410"


def test_beginning_anew_keeps_the_history(desk: Desk) -> None:
    session = desk.study.start(desk.deck())
    session.answer(Rating.EASY)
    page = opened(desk, "meaning:200")
    assert page.reset.isEnabled()
    page.reset.click()
    state = desk.study.state("meaning:200")
    assert state.phase is Phase.NEW
    assert page._history.text() == "2026-11-21  Easy"
    assert desk.study.reconcile() == 0, "a start of the program does not undo it"
    assert desk.study.state("meaning:200").phase is Phase.NEW
    assert not page.reset.isEnabled()


def test_keyboard_alone(desk: Desk) -> None:
    page = opened(desk)
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    page.open_page.click()
    assert desk.links == ["code:200"]
    desk.page.escape()
    assert desk.shows(desk.page.start)


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_a_row_without_room_has_a_tooltip(desk: Desk) -> None:
    page = opened(desk, "511")
    rows = page.list
    index = rows.model().index(0, 0)
    whole = index.data(Role.ITEM).title
    for width, tip in ((900, ""), (180, whole)):
        rows.setFixedWidth(width)
        QApplication.processEvents()
        place = rows.visualRect(index).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, rows.viewport().mapToGlobal(place))
        QApplication.sendEvent(rows.viewport(), event)
        assert QToolTip.text().startswith(tip) if tip else not QToolTip.isVisible()
