"""A comparison on the clipboard for wikis and office programs, and as a picture."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from statusref.domain.comparison.formats import html, markdown
from statusref.domain.comparison.parts import Comparison
from statusref.models.comparison_model import ComparisonModel, FoldWords
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


def picture(theme: Theme, comparison: Comparison, words: FoldWords) -> QImage:
    """Return a picture of the whole table, as it looks in the theme, with the rows that are the same."""
    model = ComparisonModel()
    model.show(comparison, words)
    model.toggle_fold()
    table = ComparisonTable(theme, model, is_picture=True)
    table.resize(theme.px(_ROOM), theme.px(_ROOM))
    table.fit()
    table.resize(table.full_size)
    image = table.grab().toImage()
    table.deleteLater()
    return image
