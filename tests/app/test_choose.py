"""Choose: from a question to a code, back again, and the picture of all questions."""

import itertools
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from statusref.app.file_dialogs import FileDialogs
from statusref.domain.links import choice_link, code_link
from statusref.domain.text import Language
from statusref.pages import LOOKUP
from statusref.settings.options import CopyFormat
from statusref.views.choose.choose_page import START, TREE, ChoosePage
from statusref.views.choose.damaged_page import DamagedChoosePage
from statusref.views.memo_editor import MemoEditor
from tests.app.conftest import Launch
from tests.app.driving import ALT, CTRL, NONE, SHIFT, Driver, links_of, rows_of

DUPLICATE = "answer/client-fault/state/duplicate"
BELOW = Qt.Key.Key_Down


def _page(driver: Driver) -> ChoosePage:
    page = driver.window.page_called("choose")
    assert isinstance(page, ChoosePage)
    return page


@pytest.fixture
def page(driver: Driver) -> ChoosePage:
    driver.press(Qt.Key.Key_5, ALT)
    return _page(driver)


def _place(page: ChoosePage) -> str:
    return page.location.target


def _go(driver: Driver, place: str) -> None:
    driver.app.navigation.follow(choice_link(place))
    driver.settle()


def test_alt_5_asks_for_the_way_in(driver: Driver, page: ChoosePage) -> None:
    assert driver.shows("choose")
    assert _place(page) == START
    assert page.questions.question.text() == "What is your situation?"
    assert driver.has_keyboard(page.questions.answers[0])
    assert driver.title == "Choose – StatusRef"


def test_no_way_is_called_like_a_view_of_the_page(page: ChoosePage) -> None:
    assert {START, TREE}.isdisjoint(way.id for way in page._chooser.ways)


def test_by_number_to_a_code(driver: Driver, page: ChoosePage) -> None:
    for number in "1341":
        driver.write(number)
    assert _place(page) == DUPLICATE
    assert driver.title == "409 Conflict – StatusRef"
    assert driver.has_keyboard(page.outcome.reader)
    text = page.outcome.reader.toPlainText()
    assert "clashes with what is there already" in text
    assert "Fetch the latest state of the resource" in text
    assert {"code:409", "code:422", "compare:409,422,400,412,200"} <= set(links_of(page.outcome.reader))
    driver.write("1")
    assert _place(page) == DUPLICATE


def test_by_arrows_and_return(driver: Driver, page: ChoosePage) -> None:
    driver.press(BELOW)
    assert driver.has_keyboard(page.questions.answers[1])
    driver.press(Qt.Key.Key_Up)
    driver.press(Qt.Key.Key_Return)
    assert _place(page) == "answer"
    driver.press(BELOW)
    driver.press(BELOW)
    driver.press(Qt.Key.Key_Return)
    assert _place(page) == "answer/client-fault"


def test_a_number_without_an_answer_does_nothing(driver: Driver, page: ChoosePage) -> None:
    driver.write("9")
    driver.write("0")
    assert _place(page) == START


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Escape])
def test_one_question_back(driver: Driver, page: ChoosePage, key: Qt.Key) -> None:
    _go(driver, DUPLICATE)
    driver.press(key)
    assert _place(page) == "answer/client-fault/state"
    answer = page.questions.answers[0]
    assert driver.has_keyboard(answer)
    assert answer.accessibleName() == "1. Your answer, The same thing exists already"
    for place in ("answer/client-fault", "answer", START):
        driver.press(key)
        assert _place(page) == place
    driver.press(key)
    assert driver.shows("choose" if key == Qt.Key.Key_Backspace else LOOKUP)


def test_an_answer_of_the_path_can_be_changed(driver: Driver, page: ChoosePage) -> None:
    _go(driver, DUPLICATE)
    names = [button.text() for button in page.outcome.path.buttons if button.isVisible()]
    assert names == [
        "I answer a request",
        "1  It cannot be accepted as it is",
        "2  It clashes with what is there: a duplicate, the order of steps, another edit",
        "3  The same thing exists already",
    ]
    driver.click(page.outcome.path.buttons[1])
    assert _place(page) == "answer"
    assert driver.has_keyboard(page.questions.answers[2])
    driver.write("1")
    assert _place(page) == "answer/done"
    driver.click(page.questions.path.buttons[0])
    assert _place(page) == START


