"""The lab's page: chosen code and options, commands, starting and stopping, what went over the wire, saving."""

import json
import os
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from statusref.app.file_dialogs import FileDialogs
from statusref.domain.links import code_link, lab_link
from statusref.domain.text import Language
from statusref.lab.commands import BODY
from statusref.lab.events import Listening, as_json
from statusref.lab.heard import MOST
from statusref.logs.har import HarLayout
from statusref.models.roles import Role
from statusref.pages import LOOKUP
from statusref.settings.options import Appearance
from statusref.views.lab import lab_page
from statusref.views.lab.lab_page import LabPage
from statusref.views.lab.lab_process import LabState
from statusref.views.lab.labelled import LabelledField
from statusref.widgets import announcing
from statusref.widgets.framed_field import FramedField
from statusref.widgets.press_button import PressButton
from statusref.widgets.reader import Reader
from tests.app.conftest import Launch
from tests.app.driving import ALT, CTRL, SHIFT, Driver
from tests.lab.exchanges import exchange, redirect

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


def page_of(driver: Driver) -> LabPage:
    page = driver.window.page_called("lab")
    assert isinstance(page, LabPage)
    return page


def go(driver: Driver, code: str) -> LabPage:
    assert driver.app.navigation.go(lab_link(code))
    driver.settle()
    return page_of(driver)


@pytest.fixture
def running(driver: Driver) -> LabPage:
    """The page with 503 chosen and the lab running; it ends with the window."""
    page = go(driver, "503")
    driver.press(Qt.Key.Key_F5)
    driver.wait(lambda: page.process.state is LabState.RUNNING)
    return page


