"""A comparison on the clipboard for wikis and office programs, and as a picture."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage

from statusref.domain.comparison.formats import html, markdown
from statusref.domain.comparison.parts import Comparison
from statusref.models.comparison_model import ComparisonModel
from statusref.theme.theme import Theme
from statusref.views.compare.comparison_table import ComparisonTable

_ROOM = 1200
"""Pixels at 100 % in which the columns of a picture find room, unless they need more."""


def table_data(comparison: Comparison) -> QMimeData:
    """Return the comparison as HTML, and as Markdown for what takes text only."""
    data = QMimeData()
    data.setHtml(html(comparison))
    data.setText(markdown(comparison))
    return data


def picture(theme: Theme, model: ComparisonModel) -> QImage:
    """Return a picture of the whole table, as it looks in the theme."""
    table = ComparisonTable(theme, model)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.resize(theme.px(_ROOM), theme.px(_ROOM))
    table.resize(table.full_size)
    image = table.grab().toImage()
    table.deleteLater()
    return image