@pytest.mark.parametrize(("width", "size"), [(1400, 100), (640, 100), (640, 200), (360, 200)])
def test_no_answer_of_the_path_is_cut(launch: Launch, width: int, size: int) -> None:
    driver = launch(size=(width, 700))
    driver.app.preferences.use_text_size(size)
    _go(driver, DUPLICATE)
    strip = _page(driver).outcome.path
    inside = QRect(QPoint(0, 0), strip.size())
    shown = [button for button in strip.buttons if not button.isHidden()]
    for button in shown:
        text = button._wrapped(button.width())
        assert inside.contains(button.geometry())
        assert text.width <= button.width() - 2 * button._pad
        assert text.height <= button.height()
    for above, below in itertools.pairwise(shown):
        assert not above.geometry().intersects(below.geometry())


def test_the_answers_of_the_path_are_reached_by_tab(driver: Driver, page: ChoosePage) -> None:
    _go(driver, "answer/client-fault")
    driver.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert driver.has_keyboard(page.questions.path.buttons[1])
    driver.press(Qt.Key.Key_Return)
    assert _place(page) == "answer"


def test_history_leads_through_the_answers(driver: Driver, page: ChoosePage) -> None:
    driver.write("13")
    driver.press(Qt.Key.Key_Left, ALT)
    assert _place(page) == "answer"
    driver.press(Qt.Key.Key_Left, ALT)
    assert _place(page) == START
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.shows(LOOKUP)
    for place in (START, "answer", "answer/client-fault"):
        driver.press(Qt.Key.Key_Right, ALT)
        assert _place(page) == place


def test_start_again(driver: Driver, page: ChoosePage) -> None:
    _go(driver, DUPLICATE)
    driver.write("n")
    assert _place(page) == START
    assert page.bar.start.isHidden()
    assert not page.bar.back.isEnabled()


def test_an_address_opens_a_place(driver: Driver, page: ChoosePage) -> None:
    driver.app.navigation.show_page("about")
    _go(driver, DUPLICATE)
    assert _place(page) == DUPLICATE
    assert not driver.app.navigation.go(choice_link("answer/nothing"))
    assert not driver.app.navigation.go(choice_link("tree/nothing"))
    assert _place(page) == DUPLICATE


def test_the_way_of_who_got_an_answer_ends_at_side_and_first_step(driver: Driver, page: ChoosePage) -> None:
    _go(driver, "received/refused/who/login")
    text = page.outcome.reader.toPlainText()
    assert "Whose side" in text
    assert "Example answer" not in text
    assert "Headers to send" not in text


def test_the_answer_in_a_framework_is_kept(driver: Driver, page: ChoosePage) -> None:
    _go(driver, DUPLICATE)
    reader = page.outcome.reader
    assert "HTTP/1.1 409 Conflict" in reader.toPlainText()
    driver.click_link("action:framework-express", reader)
    assert "res.status(409)" in reader.toPlainText()
    assert driver.app.settings.framework == "express"
    assert reader.textCursor().selectedText() == "Express"
    _go(driver, "answer/client-fault/who/payment")
    assert "res.status(402)" in reader.toPlainText()
    copied = next(link for link in links_of(reader) if link.startswith("copy:"))
    driver.click_link(copied, reader)
    assert driver.clipboard.startswith("app.post(")
    assert "status(402)" in driver.clipboard


def test_a_framework_that_is_gone_from_the_settings_file(driver: Driver, page: ChoosePage) -> None:
    driver.app.settings.framework = "nonsense"
    _go(driver, DUPLICATE)
    assert "HTTP/1.1 409 Conflict" in page.outcome.reader.toPlainText()


def test_what_no_framework_sends(driver: Driver, page: ChoosePage) -> None:
    driver.app.settings.framework = "express"
    _go(driver, "answer/interim/go-on")
    assert page.title == "100 Continue"
    assert "Not a code that is sent from Express." in page.outcome.reader.toPlainText()


