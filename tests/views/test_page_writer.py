"""Every kind of block in a page's document."""

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from statusref.domain.description.blocks import (
    Block,
    Caution,
    Chip,
    CodeLine,
    CodeLines,
    Description,
    Exchange,
    Fact,
    Facts,
    Head,
    LinkItem,
    Part,
)
from statusref.domain.links import code_link, note_link
from statusref.domain.markdown import Heading, ListItem, Paragraph, Span, Table
from statusref.domain.status import StatusClass
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone
from statusref.views.page_writer import PageWriter
from statusref.widgets.frames import TONE_PROPERTY, paint_frames
from statusref.widgets.text_chips import CHIP_PROPERTY
from statusref.widgets.unbroken import plain


@pytest.fixture
def theme(qapp: QApplication, resources: Path) -> Theme:
    return Theme(resources / "icons")


def written(theme: Theme, blocks: Sequence[Block]) -> QTextDocument:
    document = QTextDocument()
    writer = PageWriter(document, theme)
    writer.parts([Part("Label", tuple(blocks))])
    writer.finish()
    return document


def lines(document: QTextDocument) -> list[str]:
    return [line for line in document.toPlainText().split("\n") if line]


def links(document: QTextDocument) -> dict[str, str]:
    """The words of each link, and where it leads."""
    found = re.findall(r'<a href="([^"]*)"><span[^>]*>([^<]*)', document.toHtml())
    return {plain(text): address for address, text in found}


def size_of(document: QTextDocument, text: str) -> int:
    return document.find(text).charFormat().font().pixelSize()


def test_a_page_is_its_summary_and_its_parts_under_their_labels(theme: Theme) -> None:
    document = QTextDocument()
    head = Head("404", "Not Found", summary=(Span("Nothing at "), Span("this", link=code_link("404"))))
    page = Description(head, lambda: [Part("", (Paragraph((Span("a"),)),)), Part("B", (Paragraph((Span("b"),)),))], "")
    writer = PageWriter(document, theme)
    writer.page(page)
    writer.finish()
    assert lines(document) == ["Nothing at this", "a", "B", "b"]
    assert links(document) == {"this": "code:404"}


def test_lists_keep_their_numbers(theme: Theme) -> None:
    document = written(
        theme, [ListItem((Span("a"),)), ListItem((Span("b"),), 7), ListItem((Span("quiet"),), quiet=True)]
    )
    assert lines(document) == ["Label", "•\ta", "7.\tb", "•\tquiet"]
    assert size_of(document, "quiet") < size_of(document, "a")


def test_a_link_and_its_remark(theme: Theme) -> None:
    items = [LinkItem("410 Gone", code_link("410"), "for good"), LinkItem("A note", note_link("not-found-gone"))]
    document = written(theme, items)
    assert lines(document) == ["Label", "•\t410 Gone  for good", "•\tA note"]
    assert links(document) == {"410 Gone": "code:410", "A note": "note:not-found-gone"}


def test_a_name_in_code_can_be_copied_as_it_is_written(theme: Theme) -> None:
    document = written(theme, [CodeLines((CodeLine("PHP", "Response::A", "since 7"), CodeLine("Go", "b", "")), "Copy")])
    assert lines(document) == ["Label", "PHP", "Response::A  since 7", "Copy", "Go", "b", "Copy"]
    assert "copy:b" in links(document).values()


def test_a_table_has_a_row_for_the_header(theme: Theme) -> None:
    rows = (((Span("Header"),), (Span("Level"),)), ((Span("Link"),), (Span("MUST"),)))
    document = written(theme, [Table(rows)])
    (table,) = document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    assert (table.rows(), table.columns(), table.format().headerRowCount()) == (2, 2, 1)
    assert lines(document) == ["Label", "Header", "Level", "Link", "MUST"]


