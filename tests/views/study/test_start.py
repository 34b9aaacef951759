"""The start page of study: decks and counts, keys, export and import, problems with the file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from statusref.domain.text import Language
from statusref.study.cards import CodeCard, PairCard, ScenarioCard
from statusref.study.quiz import QuizMode
from statusref.study.records import Records
from statusref.study.state import Rating
from statusref.theme.tokens import Tone
from statusref.views.study.choice_line import ChoiceLine
from statusref.views.study.context import StoreState
from statusref.views.study.deck_row import DeckRow
from tests.views.study.conftest import Desk, DeskMaker


def rows(desk: Desk) -> list[str]:
    return [row.text() for row in desk.page.start.picker.rows]


def test_decks_by_class_come_first_with_what_is_left(desk: Desk) -> None:
    assert rows(desk)[:3] == ["All codes", "1xx Informational", "2xx Successful"]
    assert desk.page.start.picker.rows[0].accessibleName().startswith("All codes, 10 new, 0 of ")
    assert "My bookmarks" not in rows(desk)


def test_bookmarks_are_a_deck(desk: Desk) -> None:
    desk.data.bookmarks.add("404")
    desk.page.start.refresh()
    assert "My bookmarks" in rows(desk)


@pytest.mark.parametrize(("group", "title"), [(1, "Essential codes"), (2, "Cloudflare"), (3, "Caching")])
def test_other_kinds_of_decks(desk: Desk, group: int, title: str) -> None:
    desk.page.start.picker.choose_group(group)
    assert title in rows(desk)
    deck = desk.page.start.picker.deck
    assert deck is not None
    assert desk.page.start.picker.rows[0].isChecked()


def test_notes_are_decks_in_either_language(desk: Desk) -> None:
    desk.page.start.picker.choose_group(4)
    english = rows(desk)
    desk.speak(Language.KOREAN)
    assert len(english) == len(desk.context.notes.notes)
    assert rows(desk) != english


def test_all_of_the_page_follows_the_language(desk: Desk) -> None:
    english = desk.page.start.ready.told
    desk.speak(Language.KOREAN)
    assert desk.page.start.ready.told != english


def test_a_narrow_row_keeps_the_name_of_its_deck(desk: Desk) -> None:
    row = DeckRow(desk.context.theme)
    row.show_deck("4xx Client error", ("0", "10", "0 / 390"), "4xx", Tone.CLIENT_ERROR)
    seen = []
    for width in (420, 260):
        row.resize(width, row.heightForWidth(width))
        # Without the round corners, which stand elsewhere in a higher row.
        seen.append(row.grab().toImage().copy(12, 0, 188, 24))
    assert seen[0] == seen[1]
    assert row.heightForWidth(260) > row.heightForWidth(420)


def test_return_starts_the_review_of_the_chosen_deck(desk: Desk) -> None:
    assert desk.page.start.review.hasFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.shows(desk.page.review)


def test_a_deck_is_chosen_by_key_and_begun_by_return(desk: Desk) -> None:
    row = desk.page.start.picker.rows[4]
    row.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert row.isChecked()
    desk.press(Qt.Key.Key_Return)
    assert desk.shows(desk.page.review)


def test_quiz_and_progress_by_key(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Q)
    assert desk.shows(desk.page.quiz)
    desk.page.escape()
    desk.press(Qt.Key.Key_G)
    assert desk.shows(desk.page.progress)
    desk.page.escape()
    assert desk.shows(desk.page.start)


def test_the_form_says_what_the_quiz_shall_be(desk: Desk) -> None:
    form = desk.page.start.form
    form.counts.buttons[3].click()
    form.modes.buttons[1].click()
    form.limits.buttons[1].click()
    wish = form.wish
    assert (wish.count, wish.mode) == (30, QuizMode.TYPED)
    limit = wish.limit(30)
    assert limit is not None
    assert limit.total_seconds() == 900
    assert form.limits.buttons[1].text() == "15:00"


def labels(line: ChoiceLine) -> list[str]:
    return [button.text() for button in line.buttons if not button.isHidden()]


def test_the_form_promises_no_more_questions_than_there_are(desk: Desk) -> None:
    start, form = desk.page.start, desk.page.start.form
    form.counts.buttons[3].click()
    form.limits.buttons[1].click()
    assert labels(form.counts) == ["5", "10", "20", "30", "50"]
    few = [card for card in desk.study.cards.all() if any(entry.id == "404" for entry in card.entries)][:7]
    form.offer(few)
    assert form.available == 7 - sum(isinstance(card, PairCard) for card in few)
    form.offer([card for card in desk.study.cards.all() if isinstance(card, CodeCard)][:7])
    assert labels(form.counts) == ["5", "all 7"]
    assert form.counts.buttons[1].isChecked()
    assert labels(form.limits) == ["None", "3:30", "1:45"]
    form.counts.buttons[0].click()
    assert labels(form.limits) == ["None", "2:30", "1:15"]
    form.offer([card for card in desk.study.cards.all() if isinstance(card, CodeCard)][:3])
    assert labels(form.counts) == ["all 3"]
    assert labels(form.limits) == ["None", "1:30", "0:45"]
    start.start_quiz()
    assert desk.page.quiz.bar._left.text() == "1 / 5 · 2:30"


def test_the_countdown_is_for_the_questions_that_there_are(desk: Desk) -> None:
    desk.data.bookmarks.add("308")
    desk.page.start.refresh()
    desk.page.start.picker.rows[[row.text() for row in desk.page.start.picker.rows].index("My bookmarks")].click()
    form = desk.page.start.form
    form.counts.buttons[min(4, len(labels(form.counts)) - 1)].click()
    form.limits.buttons[1].click()
    available = form.available
    assert available < 20
    promised = form.limits.buttons[1].text()
    desk.press(Qt.Key.Key_Q)
    assert desk.page.quiz.bar._left.text() == f"1 / {available} · {promised}"


def test_without_questions_there_is_no_quiz(desk: Desk) -> None:
    """306 is unused: no card asks for it, so there is nothing to type."""
    desk.data.bookmarks.add("306")
    start = desk.page.start
    start.refresh()
    start.picker.rows[[row.text() for row in start.picker.rows].index("My bookmarks")].click()
    assert start.quiz.isEnabled()
    start.form.modes.buttons[1].click()
    assert not start.quiz.isEnabled()
    assert start.form.nothing.isVisible()
    desk.press(Qt.Key.Key_Q)
    assert desk.shows(start)
    start.form.modes.buttons[0].click()
    assert start.quiz.isEnabled()
    assert not start.form.nothing.isVisible()


def test_coming_back_no_button_has_the_focus(desk: Desk) -> None:
    for key in (Qt.Key.Key_Q, Qt.Key.Key_G):
        desk.press(key)
        desk.page.escape()
        for again in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            desk.press(again)
            assert desk.shows(desk.page.start)
    desk.press(Qt.Key.Key_R)
    assert desk.shows(desk.page.review)


def test_when_nothing_is_left_it_is_said_and_the_button_is_off(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=0)
    assert "Nothing left in this deck today" in desk.page.start.day.left
    assert not desk.page.start.review.isEnabled()
    assert desk.page.start.quiz.hasFocus()


def test_a_suspended_card_can_be_taken_back(desk: Desk) -> None:
    desk.page.start_review(desk.deck("404"))
    desk.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    desk.page.show_start()
    suspended = desk.page.start.suspended
    assert suspended.isVisible()
    suspended._on_clicked(0)
    assert not desk.study.suspended()
    assert not suspended.isVisible()


def test_suspended_cards_are_named_by_what_they_ask(desk: Desk) -> None:
    scenario = next(card for card in desk.study.cards.all() if isinstance(card, ScenarioCard))
    wanted = ("meaning:404", "code:404", "pair:401~403", scenario.id)
    records = Records(desk.data.storage)
    records.save([replace(records.state(card_id), suspended=True) for card_id in wanted])
    desk.page.start.refresh()
    names = {button.text().split(" · Take back")[0] for button in desk.page.start.suspended._buttons.buttons()}
    assert {"404 · Code → meaning", "Not Found · Meaning → code", "401 · 403 · Easily confused"} < names
    (situation,) = (name for name in names if name.endswith("… · Situation → code"))
    assert scenario.scenario.situation.en.startswith(situation.partition("…")[0])


def test_everything_goes_out_and_comes_back(desk: Desk, tmp_path: Path) -> None:
    desk.data.memos.set("404", "mine")
    session = desk.study.start(desk.deck())
    session.answer(Rating.GOOD)
    tools = desk.page.start.tools
    desk.files.path = tmp_path / "out.json"
    tools.export_button.click()
    assert desk.files.asked == ["statusref-2026-11-21.json"]
    assert tools.told.text() == f"Exported: {desk.files.path}"
    assert json.loads(desk.files.path.read_text("utf-8"))["memos"][0]["text"] == "mine"
    tools.import_button.click()
    assert "0 reviews" in tools.told.text()
    assert "1 reviews were here already." in tools.told.text()


def test_an_import_that_fails_says_why_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.files.path = tmp_path / "in.json"
    tools = desk.page.start.tools
    for text, words in (
        ("{", "Not a JSON file"),
        ("{}", "Not a file that StatusRef exported"),
        ('{"format": "statusref-user-data", "version": 99}', "A newer StatusRef"),
        ('{"format": "statusref-user-data", "version": 1, "memos": 3}', "Something in the file is wrong"),
    ):
        desk.files.path.write_text(text, "utf-8")
        tools.import_button.click()
        assert words in tools.told.text()
    desk.files.path.unlink()
    tools.import_button.click()
    assert "cannot be read" in tools.told.text()


def test_anki_package_and_a_place_that_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    tools = desk.page.start.tools
    desk.files.path = tmp_path / "deck.apkg"
    tools.anki_button.click()
    assert "Anki notes exported" in tools.told.text()
    assert desk.files.path.stat().st_size > 10_000
    desk.files.path = tmp_path / "no" / "deck.json"
    tools.export_button.click()
    assert "Could not be written" in tools.told.text()


def test_thinking_better_of_it_does_nothing(desk: Desk) -> None:
    tools = desk.page.start.tools
    for button in (tools.export_button, tools.import_button, tools.anki_button):
        button.click()
    assert not tools.told.isVisible()


def test_a_problem_of_the_store_is_told_and_a_backup_offered(desk: Desk) -> None:
    tools = desk.page.start.tools
    assert tools.problem == ""
    assert tools.restore_button.isHidden()
    desk.state = StoreState("Your data file was damaged.", Path("backup.sqlite3"))
    desk.page.start.refresh()
    assert tools.problem == "Your data file was damaged."
    tools.restore_button.click()
    assert desk.restored == [Path("backup.sqlite3")]
    assert tools.told.text() == "What the backup held is back."
    assert desk.page.start.review.isEnabled()


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("language", Language)
def test_every_part_fits_into_a_narrow_window(make_desk: DeskMaker, factor: float, language: Language) -> None:
    """The window is 640 pixels wide, less the rail at that text size."""
    desk = make_desk(language)
    desk.context.theme.apply(factor=factor)
    page = desk.page
    room = 640 - round(56 * factor)
    page.resize(room, 700)
    for show in (page.show_start, page.start.start_review, page.start.start_quiz, page.show_progress):
        show()
        QApplication.processEvents()
        assert page.shown.minimumSizeHint().width() <= room, show
        assert page.width() == room
        for child in page.shown.findChildren(QWidget):
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert child.mapTo(page, child.rect().topRight()).x() <= room, child