def test_copying_the_page_copies_the_code(driver: Driver, page: ChoosePage) -> None:
    _go(driver, DUPLICATE)
    driver.press(Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert driver.clipboard == "409 Conflict"


def test_the_code_is_copied_in_the_form_of_the_settings(driver: Driver, page: ChoosePage) -> None:
    driver.app.preferences.use_copy_format(CopyFormat.NUMBER)
    _go(driver, DUPLICATE)
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert driver.clipboard == "409"
    driver.app.preferences.use_copy_format(CopyFormat.NUMBER_PHRASE)
    driver.click(page.outcome._head.copy_button)
    assert driver.clipboard == "409 Conflict"


def test_the_keys_for_codes_work_on_an_outcome(driver: Driver, page: ChoosePage) -> None:
    _go(driver, DUPLICATE)
    driver.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert driver.said == "409 is pinned (1 of 5). Alt+4 compares."
    driver.press(Qt.Key.Key_R, CTRL | SHIFT)
    assert driver.clipboard == "409 Conflict, RFC 9110 §15.5.10, IANA 2025-09-15"
    driver.press(Qt.Key.Key_D, CTRL)
    assert driver.said == "Bookmarked 409"
    driver.press(Qt.Key.Key_T, CTRL)
    assert driver.title.startswith("Lab 409 Conflict")
    _go(driver, DUPLICATE)
    driver.press(Qt.Key.Key_M, CTRL)
    assert driver.title == "409 Conflict – StatusRef"
    assert driver.shows(LOOKUP)
    assert isinstance(driver.focused.parent(), MemoEditor)


def test_a_question_and_the_picture_are_no_code(driver: Driver, page: ChoosePage) -> None:
    for place in ("answer", f"{TREE}/{DUPLICATE}"):
        _go(driver, place)
        driver.press(Qt.Key.Key_P, CTRL | SHIFT)
        assert driver.said == "Only codes and neighbours can be pinned to compare."
        driver.press(Qt.Key.Key_R, CTRL | SHIFT)
        assert driver.said == "There is nothing to refer to on this page."
        driver.press(Qt.Key.Key_C, CTRL | SHIFT)
        assert driver.said == "There is nothing to copy on this page."
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert driver.said.startswith("No sentence can be copied for correction here")


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_the_menu_of_an_outcome(driver: Driver, page: ChoosePage) -> None:
    _go(driver, DUPLICATE)
    place = QPoint(5, 300)
    viewport = page.outcome.reader.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.close()
    assert {"Copy “409 Conflict”", "Copy reference", "Pin to compare", "Try it in the lab"} <= set(offered)


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_the_list_of_links_tells_the_frameworks_apart(driver: Driver, page: ChoosePage) -> None:
    driver.app.settings.framework = "express"
    _go(driver, DUPLICATE)
    dialog = driver.list_links()
    assert dialog is not None
    rows = rows_of(dialog)
    names = [words for words, link in rows.items() if link.startswith("action:")]
    assert names[:3] == ["HTTP – Example answer", "Spring – Example answer", "Express – Example answer"]
    (copied,) = [words for words, link in rows.items() if link.startswith("copy:")]
    assert copied.startswith("Copy – Example answer: app.put(")
    QTest.keyClicks(dialog.list, "Django")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    driver.settle()
    assert driver.app.settings.framework == "django"
    assert "JsonResponse" in page.outcome.reader.toPlainText()


def test_language_and_appearance_change_while_a_question_is_open(driver: Driver, page: ChoosePage) -> None:
    _go(driver, "answer/client-fault")
    driver.app.preferences.use_language(Language.KOREAN)
    driver.settle()
    assert page.questions.question.text() == "무엇이 문제입니까?"
    assert driver.title == "무엇이 문제입니까? – StatusRef"
    assert _place(page) == "answer/client-fault"
    _go(driver, f"{TREE}/answer")
    driver.app.preferences.use_language(Language.ENGLISH)
    driver.settle()
    assert page.tree.canvas._picture.boxes[0].branch.said == "I answer a request"


def test_what_a_screen_reader_is_told(driver: Driver, page: ChoosePage) -> None:
    _go(driver, "answer/client-fault")
    assert page.questions.spoken.startswith("What stands in the way?\n1. Who is asking")
    assert page.questions.path.accessibleName() == "Answers so far"
    path = page.questions.path.buttons[1]
    assert path.accessibleName() == "How did the request go? 1  It cannot be accepted as it is"
    assert path.accessibleDescription() == "To change this answer"
    _go(driver, DUPLICATE)
    assert page.outcome.spoken.startswith("409 Conflict")
    _go(driver, TREE)
    assert "whole tree" in page.tree.canvas.accessibleName()


def test_the_picture_marks_the_path(driver: Driver, page: ChoosePage) -> None:
    _go(driver, DUPLICATE)
    driver.write("t")
    assert _place(page) == f"{TREE}/{DUPLICATE}"
    assert driver.has_keyboard(page.tree.canvas)
    marked = {"answer", "answer/client-fault", "answer/client-fault/state", DUPLICATE}
    assert page.tree.canvas._marked == marked
    driver.press(Qt.Key.Key_Escape)
    assert _place(page) == DUPLICATE


def test_a_path_by_way_of_a_reference_is_marked_where_it_is_drawn(driver: Driver, page: ChoosePage) -> None:
    _go(driver, f"{TREE}/answer/interim/refuse/state/duplicate")
    assert page.tree.canvas._marked == {
        "answer",
        "answer/interim",
        "answer/interim/refuse",
        "answer/client-fault/state",
        DUPLICATE,
    }


def _spot(page: ChoosePage, place: str) -> QPoint:
    canvas = page.tree.canvas
    box = next(box for box in canvas._picture.boxes if box.branch.place == place)
    middle = QPointF(box.x + box.width / 2, box.y + box.height / 2)
    canvas.centerOn(middle)
    return canvas.mapFromScene(middle)


def test_a_click_on_a_box_goes_there(driver: Driver, page: ChoosePage) -> None:
    _go(driver, TREE)
    QTest.mouseClick(page.tree.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, _spot(page, DUPLICATE))
    driver.settle()
    assert _place(page) == DUPLICATE
    assert page.outcome.isVisible()


def test_dragging_moves_the_picture_and_goes_nowhere(driver: Driver, page: ChoosePage) -> None:
    _go(driver, TREE)
    canvas = page.tree.canvas
    start = _spot(page, DUPLICATE)
    before = canvas.verticalScrollBar().value()
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(canvas.viewport(), start - QPoint(0, 60))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, NONE, start - QPoint(0, 60))
    driver.settle()
    assert _place(page).startswith(TREE)
    assert canvas.verticalScrollBar().value() > before


