"""The charts of the progress page: their words, the keys and clicks of the map, the exported picture."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from statusref.domain.text import Language
from statusref.study.state import Rating
from statusref.study.statistics import Mastery
from statusref.theme.tokens import DARK, LIGHT, Tokens
from statusref.views.study.mastery_map import MasteryMap
from statusref.views.study.progress_page import ProgressPage
from statusref.views.study.shades import STEPS, ink, shade, step_of
from tests.views.study.conftest import Desk, DeskMaker


def _cell(mastery: MasteryMap, entry_id: str) -> QRect:
    return {entry.id: rect for entry, rect in mastery._cells(mastery.width())}[entry_id]


def studied(desk: Desk, days: int = 12) -> None:
    """Answer a dozen cards on each of ``days`` days."""
    for number in range(days):
        session = desk.study.start(desk.deck())
        for _ in range(12):
            if session.shown is None:
                break
            session.answer(Rating.AGAIN if number % 5 == 4 else Rating.GOOD, 4000)
            desk.clock.move(seconds=9)
        desk.clock.move(days=1)


def opened(desk: Desk) -> ProgressPage:
    desk.page.show_progress()
    QApplication.processEvents()
    return desk.page.progress


def test_everything_has_words(desk: Desk) -> None:
    studied(desk)
    progress = opened(desk)
    for chart in (progress.forecast, progress.retention, progress.mastery, progress.calendar):
        assert chart.accessibleName()
        assert chart.accessibleDescription()
    assert "in 30 days" in progress.forecast.accessibleDescription()
    assert "The goal is 90 %" in progress.retention.accessibleDescription()
    assert "streak" in progress.calendar.accessibleDescription()


def test_nothing_studied_yet_is_said(desk: Desk) -> None:
    progress = opened(desk)
    assert progress.retention.accessibleDescription() == "Shown once learnt cards come back."
    assert progress.forecast.accessibleDescription().startswith("0 cards")


def test_the_map_has_a_cell_for_every_code_and_a_click_opens_its_page(desk: Desk) -> None:
    progress = opened(desk)
    cells = [_cell(progress.mastery, entry.id) for entry in desk.context.catalogue.entries]
    assert len({(cell.x(), cell.y()) for cell in cells}) == len(desk.context.catalogue.entries)
    QTest.mouseClick(progress.mastery, Qt.MouseButton.LeftButton, pos=_cell(progress.mastery, "404").center())
    assert desk.links == ["code:404"]


def test_the_map_by_keys(desk: Desk) -> None:
    progress = opened(desk)
    assert progress.mastery.hasFocus()
    first = progress.mastery.current
    desk.press(Qt.Key.Key_Right)
    assert progress.mastery.current.code > first.code
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Down)
    assert progress.mastery.current.code == 200
    assert progress.mastery.accessibleDescription().startswith("200 OK")
    desk.press(Qt.Key.Key_Return)
    assert desk.links == ["code:200"]


def test_the_legend_of_the_map_stays(desk: Desk) -> None:
    progress = opened(desk)
    legend = "The stronger the colour and the longer the bar, the better it is known."
    QTest.mouseMove(progress.mastery, _cell(progress.mastery, "404").center())
    desk.press(Qt.Key.Key_Right)
    assert progress._abouts["mastery"].text() == legend
    assert progress._cell.text().startswith("101 Switching Protocols")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_low_level_has_a_bar_that_can_be_seen(desk: Desk, tokens: Tokens) -> None:
    desk.context.theme.apply(tokens=tokens)
    mastery = opened(desk).mastery
    mastery.show_mastery({"404": Mastery(0.1, 1, 9), "410": Mastery(0.5, 1, 9)})
    picture = mastery.grab().toImage()
    bars = []
    for entry_id, level in (("404", 0.1), ("410", 0.5)):
        cell, step = _cell(mastery, entry_id), step_of(level)
        line = [picture.pixelColor(x, cell.bottom() - 6) for x in range(cell.left(), cell.right())]
        bars.append(sum(colour == ink(tokens, step) for colour in line))
    assert 4 <= bars[0] < bars[1]


def test_resting_on_a_chart_says_what_is_there(desk: Desk) -> None:
    studied(desk)
    progress = opened(desk)
    assert "404" in progress.mastery.tip_at(_cell(progress.mastery, "404").center())
    assert "Today" in progress.forecast.tip_at(QPoint(2, 60))
    calendar = progress.calendar
    tips = {
        calendar.tip_at(QPoint(x, y)) for x in range(0, calendar.width(), 6) for y in range(0, calendar.height(), 6)
    }
    assert any("12 answers" in tip for tip in tips)
    assert any("no study" in tip for tip in tips)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", Language)
def test_the_page_is_saved_as_a_picture(desk: Desk, tmp_path: Path, tokens: Tokens, language: Language) -> None:
    studied(desk, days=3)
    desk.context.theme.apply(tokens=tokens)
    progress = opened(desk)
    desk.speak(language)
    desk.files.path = tmp_path / "progress.png"
    progress.export_picture()
    picture = QImage(str(desk.files.path))
    assert picture.width() == 2 * progress.area.viewport().width()
    assert picture.height() > 2 * progress.area.viewport().height()
    assert picture.pixelColor(4, 4).name() == tokens.surface
    chart = progress.forecast
    corner = chart.mapTo(progress.area.widget() or chart, chart.rect().topLeft())
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(2 * corner.x(), 2 * (corner.x() + chart.width()), 3)
        for y in range(2 * corner.y(), 2 * (corner.y() + chart.height()), 3)
    }
    assert tokens.accent in colours
    assert progress._told.text() == desk.context.localizer.text("study.progress.saved", path=desk.files.path)


def test_a_picture_that_cannot_be_saved_is_told(desk: Desk, tmp_path: Path) -> None:
    progress = opened(desk)
    desk.files.path = tmp_path / "nowhere" / "progress.png"
    progress.export_picture()
    assert "Could not be saved" in progress._told.text()


def test_the_figures_are_read_anew_when_the_page_is_shown_again(desk: Desk) -> None:
    before = opened(desk).mastery.accessibleDescription()
    desk.page.show_start()
    studied(desk, days=2)
    desk.page.show_progress()
    assert opened(desk).mastery._whole() != before


def test_leeches_are_listed_and_suspended_and_resumed(make_desk: DeskMaker) -> None:
    desk = make_desk(leech_lapses=1, new_per_day=1)
    assert not opened(desk).leeches.isVisible()
    desk.study.want("code:403")
    for rating in (Rating.EASY, Rating.AGAIN):
        desk.study.start(desk.deck("403")).answer(rating)
        desk.clock.move(days=30)
    desk.page.show_start()
    leeches = opened(desk).leeches
    (row,) = leeches.rows
    assert leeches.isVisible()
    assert row.name.text() == "Forbidden · Meaning → code"
    assert row.about.text() == "forgotten 1 time · mixed up with 401 Unauthorized"
    assert row.button.accessibleName() == "Suspend: Forbidden · Meaning → code"
    row.button.click()
    assert [card.id for card in desk.study.suspended()] == ["code:403"]
    assert row.button.text() == "Take back"
    assert row.about.text().endswith(" · suspended")
    row.button.click()
    assert not desk.study.suspended()


def test_levels_become_steps() -> None:
    assert [step_of(level) for level in (0, 0.01, 0.3, 0.6, 0.99, 1)] == [0, 1, 2, 3, 4, 4]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_can_be_read_on_every_step(tokens: Tokens) -> None:
    for tone, tint in tokens.tones.values():
        for step in range(STEPS):
            assert contrast(shade(tokens, tint, tone, step), ink(tokens, step)) >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio as defined by WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(paint: QColor) -> float:
    parts = (paint.redF(), paint.greenF(), paint.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_day_is_named_in_the_calendar(desk: Desk) -> None:
    progress = opened(desk)
    assert progress.calendar._monday(progress.calendar._weeks() - 1) <= date(2026, 11, 21)
    assert timedelta(days=6) >= date(2026, 11, 21) - progress.calendar._monday(progress.calendar._weeks() - 1)
