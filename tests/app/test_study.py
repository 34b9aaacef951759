"""Study as one of the pages of the whole program."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from statusref.pages import LOOKUP
from statusref.study.state import Rating
from statusref.views.settings_page import SettingsPage
from statusref.views.study.review_page import ReviewPage
from statusref.views.study.review_stage import Stage
from statusref.views.study.study_page import StudyPage
from statusref.views.study.study_settings import StudySettings
from tests.app.conftest import Launch
from tests.app.driving import ALT, CTRL, Driver


def open_study(driver: Driver) -> StudyPage:
    driver.press(Qt.Key.Key_3, ALT)
    assert driver.shows("study")
    return cast("StudyPage", driver.window.page_called("study"))


def begin_review(driver: Driver) -> ReviewPage:
    study = open_study(driver)
    driver.press(Qt.Key.Key_Return)
    assert study.shown is study.review
    return study.review


def test_study_is_made_when_first_opened(driver: Driver) -> None:
    assert "study" not in driver.window._pages
    study = open_study(driver)
    assert study.shown is study.start
    assert driver.window.windowTitle() == "Study – StatusRef"
    assert study.start.review.hasFocus()


def test_an_answer_outlives_the_program(launch: Launch) -> None:
    driver = launch()
    review = begin_review(driver)
    driver.press(Qt.Key.Key_Space)
    driver.press(Qt.Key.Key_4)
    assert review.session is not None
    assert review.session.done == 1
    driver.quit()
    again = launch()
    assert again.app.core.study.statistics().totals().answers == 1


def test_a_link_leads_to_the_page_and_back_leads_to_the_same_card(driver: Driver) -> None:
    review = begin_review(driver)
    driver.press(Qt.Key.Key_Space)
    assert review.session is not None
    shown = review.session.shown
    driver.press(Qt.Key.Key_O, CTRL)
    assert driver.shows(LOOKUP)
    assert driver.has_keyboard(driver.reader)
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.shows("study")
    assert review.session.shown == shown
    assert review.stage is Stage.ANSWER
    driver.press(Qt.Key.Key_3)
    assert review.session.done == 1


def test_the_memo_key_of_the_window_opens_the_memo_on_the_card(driver: Driver) -> None:
    review = begin_review(driver)
    driver.press(Qt.Key.Key_Space)
    driver.press(Qt.Key.Key_M, CTRL)
    assert review.memo.isVisible()
    driver.press(Qt.Key.Key_M, CTRL)
    assert not review.memo.isVisible()


def test_escape_steps_out_of_study(driver: Driver) -> None:
    review = begin_review(driver)
    driver.press(Qt.Key.Key_Space)
    driver.press(Qt.Key.Key_4)
    driver.press(Qt.Key.Key_Escape)
    assert review.stage is Stage.SUMMARY
    driver.press(Qt.Key.Key_Escape)
    assert cast("StudyPage", driver.window.page_called("study")).shown is not review
    driver.press(Qt.Key.Key_Escape)
    assert driver.shows(LOOKUP)


def test_language_and_appearance_switch_while_studying(driver: Driver) -> None:
    review = begin_review(driver)
    driver.press(Qt.Key.Key_Space)
    driver.press(Qt.Key.Key_L, CTRL)
    assert review.answers.ratings.buttons[Rating.GOOD].text() == "알맞음"
    assert "더 읽기" in review.reader.toPlainText()
    driver.press(Qt.Key.Key_Plus, CTRL)
    driver.press(Qt.Key.Key_3)
    assert review.stage is Stage.QUESTION


def _is_writing_memo(driver: Driver) -> bool:
    editor = driver.window.lookup.detail._editor
    return editor is not None and editor.isVisible()


def test_a_memo_is_written_on_a_codes_page_and_shown_there(driver: Driver) -> None:
    driver.search("404")
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_M, CTRL)
    assert _is_writing_memo(driver)
    driver.write("gone is **410**")
    driver.press(Qt.Key.Key_Escape)
    assert not _is_writing_memo(driver)
    assert driver.app.core.data.memos.get("404") == "gone is **410**"
    assert "gone is 410" in driver.window.lookup.detail.reader.toPlainText()
    driver.search("410")
    assert "gone is 410" not in driver.window.lookup.detail.reader.toPlainText()


def test_a_memo_being_written_is_saved_when_the_window_closes(launch: Launch) -> None:
    driver = launch()
    driver.search("410")
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_M, CTRL)
    driver.write("kept")
    driver.quit()
    assert launch().app.core.data.memos.get("410") == "kept"


def test_limits_are_set_on_the_settings_page(driver: Driver) -> None:
    driver.press(Qt.Key.Key_Comma, CTRL)
    page = cast("SettingsPage", driver.window.page_called("settings"))
    rows = next(child for child in page.findChildren(QWidget) if isinstance(child, StudySettings))
    rows.rows["new_per_day"].chosen.emit(3)
    assert driver.app.core.study.options.new_per_day == 20
    study = open_study(driver)
    assert study.start.picker.rows[0].accessibleName().startswith("All codes, 20 new, ")