def test_what_is_in_the_middle_stays_there_when_the_picture_is_zoomed(driver: Driver, page: ChoosePage) -> None:
    _go(driver, f"tree/{DUPLICATE}")
    canvas = page.tree.canvas
    # The mouse rests over the picture, and the keys scroll away from where it was moved last.
    QTest.mouseMove(canvas.viewport(), QPoint(40, 40))
    driver.settle()
    for _ in range(3):
        driver.press(Qt.Key.Key_PageUp)

    def middle() -> QPointF:
        return canvas.mapToScene(canvas.viewport().rect().center())

    before = middle()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        driver.press(key)
        assert (middle() - before).manhattanLength() < 10


def test_the_picture_is_zoomed_by_key_and_wheel(driver: Driver, page: ChoosePage) -> None:
    _go(driver, TREE)
    canvas = page.tree.canvas
    normal = canvas.transform().m11()
    driver.write("+")
    assert canvas.transform().m11() > normal
    driver.write("0")
    assert canvas.transform().m11() == normal
    driver.write("-")
    assert canvas.transform().m11() < normal
    driver.write("0")
    size = driver.app.settings.text_size
    _turn_wheel(driver)
    assert canvas.transform().m11() > normal
    assert driver.app.settings.text_size == size
    for _ in range(40):
        canvas.zoom(1)
    largest = canvas.transform().m11()
    canvas.zoom(1)
    assert canvas.transform().m11() == largest


def _turn_wheel(driver: Driver) -> None:
    place = QPointF(600, 400)
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(driver.window.windowHandle(), event)
    driver.settle()


