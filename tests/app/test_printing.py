"""Printing: what goes to the printer. It prints into a PDF, and the PDF is looked at."""

import re
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from statusref.app.printing import Printing
from tests.app.conftest import Launch
from tests.app.driving import ALT, CTRL, Driver


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that takes the place of the printer; the dialog is accepted."""
    path = tmp_path / "printed.pdf"

    def accept(_printing: Printing, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    monkeypatch.setattr(Printing, "_ask", accept)
    return path


def pages(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


def ink(path: Path) -> int:
    """How many commands draw on the pages: next to none where a page is blank."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", path.read_bytes(), re.DOTALL)
    drawn = 0
    for stream in streams:
        try:
            drawn += zlib.decompress(stream).count(b"Tj")
        except zlib.error:
            continue
    return drawn


def test_a_code_is_printed(driver: Driver, paper: Path) -> None:
    driver.search("404")
    driver.press(Qt.Key.Key_P, CTRL)
    assert 2 <= pages(paper) <= 6
    assert ink(paper) > 50
    assert driver.said == "Sent to the printer: 404 Not Found · 찾을 수 없음"


def test_a_note_is_printed(driver: Driver, paper: Path) -> None:
    driver.app.navigation.show_page("notes")
    driver.press(Qt.Key.Key_P, CTRL)
    assert pages(paper) >= 1
    assert driver.notes.title in driver.said


def test_the_cheat_sheet_is_two_sheets_of_paper(launch: Launch, paper: Path) -> None:
    for locale in ("ko_KR.UTF-8", "en_US.UTF-8"):
        driver = launch(locale=locale)
        driver.press(Qt.Key.Key_P, CTRL | ALT)
        assert pages(paper) <= 2
        printed = "".join(page.extract_text() for page in PdfReader(paper).pages)
        for entry in driver.app.core.library.catalogue.entries:
            assert entry.number in printed, "the codes of the PDF, unofficial ones too"
        assert "(nginx)" in printed


def test_where_there_is_nothing_to_print_it_is_said(driver: Driver, paper: Path) -> None:
    driver.app.navigation.show_page("settings")
    driver.press(Qt.Key.Key_P, CTRL)
    assert driver.said == "There is nothing to print on this page."
    assert not paper.exists()


def test_a_dialog_that_is_cancelled_prints_nothing(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Printing, "_ask", lambda *_: False)
    before = driver.said
    driver.press(Qt.Key.Key_P, CTRL)
    assert driver.said == before
