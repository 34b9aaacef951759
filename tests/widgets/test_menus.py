"""The menu of every text that has one: an edge and room around the rows, in either appearance."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from statusref.theme.theme import Theme
from statusref.theme.tokens import DARK, LIGHT, Tokens
from statusref.views.localizer import Localizer
from statusref.views.memo_editor import MemoEditor
from statusref.widgets.answer_field import AnswerField
from statusref.widgets.reader import Reader
from statusref.widgets.search_field import SearchField
from statusref.widgets.selectable_label import SelectableLabel

Make = Callable[[Theme, Localizer], tuple[QWidget, QWidget]]


def memo(theme: Theme, localizer: Localizer) -> tuple[QWidget, QWidget]:
    editor = MemoEditor(theme, localizer)
    return editor, editor._field.viewport()


def page(theme: Theme, _localizer: Localizer) -> tuple[QWidget, QWidget]:
    reader = Reader(theme)
    reader.setPlainText("A page.")
    return reader, reader.viewport()


def label(theme: Theme, _localizer: Localizer) -> tuple[QWidget, QWidget]:
    made = SelectableLabel(theme)
    made.setText("A message.")
    return made, made


def search(theme: Theme, _localizer: Localizer) -> tuple[QWidget, QWidget]:
    field = SearchField(theme)
    return field, field


def answer(theme: Theme, _localizer: Localizer) -> tuple[QWidget, QWidget]:
    field = AnswerField(theme)
    return field, field


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
@pytest.mark.parametrize("make", [search, answer, memo, page, label])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_menu_has_an_edge_and_room(
    theme: Theme, localizer: Localizer, show: Callable[[QWidget], QWidget], make: Make, tokens: Tokens
) -> None:
    theme.apply(tokens=tokens)
    whole, target = make(theme, localizer)
    show(whole)
    whole.show()
    seen: list[tuple[QImage, QMenu, int]] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append((menu.grab().toImage(), menu, menu.actionGeometry(menu.actions()[0]).top()))
        menu.close()

    QTimer.singleShot(0, look)
    where = QPoint(4, 4)
    QApplication.sendEvent(target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, target.mapToGlobal(where)))
    if not seen:  # the menu of a label does not wait
        QApplication.processEvents()
    ((image, _, room),) = seen
    middle = image.height() // 2
    edge, inside = image.pixelColor(0, middle), image.pixelColor(3, middle)
    assert inside.name() == tokens.surface
    assert abs(edge.lightness() - QColor(tokens.surface).lightness()) > 30
    assert room >= 5
