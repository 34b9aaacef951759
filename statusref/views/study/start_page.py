"""The start page of study: the day, the decks, and what else can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from statusref.study.decks import Deck, all_decks
from statusref.study.due import DeckDay
from statusref.study.session import TODAY, Wish
from statusref.theme.fonts import TextStyle
from statusref.views.study.context import StudyContext
from statusref.views.study.day_box import DayBox
from statusref.views.study.deck_picker import DeckPicker
from statusref.views.study.kind_chips import KindChips
from statusref.views.study.labels import counts_words, deck_title
from statusref.views.study.more_row import MoreRow
from statusref.views.study.quiz_form import QuizForm, QuizWish
from statusref.views.study.ready_box import ReadyBox
from statusref.views.study.store_tools import StoreTools
from statusref.views.study.suspended_list import SuspendedList
from statusref.widgets.card_box import CardBox
from statusref.widgets.column import Column
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.panel import Panel
from statusref.widgets.push_button import PushButton
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.themed_label import ThemedLabel

_WIDE = 720
_COLUMN = 1000


class StartPage(QScrollArea):
    """Two columns, or one if the width is too small. Reads its figures again whenever it is shown."""

    review_wanted = Signal(Deck, Wish)
    quiz_wanted = Signal(Deck, QuizWish)
    progress_wanted = Signal()
    cards_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._localizer = context.localizer
        self._count: Callable[[Deck], DeckDay] = context.study.deck_days()
        self._days: dict[str, DeckDay] = {}
        self._decks: dict[str, Deck] = {}
        self._is_wide: bool | None = None
        theme = context.theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = ThemedLabel(theme, TextStyle.PHRASE)
        self.day = DayBox(context)
        self.review = self.day.review
        self.more = MoreRow(theme, context.localizer)
        self.day.inner.addWidget(self.more)
        self.picker = DeckPicker(theme, context.localizer)
        self.kinds = KindChips(theme, context.localizer)
        self.ready = ReadyBox(context)
        self.form = QuizForm(theme, context.localizer)
        self.quiz = PushButton(theme)
        self.progress = PushButton(theme)
        self.card_list = PushButton(theme)
        self.settings = PushButton(theme)
        self._quiz_title = ThemedLabel(theme, TextStyle.HEADING)
        self.tools = StoreTools(context)
        self.suspended = SuspendedList(context)
        self._lay_out()
        SlimScrollBars(theme, self)
        self.picker.chosen.connect(self._on_deck_chosen)
        self.picker.accepted.connect(self.start_review)
        self.picker.row_focused.connect(self._on_row_focused)
        self.kinds.changed.connect(self._on_kinds_changed)
        self.ready.changed.connect(self.refresh)
        self.more.wanted.connect(self.start_more)
        self.review.clicked.connect(self.start_review)
        self.quiz.clicked.connect(self.start_quiz)
        self.progress.clicked.connect(self.progress_wanted)
        self.card_list.clicked.connect(self.cards_wanted)
        self.settings.clicked.connect(self.settings_wanted)
        self.form.changed.connect(self._on_quiz_changed)
        self.tools.changed.connect(self.refresh)
        self.suspended.changed.connect(self.refresh)
        theme.changed.connect(self._on_theme_changed)
        self._localizer.changed.connect(self.retranslate)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        theme = self._context.theme
        quiz_box = CardBox(theme)
        for widget in (self._quiz_title, self.form, self.quiz):
            quiz_box.inner.addWidget(widget)
        decks = QWidget()
        column = QVBoxLayout(decks)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picker)
        column.addWidget(self.kinds)
        column.addStretch(1)
        self._parts = (decks, quiz_box, self.ready)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(16)
        self._arrange(wide=True)
        buttons = FlowLayout(gap=8)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.progress, self.card_list, self.settings):
            buttons.addWidget(button)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(32, 24, 32, 40)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        layout.addWidget(self.day)
        layout.addSpacing(12)
        layout.addLayout(buttons)
        layout.addSpacing(16)
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
        self._days.clear()
        self._count = self._context.study.deck_days()
        self._decks = {deck.id: deck for deck in decks}
        self.picker.show_decks(decks, self._day_of)
        self.ready.refresh()
        self.tools.refresh()
        self.suspended.refresh()
        self.day.refresh(self._day_of(self._decks["all"]).counts)
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
            self.review_wanted.emit(self.picker.deck, TODAY)

    @Slot(Wish)
    def start_more(self, wish: Wish) -> None:
        """Ask for more of the chosen deck than what is due today."""
        if self.picker.deck is not None:
            self.review_wanted.emit(self.picker.deck, wish)

    @Slot()
    def start_quiz(self) -> None:
        """Ask for a quiz over the chosen deck."""
        if self.picker.deck is not None and self.quiz.isEnabled():
            self.quiz_wanted.emit(self.picker.deck, self.form.wish)

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self._title.setText(text("study.title"))
        self.setAccessibleName(text("study.title"))
        self._quiz_title.setText(text("study.quiz.title"))
        self.review.describe(text("study.review.start"), "R")
        self.quiz.describe(text("study.quiz.start"), "Q")
        self.progress.describe(text("study.progress"), "G", text("study.progress.about"))
        self.card_list.describe(text("study.card-list"), "L", text("study.card-list.about"))
        self.settings.describe(text("study.start.settings"))
        for part in (self.day, self.more, self.kinds, self.ready, self.form, self.tools, self.suspended):
            part.retranslate()
        if self._decks:
            self.picker.retranslate()
            if self.isVisible():
                self.ready.refresh()
            self.day.refresh(self._day_of(self._decks["all"]).counts)
            self._show_words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.retranslate()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.viewport().width() >= self._context.theme.px(_WIDE))

    def _arrange(self, *, wide: bool) -> None:
        """Put the decks beside the boxes, or above them if the width is too small."""
        if wide == self._is_wide:
            return
        self._is_wide = wide
        decks, quiz, ready = self._parts
        if wide:
            self._grid.addWidget(decks, 0, 0, 3, 1)
            for row, box in enumerate((quiz, ready)):
                self._grid.addWidget(box, row, 1)
        else:
            for row, part in enumerate((decks, quiz, ready)):
                self._grid.addWidget(part, row, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, int(wide))
        self._grid.setRowStretch(2, int(wide))

    def _day_of(self, deck: Deck) -> DeckDay:
        """Count what is left in a deck today. Counted once and kept until ``refresh``."""
        if deck.id not in self._days:
            self._days[deck.id] = self._count(deck)
        return self._days[deck.id]

    def _show_words(self) -> None:
        deck = self.picker.deck
        if deck is None:
            return
        day = self._day_of(deck)
        self.form.offer(self._context.study.cards_of(deck))
        self._on_quiz_changed()
        self.kinds.show_left_out(self._context.study.options.left_out_of(deck.id))
        counts = day.counts
        left = counts_words(self._localizer, counts) if counts.total else self._localizer.text("study.deck.done")
        seen = self._localizer.text("study.deck.seen", seen=day.seen, cards=day.cards)
        lines = [f"{deck_title(self._localizer, deck)}: {left}", seen, self.ready.countdown]
        self.day.tell_left("\n".join(filter(None, lines)))
        self.review.setEnabled(bool(counts.total))
        self.more.offer(new=day.cards - day.seen, seen=day.seen, elsewhere=0, done=not counts.total)

    @Slot()
    def _on_quiz_changed(self) -> None:
        self.quiz.setEnabled(bool(self.form.available))

    @Slot(Deck)
    def _on_deck_chosen(self, _deck: Deck) -> None:
        self._show_words()

    @Slot(frozenset)
    def _on_kinds_changed(self, left_out: frozenset[str]) -> None:
        if self.picker.deck is not None:
            study = self._context.study
            study.save_options(study.options.leaving_out(self.picker.deck.id, left_out))
            self.refresh()

    @Slot(QWidget)
    def _on_row_focused(self, row: QWidget) -> None:
        self.ensureWidgetVisible(row, 0, self._context.theme.px(24))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setPalette(self._context.theme.palette())
