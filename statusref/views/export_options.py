"""What the user can choose of an export: format, entries, language, and what goes with them."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.class_filter import ClassFilter
from statusref.domain.text import Language
from statusref.export.formats import FORMATS, Format
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.choice_row import ChoiceRow
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.themed_label import ThemedLabel

_LANGUAGES: tuple[tuple[Language, ...], ...] = ((Language.KOREAN,), (Language.ENGLISH,), tuple(Language))
_BESIDE = ("notes", "neighbours", "memos")


class Range(NamedTuple):
    """Entries that can be exported; ``name`` is the end of the key of their words where they are no class."""

    name: str
    only: ClassFilter | Collection[str]


class Wish(NamedTuple):
    """What the user chose."""

    form: Format
    only: ClassFilter | Collection[str]
    languages: tuple[Language, ...]
    notes: bool
    neighbours: bool
    memos: bool


class ExportOptions(QWidget):
    """``changed`` tells that the user chose something else."""

    changed = Signal()

    def __init__(
        self, theme: Theme, localizer: Localizer, ranges: Sequence[Range], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._ranges = ranges
        self._form, self._range = FORMATS[0], ranges[0]
        self._languages: tuple[Language, ...] = (localizer.language,)
        self.formats = ChoiceRow(theme, len(FORMATS), self)
        self.ranges = ChoiceRow(theme, len(ranges), self)
        self.languages = ChoiceRow(theme, len(_LANGUAGES), self)
        self._beside_title = ThemedLabel(theme, TextStyle.ROW_PHRASE, parent=self)
        self.beside = {name: FilterButton(theme, self, several=True) for name in _BESIDE}
        beside = FlowLayout(gap=6)
        beside.setContentsMargins(0, 4, 0, 0)
        for button in self.beside.values():
            beside.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for row in (self.formats, self.ranges, self.languages, self._beside_title):
            layout.addWidget(row)
        layout.addLayout(beside)
        layout.addStretch(1)
        self.formats.choose(0)
        self.ranges.choose(0)
        self.languages.choose(_LANGUAGES.index(self._languages))
        for name in ("notes", "neighbours"):
            self.beside[name].setChecked(True)
        self.formats.chosen.connect(self._on_format)
        self.ranges.chosen.connect(self._on_range)
        self.languages.chosen.connect(self._on_languages)
        for button in self.beside.values():
            button.clicked.connect(self.changed)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def wish(self) -> Wish:
        notes, neighbours, memos = (button.isChecked() for button in self.beside.values())
        memos = memos and not self._form.without_memos
        return Wish(self._form, self._range.only, self._languages, notes, neighbours, memos)

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.formats.describe(text("export.format"), "", [text(f"export.format.{form.name}") for form in FORMATS])
        self.ranges.describe(text("export.range"), "", [self._range_words(one) for one in self._ranges])
        self.languages.describe(text("export.languages"), "", ("한국어", "English", text("export.both")))
        self._beside_title.setText(text("export.beside"))
        for name, button in self.beside.items():
            button.set_label(text(f"export.beside.{name}"), "")
            button.setAccessibleName(f"{text('export.beside')}: {button.text()}")

    def _range_words(self, one: Range) -> str:
        if not isinstance(one.only, ClassFilter):
            return self._localizer.text(f"export.range.{one.name}", count=len(one.only))
        value = one.only.value
        if one.only.status_class is None:
            return self._localizer.text(f"filter.{value}")
        return f"{value} {self._localizer.text(f'class.{value}')}"

    @Slot(int)
    def _on_format(self, position: int) -> None:
        self._form = form = FORMATS[position]
        # What the format leaves out is not offered; what was chosen is kept for another format.
        for name in ("notes", "neighbours"):
            self.beside[name].setEnabled(not form.only_codes)
        self.beside["memos"].setEnabled(not form.without_memos)
        self.changed.emit()

    @Slot(int)
    def _on_range(self, position: int) -> None:
        self._range = self._ranges[position]
        self.changed.emit()

    @Slot(int)
    def _on_languages(self, position: int) -> None:
        self._languages = _LANGUAGES[position]
        self.changed.emit()
