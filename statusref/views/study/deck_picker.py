"""Chooses a deck: a row of buttons for the kind of deck, and below it the list of the decks of that kind."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from statusref.study.decks import Deck, DeckKind
from statusref.study.due import DeckDay
from statusref.study.queue import Counts
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone
from statusref.views.localizer import Localizer
from statusref.views.study.deck_row import DeckHeads, DeckRow
from statusref.views.study.labels import counts_words, deck_title
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.themed_label import ThemedLabel

_GROUPS = (
    (DeckKind.ALL, DeckKind.CLASS, DeckKind.UNOFFICIAL, DeckKind.BOOKMARKS),
    (DeckKind.IMPORTANCE,),
    (DeckKind.VENDOR,),
    (DeckKind.TAG,),
    (DeckKind.NOTE,),
)
_NAMES = ("class", "importance", "vendor", "tag", "note")


class DeckPicker(QWidget):
    """``chosen`` carries the deck, ``row_focused`` the row that the keyboard focus has reached.

    ``accepted`` is Return on the deck that is chosen already.
    """

    chosen = Signal(Deck)
    accepted = Signal()
    row_focused = Signal(QWidget)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._decks: Sequence[Deck] = ()
        self._day_of: Callable[[Deck], DeckDay] = lambda _deck: DeckDay(Counts(0, 0, 0), 0, 0)
        self._group = 0
        self._deck_id = DeckKind.ALL.value
        self._title = ThemedLabel(theme, TextStyle.LABEL, "text3", parent=self)
        self._kinds = QButtonGroup(self)
        self._kind_buttons = [FilterButton(theme, self) for _ in _GROUPS]
        kinds = FlowLayout(gap=6)
        kinds.setContentsMargins(0, 0, 0, 0)
        for position, button in enumerate(self._kind_buttons):
            self._kinds.addButton(button, position)
            kinds.addWidget(button)
        self._kind_buttons[0].setChecked(True)
        self._heads = DeckHeads(theme, self)
        self._rows: list[DeckRow] = []
        self._row_group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(kinds)
        layout.addWidget(self._heads)
        layout.addLayout(self._list)
        layout.addStretch(1)
        self._kinds.idClicked.connect(self._on_kind_clicked)
        self._row_group.idClicked.connect(self._on_row_clicked)

    @property
    def deck(self) -> Deck | None:
        """The chosen deck, or None if the decks have not been set."""
        return next((deck for deck in self._decks if deck.id == self._deck_id), None)

    @property
    def rows(self) -> list[DeckRow]:
        """The rows of the kind of deck that is shown."""
        return self._rows[: len(self._in_group())]

    def show_decks(self, decks: Sequence[Deck], day_of: Callable[[Deck], DeckDay]) -> None:
        """Set the decks. ``day_of`` is only called for decks that are shown, because counting takes time."""
        self._decks = decks
        self._day_of = day_of
        if self.deck is None:
            self._deck_id = DeckKind.ALL.value
        self.retranslate()

    def choose_group(self, position: int) -> None:
        """Show the decks of another kind and choose the first of them."""
        self._group = position
        self._kind_buttons[position].setChecked(True)
        if (first := next(iter(self._in_group()), None)) is not None:
            self._choose(first)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self._localizer.text("study.decks"))
        for name, button in zip(_NAMES, self._kind_buttons, strict=True):
            button.set_label(self._localizer.text(f"study.decks.{name}"), "")
        self._heads.show_names([self._localizer.text(f"study.column.{name}") for name in ("due", "new", "seen")])
        decks = self._in_group()
        while len(self._rows) < len(decks):
            self._add_row()
        for row in self._rows[len(decks) :]:
            row.hide()
        for row, deck in zip(self._rows, decks, strict=False):
            self._fill(row, deck)

    def _in_group(self) -> list[Deck]:
        return [deck for deck in self._decks if deck.kind in _GROUPS[self._group]]

    def _add_row(self) -> None:
        row = DeckRow(self._theme, self)
        row.focused.connect(self._on_row_focused)
        row.accepted.connect(self.accepted)
        self._row_group.addButton(row, len(self._rows))
        self._list.addWidget(row)
        self._rows.append(row)

    def _fill(self, row: DeckRow, deck: Deck) -> None:
        day = self._day_of(deck)
        counts = day.counts
        title = deck_title(self._localizer, deck)
        words = counts_words(self._localizer, counts) if counts.total else self._localizer.text("study.count.none")
        seen = self._localizer.text("study.deck.seen", seen=day.seen, cards=day.cards)
        tone = Tone(deck.value) if deck.kind is DeckKind.CLASS else None
        numbers = (str(counts.review + counts.learning), str(counts.new), f"{day.seen} / {day.cards}")
        row.show_deck(title, numbers, f"{title}, {words}, {seen}", tone)
        row.setChecked(deck.id == self._deck_id)
        row.show()

    def _choose(self, deck: Deck) -> None:
        self._deck_id = deck.id
        self.chosen.emit(deck)

    @Slot(int)
    def _on_kind_clicked(self, position: int) -> None:
        self.choose_group(position)

    @Slot(int)
    def _on_row_clicked(self, position: int) -> None:
        self._choose(self._in_group()[position])

    @Slot()
    def _on_row_focused(self) -> None:
        row = self.sender()
        if isinstance(row, QWidget):
            self.row_focused.emit(row)
