"""The start page of study: what is due, the decks, buttons for review, quiz and progress, export and import."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from statusref.study.decks import Deck, all_decks
from statusref.study.queue import Counts
from statusref.theme.fonts import TextStyle
from statusref.views.study.context import StudyContext
from statusref.views.study.deck_picker import DeckPicker
from statusref.views.study.labels import counts_words, deck_title
from statusref.views.study.quiz_form import QuizForm, QuizWish
from statusref.views.study.store_tools import StoreTools
from statusref.views.study.suspended_list import SuspendedList
from statusref.widgets.card_box import CardBox
from statusref.widgets.column import Column
from statusref.widgets.panel import Panel
from statusref.widgets.push_button import PushButton
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.themed_label import ThemedLabel

_WIDE = 720
_COLUMN = 1000


class StartPage(QScrollArea):
    """Two columns, or one if the width is too small. Reads its figures again whenever it is shown."""

    review_wanted = Signal(Deck)
    quiz_wanted = Signal(Deck, QuizWish)
    progress_wanted = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._localizer = context.localizer
        self._counts: dict[str, Counts] = {}
        self._decks: dict[str, Deck] = {}
        self._is_wide: bool | None = None
        theme = context.theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = ThemedLabel(theme, TextStyle.PHRASE)
        self._today = ThemedLabel(theme, TextStyle.BODY, "text2", wraps=True)
        self.picker = DeckPicker(theme, context.localizer)
        self._deck = ThemedLabel(theme, TextStyle.HEADING, wraps=True)
        self._deck_counts = ThemedLabel(theme, TextStyle.ROW_KOREAN, "text2", wraps=True)
        self.review = PushButton(theme, primary=True)
        self.form = QuizForm(theme, context.localizer)
        self.quiz = PushButton(theme)
        self.progress = PushButton(theme)
        self._quiz_title = ThemedLabel(theme, TextStyle.HEADING)
        self.tools = StoreTools(context)
        self.suspended = SuspendedList(context)
        self._lay_out()
        SlimScrollBars(theme, self)
        self.picker.chosen.connect(self._on_deck_chosen)
        self.picker.accepted.connect(self.start_review)
        self.picker.row_focused.connect(self._on_row_focused)
        self.review.clicked.connect(self.start_review)
        self.quiz.clicked.connect(self.start_quiz)
        self.progress.clicked.connect(self.progress_wanted)
        self.form.changed.connect(self._on_quiz_changed)
        self.tools.changed.connect(self.refresh)
        self.suspended.changed.connect(self.refresh)
        theme.changed.connect(self._on_theme_changed)
        self._localizer.changed.connect(self.retranslate)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        theme = self._context.theme
        review_box, quiz_box = CardBox(theme), CardBox(theme)
        for box, widgets in (
            (review_box, (self._deck, self._deck_counts, self.review)),
            (quiz_box, (self._quiz_title, self.form, self.quiz)),
        ):
            for widget in widgets:
                box.inner.addWidget(widget)
        self._boxes = (review_box, quiz_box, self.progress)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(16)
        self._arrange(wide=True)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(32, 28, 32, 40)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._today)
        layout.addSpacing(20)
        layout.addLayout(self._grid)
        layout.addSpacing(28)
        layout.addWidget(self.suspended)
        layout.addWidget(self.tools)
        layout.addStretch(1)
        body = Panel(theme, "surface")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Column(theme, content, _COLUMN))
        self.setWidget(body)

    @Slot()
    def refresh(self) -> None:
        """Read the decks and their counts again."""
        decks = all_decks(self._context.catalogue, self._context.notes.notes, self._context.bookmarks())
        self._counts.clear()
        self._decks = {deck.id: deck for deck in decks}
        self.picker.show_decks(decks, self._counts_of)
        self.tools.refresh()
        self.suspended.refresh()
        self._show_words()

    def take_keyboard(self) -> None:
        """Give the keyboard focus to the button that is used next."""
        button = self.review if self.review.isEnabled() else self.quiz
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest_keyboard(self) -> None:
        """Give the keyboard focus to the page itself, where Space and Enter do nothing."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def start_review(self) -> None:
        """Ask for a review of the chosen deck."""
        if self.picker.deck is not None and self.review.isEnabled():
            self.review_wanted.emit(self.picker.deck)

    @Slot()
    def start_quiz(self) -> None:
        """Ask for a quiz over the chosen deck."""
        if self.picker.deck is not None and self.quiz.isEnabled():
            self.quiz_wanted.emit(self.picker.deck, self.form.wish)

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self._title.setText(text("study.title"))
        self._quiz_title.setText(text("study.quiz.title"))
        self.review.describe(text("study.review.start"), "R")
        self.quiz.describe(text("study.quiz.start"), "Q")
        self.progress.describe(text("study.progress"), "G", text("study.progress.about"))
        self.form.retranslate()
        self.tools.retranslate()
        self.suspended.retranslate()
        if self._decks:
            self.picker.retranslate()
            self._show_words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.retranslate()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.viewport().width() >= self._context.theme.px(_WIDE))

    def _arrange(self, *, wide: bool) -> None:
        """Put the decks beside the boxes, or between the review box and the others if the width is too small."""
        if wide == self._is_wide:
            return
        self._is_wide = wide
        review, quiz, progress = self._boxes
        if wide:
            self._grid.addWidget(self.picker, 0, 0, 5, 1)
            for row, box in enumerate((review, quiz, progress)):
                self._grid.addWidget(box, row, 1)
        else:
            for row, part in enumerate((review, self.picker, quiz, progress)):
                self._grid.addWidget(part, row, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, int(wide))
        self._grid.setRowStretch(4, 1)

    def _counts_of(self, deck: Deck) -> Counts:
        """Count what is left in a deck today. Counted once and kept until ``refresh``."""
        if deck.id not in self._counts:
            self._counts[deck.id] = self._context.study.counts(deck)
        return self._counts[deck.id]

    def _show_words(self) -> None:
        deck = self.picker.deck
        whole = self._counts_of(self._decks["all"])
        key = "study.today" if whole.total else "study.today.nothing"
        self._today.setText(self._localizer.text(key, counts=counts_words(self._localizer, whole)))
        if deck is None:
            return
        counts = self._counts_of(deck)
        self._deck.setText(deck_title(self._localizer, deck))
        deck_cards = deck.cards(self._context.study.cards)
        self.form.offer(deck_cards)
        self._on_quiz_changed()
        cards = self._localizer.count("study.cards", len(deck_cards))
        left = counts_words(self._localizer, counts) if counts.total else self._localizer.text("study.deck.done")
        self._deck_counts.setText(f"{left}\n{self._localizer.text('study.deck.size', cards=cards)}")
        self.review.setEnabled(bool(counts.total))

    @Slot()
    def _on_quiz_changed(self) -> None:
        self.quiz.setEnabled(bool(self.form.available))

    @Slot(Deck)
    def _on_deck_chosen(self, _deck: Deck) -> None:
        self._show_words()

    @Slot(QWidget)
    def _on_row_focused(self, row: QWidget) -> None:
        self.ensureWidgetVisible(row, 0, self._context.theme.px(24))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setPalette(self._context.theme.palette())
