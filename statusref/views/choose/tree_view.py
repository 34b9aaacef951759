"""The picture of all questions with the buttons that zoom and save it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.diagram.branches import Branch, trees
from statusref.diagram.layout import Layout
from statusref.domain.chooser import Walk
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.choose.tree_canvas import TreeCanvas
from statusref.views.localizer import Localizer
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.icon_button import IconButton
from statusref.widgets.push_button import PushButton
from statusref.widgets.themed_label import ThemedLabel

if TYPE_CHECKING:
    from statusref.views.study.context import FileChooser


class TreeView(QWidget):
    """``chosen`` carries the place that was clicked in the picture."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, localizer: Localizer, library: Library, files: "Callable[[], FileChooser]"
    ) -> None:
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._files = files
        self._trees: tuple[Branch, ...] = ()
        self._look: tuple[Language, str] | None = None
        self.canvas = TreeCanvas(theme)
        self.smaller = IconButton(theme, "minus")
        self.larger = IconButton(theme, "plus")
        self.normal = PushButton(theme)
        self.save_button = PushButton(theme)
        self.told = ThemedLabel(theme, TextStyle.ROW_KOREAN, "text2", wraps=True)
        buttons = FlowLayout(gap=8)
        buttons.setContentsMargins(20, 8, 20, 8)
        for button in (self.smaller, self.larger, self.normal, self.save_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(buttons)
        column.addWidget(self.told)
        column.addWidget(self.canvas, 1)
        self.told.setContentsMargins(20, 0, 20, 8)
        self.told.hide()
        self.canvas.chosen.connect(self.chosen)
        self.smaller.clicked.connect(lambda: self.canvas.zoom(-1))
        self.larger.clicked.connect(lambda: self.canvas.zoom(1))
        self.normal.clicked.connect(self.canvas.normal_size)
        self.save_button.clicked.connect(self.save)

    @property
    def spoken(self) -> str:
        return self.canvas.accessibleName()

    def show_place(self, walk: Walk | None) -> None:
        """Draw all in the language and the font of now, and mark the path of ``walk``."""
        text = self._localizer.text
        self.told.hide()  # the sentence was about an earlier saving
        self.canvas.setAccessibleName(text("choose.tree.name"))
        self.smaller.describe(text("choose.tree.smaller"), "-")
        self.larger.describe(text("choose.tree.larger"), "+")
        self.normal.describe("100 %", "0", text("choose.tree.normal"))
        self.save_button.describe(text("choose.tree.save"))
        look = (self._localizer.language, self._theme.font(TextStyle.CHIP).key())
        if look != self._look:
            self._look = look
            self._trees = trees(self._library.chooser, self._library.catalogue, self._localizer.language)
            self.canvas.show_picture(Layout(self.canvas.measure()).picture(*self._trees))
        places = [] if walk is None else [walk.way.id, *self._places(walk)]
        self.canvas.mark(frozenset(places), (places or [self._trees[0].place])[-1])

    def take_keyboard(self) -> None:
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Ask for a file and write the tree to it, parted over sheets of paper."""
        from statusref.diagram.saving import KINDS, save_and_tell  # noqa: PLC0415 - few save the tree

        title = self._localizer.text("choose.tree.save")
        kinds = ";;".join(f"{kind[1:].upper()} (*{kind})" for kind in KINDS)
        path = self._files().to_write(title, "statusref-choose.pdf", kinds)
        if path is not None:
            self._tell(save_and_tell(self._library, self._localizer.language, path).words)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setAccessibleName(words)
        self.told.show()

    def _places(self, walk: Walk) -> list[str]:
        """Return where each answer of ``walk`` is drawn, which is not where it leads if its question is drawn once."""
        drawn = {
            (branch.question, inner.place.rpartition("/")[2]): inner.place
            for tree in self._trees
            for branch in _all(tree)
            for inner in branch.branches
        }
        return [drawn[question.id, answer.id] for question, answer in walk.steps]


def _all(branch: Branch) -> list[Branch]:
    return [branch, *(below for inner in branch.branches for below in _all(inner))]
