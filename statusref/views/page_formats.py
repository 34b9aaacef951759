"""The formats of paragraphs, letters and tables on a page."""

from collections.abc import Sequence

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.page_links import LABEL_PROPERTY


class PageFormats:
    """Makes each format once, because a page uses it many times. Copy a format before you change it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._blocks: dict[tuple[TextStyle, int], QTextBlockFormat] = {}
        self._chars: dict[tuple[TextStyle, str], QTextCharFormat] = {}
        self._codes: dict[TextStyle, QFont] = {}

    def block(self, style: TextStyle, after: int) -> QTextBlockFormat:
        shape = self._blocks.get((style, after))
        if shape is None:
            shape = self._blocks[style, after] = QTextBlockFormat()
            if style.value.line:
                height = self._theme.px(style.value.line)
                shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
            shape.setBottomMargin(self._theme.px(after))
            if style is TextStyle.LABEL:
                shape.setProperty(LABEL_PROPERTY, True)
        return shape

    def hanging(self, style: TextStyle, indent: int, after: int) -> QTextBlockFormat:
        """Return a block whose lines begin at ``indent``, but for what stands before the first tab."""
        shape = QTextBlockFormat(self.block(style, after))
        shape.setLeftMargin(indent)
        shape.setTextIndent(-indent)
        shape.setTabPositions([QTextOption.Tab(indent, QTextOption.TabType.LeftTab)])
        return shape

    def char(self, style: TextStyle, token: str) -> QTextCharFormat:
        form = self._chars.get((style, token))
        if form is None:
            form = self._chars[style, token] = QTextCharFormat()
            form.setFont(self._theme.font(style))
            form.setForeground(self._theme.color(token))
        return form

    def code_font(self, style: TextStyle) -> QFont:
        """Return the font of code in a text of this style."""
        font = self._codes.get(style)
        if font is None:
            font = self._codes[style] = QFont(self._theme.font(TextStyle.CODE))
            font.setPixelSize(round(self._theme.font(style).pixelSize() * 0.9))
        return font

    def cell(self, shape: QTextTableFormat) -> QTextTableCellFormat:
        """Return the format of a cell with its text in the middle: a line has its spare room above the text."""
        form = QTextTableCellFormat()
        spare = self.spare(TextStyle.CELL)
        form.setTopPadding(shape.cellPadding() - spare // 2)
        form.setBottomPadding(shape.cellPadding() + spare - spare // 2)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        return form

    def spare(self, style: TextStyle) -> int:
        """Return how much higher than its letters a line is, in pixels."""
        return max(self._theme.px(style.value.line) - self._theme.metrics(style).height(), 0)

    def ruled_table(self, padding: int, widths: Sequence[float]) -> QTextTableFormat:
        """Return the format of a table with lines, as wide as the page, whose first row is its header."""
        shape = _table(widths)
        shape.setWidth(_share(100))
        shape.setCellPadding(self._theme.px(padding))
        shape.setBorder(1)
        shape.setBorderCollapse(True)
        shape.setBorderBrush(self._theme.color("line"))
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setHeaderRowCount(1)
        return shape

    def plain_table(self, widths: Sequence[float]) -> QTextTableFormat:
        """Return the format of a table without lines."""
        shape = _table(widths)
        shape.setBorder(0)
        shape.setCellPadding(self._theme.px(3))
        return shape


def _table(widths: Sequence[float]) -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setCellSpacing(0)
    if widths:
        shape.setWidth(_share(100))
        shape.setColumnWidthConstraints(list(map(_share, widths)))
    return shape


def _share(percent: float) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, percent)
