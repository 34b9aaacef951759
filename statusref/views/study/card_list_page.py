"""All cards with their states: searched, read, suspended, begun anew, or asked for."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from statusref.domain.links import code_link
from statusref.models.card_list_model import CardListModel, CardRow
from statusref.models.roles import Role
from statusref.study.state import CardState, Phase
from statusref.theme.fonts import TextStyle
from statusref.views.result_list import ResultList
from statusref.views.study.card_row_delegate import CardRowDelegate
from statusref.views.study.card_words import card_title, review_words, state_words
from statusref.views.study.context import StudyContext
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.framed_field import FramedField
from statusref.widgets.icon_button import IconButton
from statusref.widgets.panel import Panel
from statusref.widgets.push_button import PushButton
from statusref.widgets.themed_label import ThemedLabel

_HISTORY = 12
"""Reviews of a card that are shown, the last ones."""


class CardListPage(QWidget):
    """Reads the states again whenever it is shown and after every change."""

    link_activated = Signal(str)
    left = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._localizer = context.localizer
        theme = context.theme
        self._model = CardListModel(self)
        self._leave = IconButton(theme, "back")
        self._title = ThemedLabel(theme, TextStyle.ROW_PHRASE)
        self.field = FramedField(theme, height=34, margin=10, radius=8)
        self.list = ResultList(theme, self._model, CardRowDelegate(theme, self), self)
        self._card_title = ThemedLabel(theme, TextStyle.ROW_PHRASE, wraps=True)
        self._about = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True)
        self._history = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True)
        self.want = PushButton(theme)
        self.suspend = PushButton(theme)
        self.reset = PushButton(theme)
        self.open_page = PushButton(theme)
        self._lay_out()
        self._leave.clicked.connect(self.left)
        self.field.textChanged.connect(self._on_searched)
        self.list.item_chosen.connect(self._on_chosen)
        self.want.clicked.connect(self._on_want)
        self.suspend.clicked.connect(self._on_suspend)
        self.reset.clicked.connect(self._on_reset)
        self.open_page.clicked.connect(self._on_open)
        self._localizer.changed.connect(self.retranslate)

    def _lay_out(self) -> None:
        theme = self._context.theme
        bar = Panel(theme, "surface", (Qt.Edge.BottomEdge,), self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(self._leave)
        row.addWidget(self._title)
        row.addWidget(self.field, 1)
        foot = Panel(theme, "background", (Qt.Edge.TopEdge,), self)
        inner = QVBoxLayout(foot)
        inner.setContentsMargins(20, 12, 20, 14)
        inner.setSpacing(6)
        for label in (self._card_title, self._about, self._history):
            inner.addWidget(label)
        buttons = FlowLayout(gap=8)
        buttons.setContentsMargins(0, 4, 0, 0)
        for button in (self.want, self.suspend, self.reset, self.open_page):
            buttons.addWidget(button)
        inner.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.list, 1)
        layout.addWidget(foot)

    @property
    def chosen(self) -> CardRow | None:
        """The row that the buttons are about."""
        row: CardRow | None = self.list.currentIndex().data(Role.ITEM)
        return row

    def show_cards(self, search: str) -> None:
        """Show the cards that ``search`` finds."""
        self.field.setText(search)
        self.refresh()

    def take_keyboard(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def refresh(self) -> None:
        """Read the states again. The chosen card stays chosen."""
        chosen = self.chosen
        study = self._context.study
        states, days, now = study.states(), study.days, self._context.now()
        rows = []
        for card in study.cards.all():
            state = states.get(card.id) or CardState(card.id)
            title = card_title(self._localizer, card)
            rows.append(CardRow(card, state, title, state_words(self._localizer, card, state, days, now)))
        self._model.set_rows(rows)
        place = -1 if chosen is None else self._model.row_of(chosen.card.id)
        self.list.setCurrentIndex(self._model.index(max(place, 0)))
        self._show_chosen()

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self._leave.describe(text("study.leave"))
        self._title.setText(text("study.card-list"))
        self.field.setPlaceholderText(text("study.card-list.search"))
        self.field.setAccessibleName(text("study.card-list.search"))
        self.list.setAccessibleName(text("study.card-list"))
        self.list.set_empty_text(text("study.card-list.empty"))
        self.want.describe(text("study.card.want"), about=text("study.card.want.about"))
        self.reset.describe(text("study.card.reset"), about=text("study.card.reset.about"))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _show_chosen(self) -> None:
        row = self.chosen
        for button in (self.want, self.suspend, self.reset, self.open_page):
            button.setEnabled(row is not None)
        if row is None:
            for label in (self._card_title, self._about, self._history):
                label.setText("")
            return
        text = self._localizer.text
        self._card_title.setText(row.title)
        self._about.setText(row.about)
        reviews = self._context.study.history(row.card.id)
        pairs = zip(reviews, [*reviews[1:], None], strict=False)
        lines = [review_words(self._localizer, review, after) for review, after in pairs]
        self._history.setText("\n".join(lines[-_HISTORY:]) or text("study.card.no-history"))
        self.suspend.describe(text("study.suspended.resume" if row.state.suspended else "study.card.suspend"))
        self.reset.setEnabled(row.state.phase is not Phase.NEW)
        self.open_page.describe(text("study.card.open", code=row.card.entries[0].number))

    @Slot(str)
    def _on_searched(self, typed: str) -> None:
        self._model.search(typed)
        self.list.setCurrentIndex(self._model.index(0))
        self._show_chosen()

    @Slot(object)
    def _on_chosen(self, _row: object) -> None:
        self._show_chosen()

    @Slot()
    def _on_want(self) -> None:
        row = self.chosen
        if row is not None:
            self._context.study.want(row.card.id)
            self.refresh()

    @Slot()
    def _on_suspend(self) -> None:
        row, study = self.chosen, self._context.study
        if row is not None:
            (study.resume if row.state.suspended else study.suspend)(row.card.id)
            self.refresh()

    @Slot()
    def _on_reset(self) -> None:
        row = self.chosen
        if row is not None:
            self._context.study.reset(row.card.id)
            self.refresh()

    @Slot()
    def _on_open(self) -> None:
        row = self.chosen
        if row is not None:
            self.link_activated.emit(str(code_link(row.card.entries[0].id)))
