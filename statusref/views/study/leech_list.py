"""The list of the leeches: what each is confused with, and a button to suspend or resume it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from statusref.study.leeches import Leech
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.context import StudyContext
from statusref.views.study.labels import card_name, entry_title, kind_title
from statusref.widgets.text_button import TextButton
from statusref.widgets.themed_label import ThemedLabel


class LeechList(QWidget):
    """Hidden while there is no leech."""

    changed = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._title = ThemedLabel(context.theme, TextStyle.HEADING, parent=self)
        self._about = ThemedLabel(context.theme, TextStyle.SMALL, "text2", wraps=True, parent=self)
        self.rows: list[LeechRow] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addWidget(self._title)
        self._list.addWidget(self._about)

    def refresh(self) -> None:
        """Read the leeches again."""
        localizer = self._context.localizer
        leeches = self._context.study.leeches()
        self._title.setText(localizer.text("study.leeches"))
        self._about.setText(localizer.text("study.leeches.about"))
        while len(self.rows) < len(leeches):
            row = LeechRow(self._context.theme, localizer)
            row.toggled.connect(self._on_toggled)
            self.rows.append(row)
            self._list.addWidget(row)
        for row, leech in zip(self.rows, leeches, strict=False):
            row.show_leech(leech)
        for position, row in enumerate(self.rows):
            row.setVisible(position < len(leeches))
        self.setVisible(bool(leeches))

    @Slot(Leech)
    def _on_toggled(self, leech: Leech) -> None:
        change = self._context.study.resume if leech.suspended else self._context.study.suspend
        change(leech.card.id)
        self.changed.emit()


class LeechRow(QWidget):
    """``toggled`` carries the leech that is to be suspended or resumed."""

    toggled = Signal(Leech)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._leech: Leech | None = None
        self.name = ThemedLabel(theme, TextStyle.ROW_PHRASE, wraps=True)
        self.about = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True)
        self.button = TextButton(theme)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_clicked)

    def show_leech(self, leech: Leech) -> None:
        self._leech = leech
        text = self._localizer.text
        name = f"{card_name(self._localizer, leech.card)} · {kind_title(self._localizer, leech.card)}"
        about = [self._localizer.count("study.leeches.forgotten", leech.lapses)]
        if leech.partner is not None:
            about.append(text("study.leeches.partner", code=entry_title(leech.partner.entry)))
        if leech.suspended:
            about.append(text("study.leeches.suspended"))
        self.name.setText(name)
        self.about.setText(" · ".join(about))
        action = text("study.suspended.resume" if leech.suspended else "study.action.suspend")
        self.button.describe(action, None, action, text("study.key.space"))
        self.button.setAccessibleName(f"{action}: {name}")

    @Slot()
    def _on_clicked(self) -> None:
        if self._leech is not None:
            self.toggled.emit(self._leech)
