"""From what happened to one code, by a few plain questions."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from statusref.domain.catalogue import title
from statusref.domain.chooser import FILE, Outcome, Question, Walk
from statusref.domain.citation import cite
from statusref.domain.description.outcome import outcome_entry
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind, choice_link, code_link
from statusref.domain.markdown import Spans
from statusref.domain.status import Entry
from statusref.domain.text import Language, Text
from statusref.settings.settings import Settings
from statusref.theme.theme import Theme
from statusref.views.choose.choose_bar import ChooseBar
from statusref.views.choose.path_strip import GivenAnswer
from statusref.views.choose.question_view import OfferedAnswer, QuestionView
from statusref.views.copied_code import copied_code
from statusref.views.correction import Correction
from statusref.views.localizer import Localizer
from statusref.views.page_context import PageContext
from statusref.views.study.letters import letter_of
from statusref.views.window_page import WindowPage
from statusref.widgets.announcing import announce
from statusref.widgets.part_stack import PartStack

if TYPE_CHECKING:
    # Made when they are first shown.
    from statusref.views.choose.outcome_view import OutcomeView
    from statusref.views.choose.tree_view import TreeView
    from statusref.views.study.context import FileChooser

START = "start"
"""The place of the two ways in, as a link names it. No way has this id."""
TREE = "tree"
"""Stands before a place that is shown in the picture of all questions. No way has this id, either."""


class ChoosePage(WindowPage):
    """Where nothing is chosen yet, the two ways in are asked for as a question is."""

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        library: Library,
        settings: Settings,
        files: "Callable[[], FileChooser]",
    ) -> None:
        """Raises ResourceError if the file of the questions is wrong."""
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._settings = settings
        self._files = files
        self._chooser = library.chooser
        self._walk: Walk | None = None
        self._left = ""
        self._shows_tree = False
        self.bar = ChooseBar(theme, localizer)
        self.questions = QuestionView(theme, localizer)
        self._stack = PartStack()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        # The Tab key goes through the parts in the order in which they join the page.
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self._stack.addWidget(self.questions)
        self.questions.chosen.connect(self.go)
        self.bar.back_wanted.connect(self.escape)
        self.bar.start_wanted.connect(self.start_again)
        self.bar.tree_wanted.connect(self.toggle_tree)
        theme.changed.connect(self._write)
        localizer.changed.connect(self._on_language_changed)
        self._write()

    @classmethod
    def make(cls, context: PageContext) -> WindowPage:
        """Make the page. A damaged file of questions costs only this page, which then says so."""
        try:
            _ = context.library.chooser
        except ResourceError as error:
            from statusref.views.choose.damaged_page import DamagedChoosePage  # noqa: PLC0415 - hardly ever needed

            return DamagedChoosePage(context.theme, context.localizer, error)
        return cls(context.theme, context.localizer, context.library, context.settings, context.files)

    @property
    def location(self) -> Link:
        return choice_link(f"{TREE}/{self._place}" if self._shows_tree else self._place)

    @property
    def title(self) -> str:
        match self._at:
            case _ if self._shows_tree:
                return self._localizer.text("choose.tree")
            case Outcome() as outcome:
                return title(outcome_entry(self._library, outcome))
            case Question() as question:
                return self._localizer.of(question.ask)
            case None:
                return self._localizer.text("page.choose")

    @property
    def shown_code(self) -> Link | None:
        return code_link(self._entry.id) if self._entry is not None else None

    @cached_property
    def outcome(self) -> "OutcomeView":
        """The part that shows the end of a walk."""
        from statusref.views.choose.outcome_view import OutcomeView  # noqa: PLC0415 - made when first shown

        outcome = OutcomeView(self._theme, self._localizer, self._library, self._settings)
        outcome.chosen.connect(self.go)
        outcome.link_activated.connect(self.follow)
        outcome.reader.menu_made.connect(self.menu_made)
        return self._stack.put_in(outcome, after=self.bar.tree)

    @cached_property
    def tree(self) -> "TreeView":
        """The picture of all questions."""
        from statusref.views.choose.tree_view import TreeView  # noqa: PLC0415 - made when first shown

        tree = TreeView(self._theme, self._localizer, self._library, self._files)
        tree.chosen.connect(self.go)
        return self._stack.put_in(tree, after=self.bar.tree)

    def open(self, location: Link) -> bool:
        if location.kind is not LinkKind.CHOICE:
            return True
        first, _, rest = location.target.partition("/")
        shows_tree = first == TREE
        place = rest if shows_tree else location.target
        walk = None if place in {"", START} else self._chooser.walk(place)
        if walk is None and place not in {"", START}:
            return False
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and (focused is self or self.isAncestorOf(focused))
        self._show(walk, shows_tree=shows_tree)
        if had_keyboard:
            self.take_focus()
        return True

    def escape(self) -> bool:
        if self._entry is not None and self.outcome.find_bar.close_if_open():
            return True
        if self._shows_tree:
            self.toggle_tree()
        elif self._walk is not None:
            self.go(self._walk.path.rpartition("/")[0] or START)
        else:
            return False
        return True

    def open_find(self) -> None:
        if self._entry is not None:
            self.outcome.find_bar.open()

    def zoom(self, steps: float) -> bool:
        if self._shows_tree:
            self.tree.canvas.zoom(steps, at_pointer=True)
        return self._shows_tree

    def copied_text(self) -> str:
        return copied_code(self._entry, self._settings.copy_format) if self._entry is not None else ""

    def citation(self, language: Language) -> Spans:
        return cite(self._library, self._entry, language) if self._entry is not None else ()

    def correction(self) -> Correction | None:
        match None if self._shows_tree else self._at:
            case Outcome():
                return Correction(FILE, self.outcome.reader.selected_or_first())
            case Question() as question:
                return Correction(FILE, self._localizer.of(question.ask))
            case None:
                return None

    def take_focus(self) -> None:
        self._part.take_keyboard()
        # The keyboard is on an answer, and a screen reader would say that alone.
        announce(self, self._part.spoken)

    @Slot(str)
    def go(self, place: str) -> None:
        """Go to a place of the chooser, as a step that history keeps."""
        # A click on an answer leaves the keyboard where it was, which may be outside the page.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.open(choice_link(place)):
            self.visited.emit(self.location)

    @Slot()
    def start_again(self) -> None:
        self.go(START)

    @Slot()
    def toggle_tree(self) -> None:
        """Show the picture of all questions, or the question again that was shown before it."""
        self.go(self._place if self._shows_tree else f"{TREE}/{self._place}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = letter_of(event)
        if letter.isdecimal() and self._part is self.questions:
            self.questions.choose(int(letter))
        elif event.key() == Qt.Key.Key_Backspace:
            self.escape()
        elif letter == "T":
            self.toggle_tree()
        elif letter == "N":
            self.start_again()
        else:
            super().keyPressEvent(event)

    @property
    def _at(self) -> Question | Outcome | None:
        """The question or outcome that is shown; None for the two ways in."""
        return None if self._walk is None else self._walk.at

    @property
    def _entry(self) -> Entry | None:
        """The code of the outcome that is shown."""
        at = self._at
        return outcome_entry(self._library, at) if isinstance(at, Outcome) and not self._shows_tree else None

    @property
    def _place(self) -> str:
        return START if self._walk is None else self._walk.path

    @property
    def _part(self) -> "QuestionView | OutcomeView | TreeView":
        """The part of the page that is shown."""
        if self._shows_tree:
            return self.tree
        return self.outcome if isinstance(self._at, Outcome) else self.questions

    def _show(self, walk: Walk | None, *, shows_tree: bool) -> None:
        """Show a place, and remember the one that is left: its answers are marked where they can be given again."""
        place = START if walk is None else walk.path
        if place != self._place:
            self._left = self._place
        self._walk, self._shows_tree = walk, shows_tree
        self._write()
        self.shown_changed.emit()

    @Slot()
    def _write(self) -> None:
        """Write what is shown, in the language and the theme of now."""
        self.bar.show_state(at_start=self._walk is None, shows_tree=self._shows_tree)
        match self._walk:
            case walk if self._shows_tree:
                self.tree.show_place(walk)
            case None:
                ways = [(way.title, way.id) for way in self._chooser.ways]
                self._ask(self._localizer.text("choose.first"), None, ways)
            case Walk(at=Question() as question):
                answers = [(answer.text, f"{self._place}/{answer.id}") for answer in question.answers]
                self._ask(self._localizer.of(question.ask), question.help, answers)
            case Walk(at=Outcome() as outcome, sends=sends):
                self.outcome.show_outcome(self._given(), outcome, sends=sends)
        self._stack.setCurrentWidget(self._part)

    def _ask(self, question: str, more: Text | None, answers: list[tuple[Text, str]]) -> None:
        of = self._localizer.of
        offered = [OfferedAnswer(of(text), place, _leads_to(place, self._left)) for text, place in answers]
        self.questions.ask(self._given(), question, of(more) if more else "", offered)

    def _given(self) -> list[GivenAnswer]:
        """The way in and the answers that led to what is shown, each with the place where it was given."""
        if self._walk is None:
            return []
        of = self._localizer.of
        way = GivenAnswer("", of(self._walk.way.title), START)
        steps = enumerate(self._walk.steps)
        return [
            way,
            *(
                GivenAnswer(of(step.question.ask), of(step.answer.text), self._walk.path_to(count))
                for count, step in steps
            ),
        ]

    @Slot()
    def _on_language_changed(self) -> None:
        self._write()
        self.shown_changed.emit()


def _leads_to(place: str, other: str) -> bool:
    """Whether ``place`` is ``other`` or lies on the path to it."""
    return f"{other}/".startswith(f"{place}/")
