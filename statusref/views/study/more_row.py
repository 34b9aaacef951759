"""What can be done when today's cards are done: more new ones, or reviews of the coming days."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.study.session import Wish
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.push_button import PushButton

_NEW = 5
_DAYS = 3


class MoreRow(QWidget):
    """``wanted`` carries what the user asks for; ``elsewhere_wanted`` asks for what is left in all decks.

    Hidden while there is something left today.
    """

    wanted = Signal(Wish)
    elsewhere_wanted = Signal()

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._new = _NEW
        self.new = PushButton(theme, parent=self)
        self.ahead = PushButton(theme, parent=self)
        self.elsewhere = PushButton(theme, parent=self)
        self._left = 0
        row = FlowLayout(gap=8)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.elsewhere, self.new, self.ahead):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        self.new.clicked.connect(self._on_new)
        self.ahead.clicked.connect(self._on_ahead)
        self.elsewhere.clicked.connect(self.elsewhere_wanted)

    def offer(self, *, new: int, seen: int, elsewhere: int, done: bool) -> None:
        """Offer more of a deck with so many unseen and ``seen`` cards, if the day's are ``done``.

        ``elsewhere`` is how many cards other decks have left today.
        """
        self._new, self._left = min(_NEW, new), elsewhere
        self.elsewhere.setVisible(elsewhere > 0)
        self.new.setVisible(new > 0)
        self.ahead.setVisible(seen > 0)
        self.setVisible(done and (new > 0 or seen > 0 or elsewhere > 0))
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.new.describe(self._localizer.count("study.more.new", self._new))
        self.elsewhere.describe(self._localizer.count("study.more.elsewhere", self._left))
        self.ahead.describe(text("study.more.ahead", days=_DAYS), about=text("study.more.ahead.about"))

    @Slot()
    def _on_new(self) -> None:
        self.wanted.emit(Wish(more_new=self._new))

    @Slot()
    def _on_ahead(self) -> None:
        self.wanted.emit(Wish(ahead=_DAYS))