@pytest.fixture
def listening(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> LabPage:
    """As ``running``, for tests that ask nothing: what runs only says where it listens."""
    said = as_json(Listening("http://127.0.0.1:8080/", None, "http://127.0.0.1:8081/"))
    code = f"import sys; print({said!r}, flush=True); sys.stdin.read()"
    use(monkeypatch, sys.executable, "-I", "-S", "-c", code)
    page = go(driver, "503")
    page.start()
    driver.wait(lambda: page.process.state is LabState.RUNNING)
    return page


def hear(driver: Driver, page: LabPage, *exchanges: object) -> None:
    """Have the page hear of exchanges without a lab."""
    page.process.exchanged.emit(list(exchanges))
    driver.settle()


def rows(page: LabPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def text_of(reader: Reader) -> str:
    return reader.toPlainText()


def offered(page: LabPage) -> set[str]:
    return {name for name, part in page.ask.form.options.items() if not part.isHidden()}


def write(driver: Driver, page: LabPage, option: str, text: str) -> None:
    """Type into the field of an option."""
    part = page.ask.form.options[option]
    assert isinstance(part, LabelledField)
    part.field.setFocus()
    driver.write(text)


# Getting there


def test_the_page_by_its_key_and_its_place_in_history(driver: Driver) -> None:
    driver.press(Qt.Key.Key_6, ALT)
    assert driver.shows("lab")
    assert driver.title == "Lab 503 Service Unavailable – StatusRef"
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.shows(LOOKUP)


@pytest.mark.parametrize(("entry", "number"), [("404", "404"), ("499-nginx", "499"), ("299", "299")])
def test_a_code_is_tried_by_its_key(driver: Driver, entry: str, number: str) -> None:
    driver.app.navigation.go(code_link(entry))
    driver.press(Qt.Key.Key_T, CTRL)
    assert driver.shows("lab")
    assert page_of(driver).ask.address == f"http://127.0.0.1:8080/{number}"
    driver.write("410")
    assert page_of(driver).ask.address == "http://127.0.0.1:8080/410"


@pytest.mark.parametrize("entry", ["007", "99"])
def test_what_cannot_be_tried_is_said(driver: Driver, entry: str) -> None:
    driver.app.navigation.go(code_link(entry))
    driver.press(Qt.Key.Key_T, CTRL)
    assert driver.shows(LOOKUP)
    assert "from 100 to 999" in driver.said


def test_a_link_to_no_code_opens_nothing(driver: Driver) -> None:
    for target in ("007", "50", "abc", "curl-52", "99999", "５０３"):
        assert not driver.app.navigation.go(lab_link(target)), target
        assert driver.shows(LOOKUP)


# The form and the commands


def test_the_options_fit_the_code(driver: Driver) -> None:
    page = go(driver, "503")
    assert offered(page) == {"delay", "times", "mix", "header", "body", "cors"}
    go(driver, "302")
    assert offered(page) == {"delay", "to", "header", "cors"}
    page.ask.form.way._buttons[2].click()
    assert offered(page) == {"count"}
    assert page.ask.address.endswith("/chain/5?code=302")
    go(driver, "000")
    assert offered(page) == {"delay", "how"}
    go(driver, "413")
    page.ask.form.way._buttons[1].click()
    assert offered(page) == {"limit"}


def test_the_address_and_the_command_follow_what_is_typed(driver: Driver) -> None:
    page = go(driver, "503")
    write(driver, page, "delay", "2s")
    write(driver, page, "header", "Retry-After:5")
    assert page.ask.address == "http://127.0.0.1:8080/503?delay=2s&header=Retry-After:5"
    assert "curl -iL 'http://127.0.0.1:8080/503?delay=2s&header=Retry-After:5'" in text_of(page.ask.reader)
    page.ask.form.method._buttons[2].click()
    assert f"-d '{BODY}'" in page.ask.command
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert driver.clipboard == page.ask.command


def test_the_chosen_tool_is_kept(driver: Driver, launch: Launch) -> None:
    page = go(driver, "503")
    driver.click_link("action:tool-go", page.ask.reader)
    assert "http.NewRequest" in page.ask.command
    assert "http.NewRequest" in text_of(page.ask.reader)
    driver.quit()
    assert "http.NewRequest" in go(launch(), "404").ask.command


def test_what_the_lab_would_not_understand_is_said_at_once(driver: Driver) -> None:
    page = go(driver, "503")
    problem = page.ask.form._problem
    for option, typed, said in (
        ("delay", "soon", "a time up to"),
        ("mix", "200", "up to ten codes"),
        ("header", "Set-Cookie:a", "one header"),
    ):
        write(driver, page, option, typed)
        assert said in problem.text()
        assert problem.isVisible()
        driver.press(Qt.Key.Key_A, CTRL)
        driver.press(Qt.Key.Key_Delete)
        assert not problem.isVisible()


def test_half_a_code_keeps_the_last_one(driver: Driver) -> None:
    page = go(driver, "503")
    page.take_focus()
    driver.write("50")
    assert "three digits" in page.ask.form._problem.text()
    assert page.ask.address.endswith("/503")
    driver.write("4")
    assert page.ask.address.endswith("/504")
    assert not page.ask.form._problem.isVisible()


def test_a_damaged_file_of_commands_costs_only_them(
    driver: Driver, launch: Launch, resources: Path, tmp_path: Path
) -> None:
    root = tmp_path / "resources"
    shutil.copytree(resources, root)
    (root / "lab" / "commands.json").write_text("{}", "utf-8")
    page = go(launch(root=root), "503")
    assert "lab/commands.json" in page.bar.sentence
    assert page.ask.address.endswith("/503")


# Starting and stopping


def test_started_asked_and_stopped_by_keyboard(driver: Driver, running: LabPage) -> None:
    assert running.process.url in running.bar.where
    assert running.ask.address == f"{running.process.url}503"
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.wait(lambda: bool(rows(running)))
    assert re.fullmatch(r"GET /503 → 503 Service Unavailable · .* ms", rows(running)[0])
    shown = text_of(running.detail.exchange.reader)
    assert "GET /503 HTTP/1.1" in shown
    assert "HTTP/1.1 503 Service Unavailable" in shown
    driver.press(Qt.Key.Key_Escape)
    assert running.detail.part is running.ask
    driver.press(Qt.Key.Key_F5, SHIFT)
    assert running.process.state is LabState.STOPPED
    assert "Not running" in running.bar.where
    assert len(rows(running)) == 1, "what was exchanged stays"


def test_a_redirect_is_followed_and_drawn(driver: Driver, running: LabPage) -> None:
    running.ask.form.show_code(302)
    running.send()
    driver.wait(lambda: len(rows(running)) == 2)
    newest = running.list.model().index(0, 0).data(Role.ITEM)
    assert newest.exchange.target == "/200"
    assert newest.follows is not None
    assert len(running.detail.exchange.timeline.bars()) == 2


def test_the_headers_that_a_code_must_have_are_marked_in_words(driver: Driver) -> None:
    page = go(driver, "503")
    headers = (("WWW-Authenticate", "Basic"), ("Content-Length", "0"))
    hear(driver, page, exchange(1, "/401", 401, headers=headers))
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    shown = text_of(page.detail.exchange.reader)
    assert "WWW-Authenticate: Basic   ← MUST" in shown
    assert shown.count("MUST") == 1


def test_nothing_is_sent_to_a_lab_that_does_not_run(driver: Driver) -> None:
    page = go(driver, "503")
    driver.press(Qt.Key.Key_Return, CTRL)
    assert page.bar.sentence == "Start the lab first."


def test_a_port_that_is_taken_is_said(driver: Driver, running: LabPage) -> None:
    port = running.process.url.rstrip("/").rpartition(":")[2]
    second = LabPage(driver.app.theme, driver.app.localizer, driver.app.core.library, driver.app.settings, lambda: None)  # type: ignore[arg-type, return-value]
    second.bar.port.setText(port)
    second.start()
    driver.wait(lambda: second.process.state is LabState.STOPPED)
    assert f"port {port} is in use" in second.bar.sentence
    second.deleteLater()


def test_a_port_that_is_none_is_said(driver: Driver) -> None:
    page = go(driver, "503")
    for port in ("0", "65536", "abc", "-1", "8080 8081", "８０８０", "9" * 30):
        page.bar.tell("")
        page.bar.port.setText(port)
        page.start()
        assert page.bar.sentence == "A port is a number from 1 to 65535.", port
        assert page.process.state is LabState.STOPPED


def use(monkeypatch: pytest.MonkeyPatch, *command: str) -> None:
    monkeypatch.setattr(lab_page, "own_command", lambda *_: command)


def test_a_lab_that_cannot_be_started_is_said(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, "/nonexistent/python")
    page = go(driver, "503")
    page.start()
    driver.wait(lambda: page.process.state is LabState.STOPPED)
    assert "has ended by itself" in page.bar.sentence


def test_no_loopback_is_said_as_the_lab_says_it(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, sys.executable, "-c", "import sys; sys.exit('statusref: no loopback here')")
    page = go(driver, "503")
    page.start()
    driver.wait(lambda: page.process.state is LabState.STOPPED)
    assert page.bar.sentence == "The lab has ended: no loopback here"


def test_a_lab_that_dies_is_said_and_can_be_started_again(driver: Driver, running: LabPage) -> None:
    assert running.process._process is not None
    running.process._process.kill()
    driver.wait(lambda: running.process.state is LabState.STOPPED)
    assert "has ended by itself" in running.bar.sentence
    running.start()
    driver.wait(lambda: running.process.state is LabState.RUNNING)
    assert running.bar.sentence == ""


def test_what_is_no_event_is_passed_over(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = r"hello\n{\n{\"event\":\"new\"}\n[1]\n\xff\n"
    use(monkeypatch, sys.executable, "-c", f"import sys; print('{lines}', flush=True); sys.stdin.read()")
    page = go(driver, "503")
    page.start()
    assert page.process.state is LabState.STARTING
    page.end_lab()
    assert (page.process.state, page.bar.sentence, rows(page)) == (LabState.STOPPED, "", [])


def test_closing_the_window_ends_the_lab_and_keeps_nothing(driver: Driver, running: LabPage) -> None:
    hear(driver, running, exchange(1, "/200"))
    assert running.process._process is not None
    process = running.process._process.processId()
    driver.window.close()
    assert running.process.state is LabState.STOPPED
    assert rows(running) == []
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_the_lab_ends_with_a_window_that_is_killed() -> None:
    code = (
        "import sys, time\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from statusref.system.own_process import own_command\n"
        "from statusref.views.lab.lab_process import LabProcess\n"
        "qt = QCoreApplication([])\n"
        "lab = LabProcess()\n"
        "lab.changed.connect(lambda: lab.url and print(lab.url, flush=True))\n"
        "lab.start(own_command('statusref', 'lab', '--json', '--parent-watch'))\n"
        "qt.exec()\n"
    )
    reading, writing = os.pipe()  # both processes inherit its end
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, pass_fds=(writing,)) as window:
        os.close(writing)
        assert window.stdout is not None
        assert window.stdout.readline().startswith(b"http://127.0.0.1:")
        window.kill()
    assert select.select([reading], [], [], 20)[0], "the lab is still there"
    assert os.read(reading, 1) == b""
    os.close(reading)


# The list, the timeline, the table


def test_many_exchanges_are_bounded_and_the_newest_comes_first(driver: Driver) -> None:
    page = go(driver, "503")
    hear(driver, page, *(exchange(number, f"/{number}") for number in range(3 * MOST)))
    hear(driver, page, exchange(5000, "/newest"))
    assert len(rows(page)) == MOST
    assert rows(page)[0].startswith("GET /newest")
    assert rows(page)[1].startswith(f"GET /{3 * MOST - 1} ")


def test_reading_an_exchange_is_not_disturbed_by_the_next(driver: Driver) -> None:
    page = go(driver, "503")
    driver.resize(1000, 420)
    hear(driver, page, redirect(1, "/302", "/200", request_headers=tuple(("x", str(n)) for n in range(60))))
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    bar = page.detail.exchange.reader.verticalScrollBar()
    bar.setValue(bar.maximum())
    hear(driver, page, exchange(2, "/404"))
    assert page.list.currentIndex().row() == 1
    assert bar.value() > 0
    assert "GET /302" in text_of(page.detail.exchange.reader)


def test_an_exchange_without_an_answer(driver: Driver) -> None:
    page = go(driver, "000")
    hear(driver, page, exchange(1, "/000", None))
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    assert "closed without an answer" in text_of(page.detail.exchange.reader)
    assert rows(page) == ["GET /000 → closed without an answer · 10 ms"]
    driver.app.preferences.use_language(Language.KOREAN)
    assert rows(page) == ["GET /000 → 응답하지 않고 끊음 · 10 ms"]
    page.grab()


def test_the_table_of_redirects_fills_while_a_client_asks(driver: Driver, listening: LabPage) -> None:
    listening.show_matrix()
    table = text_of(listening.detail.matrix.reader)
    assert f"{listening.process.url}matrix/window/300-GET" in table
    assert "your client" in table
    assert "curl" in table, "the measured clients stand beside"
    before = table.count("kept")
    hear(
        driver,
        listening,
        redirect(1, "/matrix/window/302-PUT", "/matrix/window/302-PUT/1", method="PUT", request_body_bytes=3),
        exchange(2, "/matrix/window/302-PUT/1", method="PUT", request_body_bytes=3),
    )
    assert text_of(listening.detail.matrix.reader).count("kept") > before
    driver.press(Qt.Key.Key_Escape)
    assert listening.detail.part is listening.ask


# Saving


def choose(words: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


@pytest.fixture
def save_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    def answer(path: Path | None) -> None:
        monkeypatch.setattr(FileDialogs, "to_write", lambda *_: path)

    return answer


def test_saved_as_har_and_as_text(driver: Driver, tmp_path: Path, save_to: Callable[[Path | None], None]) -> None:
    page = go(driver, "503")
    assert not page.bar.save.isEnabled()
    hear(driver, page, redirect(1, "/302", "/200"), exchange(2, "/200"))
    save_to(tmp_path / "a.har")
    driver.click(page.bar.save)
    choose("As HAR")
    har = (tmp_path / "a.har").read_bytes()
    assert HarLayout.recognises(har)
    assert len(json.loads(har)["log"]["entries"]) == 2
    assert str(tmp_path / "a.har") in page.bar.sentence
    save_to(tmp_path / "a.txt")
    driver.click(page.bar.save)
    choose("As text")
    assert "GET /302 HTTP/1.1" in (tmp_path / "a.txt").read_text("utf-8")


def test_what_cannot_be_saved_is_said_and_nothing_is_lost(
    driver: Driver, tmp_path: Path, save_to: Callable[[Path | None], None]
) -> None:
    page = go(driver, "503")
    hear(driver, page, exchange(1, "/200"))
    save_to(tmp_path / "missing" / "a.har")
    driver.click(page.bar.save)
    choose("As HAR")
    assert "No such file" in page.bar.sentence
    save_to(None)
    driver.click(page.bar.save)
    choose("As HAR")
    assert len(rows(page)) == 1


# Width, language, looks, screen readers, start


@pytest.mark.parametrize("language", Language)
def test_nothing_of_the_form_is_cut(driver: Driver, language: Language) -> None:
    driver.app.preferences.use_language(language)
    driver.app.preferences.use_appearance(Appearance.DARK)
    for code, width, size in product(("302", "000"), (640, 1400), (100, 200)):
        page = go(driver, code)
        driver.app.preferences.use_text_size(size)
        driver.resize(width, 780)
        nothing_is_cut(page)


def nothing_is_cut(page: LabPage) -> None:
    for parts in (page.ask.form, page.bar):
        needed: dict[QWidget, int] = {button: button.sizeHint().width() for button in parts.findChildren(PressButton)}
        for field in parts.findChildren(FramedField):
            needed[field] = max(map(field.fontMetrics().horizontalAdvance, (field.text(), field.placeholderText())))
        for piece, width_needed in needed.items():
            if piece.isVisible():
                assert piece.width() >= width_needed, piece.accessibleName()
                assert piece.mapTo(parts, piece.rect().topRight()).x() <= parts.width(), piece.accessibleName()
    assert page.ask.form.width() <= page.ask.reader.viewport().width()


def test_in_a_low_window_the_rows_of_the_bar_scroll_and_do_not_lie_over_each_other(driver: Driver) -> None:
    page = go(driver, "503")
    driver.app.preferences.use_text_size(200)
    driver.window.resize(640, 480)
    driver.settle()
    bar = page.bar
    assert bar._where.y() >= bar.save.geometry().bottom()
    assert page.parts.height() > 0
    bar.form.setFocus()
    driver.press(Qt.Key.Key_Tab)
    assert driver.has_keyboard(bar.matrix)
    assert not bar.matrix.visibleRegion().isEmpty()


def test_tab_scrolls_to_the_part_of_the_form_that_has_the_keyboard(driver: Driver) -> None:
    page = go(driver, "503")
    driver.app.preferences.use_text_size(200)
    driver.resize(640, 700)
    page.ask.form.code_field.field.setFocus()
    for forward in (True, False):
        for _ in range(6):
            driver.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier if forward else SHIFT)
            focused = QApplication.focusWidget()
            assert focused is not None
            assert page.ask.form.isAncestorOf(focused)
            assert focused.visibleRegion().boundingRect().height() == focused.height(), focused.accessibleName()


def test_a_narrow_window_shows_the_form_and_the_list_by_turns(driver: Driver) -> None:
    driver.resize(640, 700)
    page = go(driver, "503")
    assert page.ask.isVisible()
    hear(driver, page, exchange(1, "/200"))
    assert page.parts.show_list()
    assert page.list.isVisible()
    assert not page.ask.isVisible()
    assert driver.has_keyboard(page.list)
    driver.press(Qt.Key.Key_Home)
    driver.press(Qt.Key.Key_Return)
    assert page.detail.exchange.isVisible()


def test_tab_goes_through_the_list_and_leaves_the_form_there(driver: Driver) -> None:
    page = go(driver, "503")
    hear(driver, page, exchange(1, "/200"))
    page.bar.save.setFocus()
    driver.press(Qt.Key.Key_Tab)
    assert driver.has_keyboard(page.list)
    assert page.ask.isVisible()
    driver.press(Qt.Key.Key_Tab)
    assert driver.has_keyboard(page.ask.form.code_field.field)
    page.list.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert page.detail.exchange.isVisible()


def test_the_language_changes_while_the_lab_runs(driver: Driver, listening: LabPage) -> None:
    hear(driver, listening, exchange(1, "/401", 401, headers=(("WWW-Authenticate", "Basic"),)))
    listening.list.setCurrentIndex(listening.list.model().index(0, 0))
    driver.app.preferences.use_language(Language.KOREAN)
    assert "요청을 기다립니다" in listening.bar.where
    assert "← 필수(MUST)" in text_of(listening.detail.exchange.reader)
    assert listening.process.state is LabState.RUNNING


def test_a_screen_reader_hears_exchanges_and_states(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    page = go(driver, "503")
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    assert announcing.announce is not None
    hear(driver, page, exchange(1, "/503", 503, reason="Service Unavailable"))
    assert heard == ["GET /503 → 503 Service Unavailable · 10 ms"]
    page.bar.port.setText("x")
    page.start()
    assert heard[-1] == "A port is a number from 1 to 65535."


def test_nothing_of_it_is_loaded_at_the_start(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "statusref", "screenshot", str(tmp_path / "start.png")]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert "statusref.views.lookup_page" in loaded
    assert not re.findall(r"statusref\.(?:views\.lab|lab\b|models\.exchange)\S*", loaded)