def test_the_messages_of_an_exchange_share_a_frame(theme: Theme) -> None:
    document = written(theme, [Exchange(("GET / HTTP/1.1\nHost: a", "HTTP/1.1 200 OK")), Paragraph((Span("after"),))])
    (frame,) = document.rootFrame().childFrames()
    cursor = frame.firstCursorPosition()
    cursor.setPosition(frame.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    assert plain(cursor.selectedText()).split("\u2029") == ["GET / HTTP/1.1", "Host: a", "HTTP/1.1 200 OK"]
    assert lines(document)[-1] == "after"


@pytest.mark.parametrize(
    ("tone", "shown"), [(StatusClass.CLIENT_ERROR, Tone.CLIENT_ERROR), (None, Tone.UNOFFICIAL)], ids=str
)
def test_a_caution_is_in_the_colour_of_its_class(theme: Theme, tone: StatusClass | None, shown: Tone) -> None:
    document = written(theme, [Caution((Heading((Span("Beware"),)), Paragraph((Span("of it"),))), tone)])
    (frame,) = document.rootFrame().childFrames()
    assert frame.format().property(TONE_PROPERTY) == shown.value
    assert lines(document) == ["Label", "Beware", "of it"]


@pytest.mark.parametrize(("toned", "shown"), [(True, Tone.SERVER_ERROR), (False, Tone.UNOFFICIAL)])
def test_facts_stand_behind_their_labels(theme: Theme, *, toned: bool, shown: Tone) -> None:
    facts = (Fact("Side", Chip("the server", toned=toned)), Fact("First", "<b>read</b> the log"))
    document = written(theme, [Facts(facts, StatusClass.SERVER_ERROR)])
    assert lines(document) == ["Label", "Side\tthe server", "First\t<b>read</b> the log"]
    assert document.findBlockByNumber(1).blockFormat().property(CHIP_PROPERTY) == shown.value
    assert document.findBlockByNumber(2).blockFormat().property(CHIP_PROPERTY) is None


def test_nothing_is_read_as_markup(theme: Theme) -> None:
    text = "<b>bold</b> &amp; <a href='http://evil.example'>x</a>"
    document = written(theme, [Paragraph((Span(text),)), LinkItem(text, code_link("404"), text)])
    assert lines(document)[1:] == [text, f"•\t{text}  {text}"]
    assert list(links(document).values()) == ["code:404"]


def empty_rows(document: QTextDocument, theme: Theme) -> list[int]:
    """How many rows of pixels are empty between one thing and the next on a page."""
    document.setTextWidth(200)
    image = QImage(200, round(document.size().height()), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_frames(painter, document, theme, QRectF(image.rect()))
    document.drawContents(painter)
    painter.end()
    white = image.copy(0, 0, 60, 1)
    white.fill(Qt.GlobalColor.white)
    runs = groupby(image.copy(0, row, 60, 1) == white for row in range(image.height()))
    return [len(list(rows)) for empty, rows in runs if empty]


@pytest.mark.parametrize(
    "block",
    [Exchange(("GET /",)), Table((((Span("head"),),), ((Span("cell"),),))), Caution((Paragraph((Span("a"),)),), None)],
    ids=["code", "table", "caution"],
)
def test_a_frame_has_as_much_space_below_as_above(theme: Theme, block: Block) -> None:
    text = Paragraph((Span("after"),))
    document = QTextDocument()
    writer = PageWriter(document, theme)
    writer.blocks([text, block, text])
    writer.finish()
    _, above, *_, below, _ = empty_rows(document, theme)
    assert above == pytest.approx(below, abs=2)


def test_a_label_stands_nearer_to_its_table_than_the_text_before_it(theme: Theme) -> None:
    table = Table((((Span("head"),),), ((Span("cell"),),)))
    document = QTextDocument()
    writer = PageWriter(document, theme)
    writer.parts([Part("A", (table,)), Part("B", (Paragraph((Span("text"),)), table))])
    writer.finish()
    first, second = (frame.frameFormat() for frame in document.rootFrame().childFrames())
    assert first.topMargin() < second.topMargin()
    assert first.bottomMargin() > second.bottomMargin()