def _save_as(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(FileDialogs, "to_write", lambda *_: path)


def test_the_tree_is_saved(driver: Driver, page: ChoosePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _go(driver, TREE)
    _save_as(monkeypatch, tmp_path / "tree.svg")
    driver.click(page.tree.save_button)
    files = sorted(tmp_path.glob("tree-*.svg"))
    assert page.tree.told.text() == f"Saved as {len(files)} files: {files[0]} … {files[-1].name}"
    _save_as(monkeypatch, tmp_path / "tree.png")
    driver.click(page.tree.save_button)
    assert page.tree.told.text() == f"End the file name in .pdf or .svg: {tmp_path / 'tree.png'}"
    _save_as(monkeypatch, tmp_path / "nowhere" / "tree.svg")
    driver.click(page.tree.save_button)
    assert page.tree.told.text().startswith("Could not save ")
    driver.write("t")
    driver.write("t")
    assert page.tree.told.isHidden(), "it was about what happened before"


def test_nothing_is_saved_without_a_name(driver: Driver, page: ChoosePage, monkeypatch: pytest.MonkeyPatch) -> None:
    _go(driver, TREE)
    _save_as(monkeypatch, None)
    driver.click(page.tree.save_button)
    assert page.tree.told.isHidden()


@pytest.mark.parametrize("size", [(640, 480), (1000, 700), (1400, 900)])
def test_everything_has_room(launch: Launch, size: tuple[int, int]) -> None:
    driver = launch(size=size)
    driver.app.theme.apply(factor=2.0)
    _go(driver, "answer/client-fault")
    page = _page(driver)
    assert page.questions.question.width() <= page.questions.viewport().width()
    for button in page.questions.answers:
        assert button.height() >= button.heightForWidth(button.width())
    assert page.bar.tree.geometry().right() < page.bar.width()
    _go(driver, TREE)
    assert page.tree.save_button.geometry().right() < page.tree.width()


@pytest.mark.parametrize("width", [640, 1000, 1400])
def test_a_long_name_above_an_outcome_is_not_cut(launch: Launch, width: int) -> None:
    driver = launch(size=(width, 700))
    for place in ("received/refused/protocol/headers", "received/rare/5xx/508-limit"):
        _go(driver, place)
        head = _page(driver).outcome._head
        assert head.height() == head.heightForWidth(head.width()), place


def _loop(document: dict[str, Any]) -> None:
    document["questions"][1]["answers"][0]["to"] = document["questions"][0]["id"]


def _gone(document: dict[str, Any]) -> None:
    del document["outcomes"][0]


def _one_language(document: dict[str, Any]) -> None:
    del document["questions"][0]["ask"]["ko"]


@pytest.mark.parametrize("damage", [_loop, _gone, _one_language])
def test_a_damaged_file_costs_only_this_page(
    launch: Launch, resources: Path, tmp_path: Path, damage: Callable[[dict[str, Any]], None]
) -> None:
    root = tmp_path / "resources"
    shutil.copytree(resources, root, ignore=shutil.ignore_patterns("fonts"))
    document = json.loads((root / "chooser.json").read_text("utf-8"))
    damage(document)
    (root / "chooser.json").write_text(json.dumps(document), "utf-8")
    driver = launch(root=root, idle=False)
    driver.app.navigation.show_page("choose")
    driver.settle()
    page = driver.window.page
    assert isinstance(page, DamagedChoosePage)
    assert "chooser.json" in page.reader.toPlainText()
    assert not driver.app.navigation.go(choice_link("answer"))
    driver.app.navigation.follow(code_link("404"))
    driver.settle()
    assert driver.title == "404 Not Found – StatusRef"


def test_the_start_loads_nothing_of_it() -> None:
    code = (
        "import sys\nimport statusref.app.window_command\nimport statusref.app.idle_work\n"
        "print(*[name for name in sys.modules if 'views.choose' in name or 'diagram' in name or 'example' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_copying_long_code_does_not_widen_the_window(launch: Launch) -> None:
    driver = launch(size=(640, 480))
    driver.app.settings.framework = "spring"
    _go(driver, DUPLICATE)
    reader = _page(driver).outcome.reader
    driver.click_link(next(link for link in links_of(reader) if link.startswith("copy:")), reader)
    assert driver.said.startswith("Copied: ")
    assert driver.window.width() == 640


def test_the_path_above_an_outcome_takes_the_room_that_it_needs(driver: Driver, page: ChoosePage) -> None:
    driver.resize(700, 600)
    for size in (200, 100, 200):
        driver.app.preferences.use_text_size(size)
        for place in ("answer/elsewhere/unchanged", DUPLICATE, "answer/elsewhere/unchanged"):
            _go(driver, place)
            top = page.outcome._top
            assert top.height() == top.heightForWidth(top.width()), (size, place)
            assert page.outcome.reader.verticalScrollBar().value() == 0, (size, place)
