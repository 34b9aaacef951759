"""FSRS's parameters in the settings: from the user's own reviews, from Anki, or the defaults."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.study.optimizing import FEWEST_REVIEWS, Optimized, OptimizerMissingError, TooFewReviewsError
from statusref.study.options import PARAMETERS, StudyOptions
from statusref.study.parameters import ParametersError, parse_parameters
from statusref.study.scheduling import Scheduling
from statusref.study.state import CardState, Phase, Rating
from statusref.study.study import Study
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.labels import interval_words
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.framed_field import FramedField
from statusref.widgets.push_button import PushButton
from statusref.widgets.themed_label import ThemedLabel

_STABILITY = 10.0


class ParameterSettings(QWidget):
    """``chosen`` carries the options with other parameters. What a change means is shown before it is made."""

    chosen = Signal(StudyOptions)

    def __init__(self, theme: Theme, localizer: Localizer, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._study = study
        self._found: Optimized | None = None
        self._title = ThemedLabel(theme, TextStyle.ROW_PHRASE, parent=self)
        self._told = ThemedLabel(theme, TextStyle.ROW_KOREAN, "text2", wraps=True, parent=self)
        self.fit = PushButton(theme, parent=self)
        self.apply = PushButton(theme, parent=self)
        self.default = PushButton(theme, parent=self)
        self.anki = PushButton(theme, parent=self)
        self.field = FramedField(theme, height=34, margin=10, radius=8, parent=self)
        self.field.setMaxLength(1000)
        buttons, anki = FlowLayout(gap=8), FlowLayout(gap=8)
        for row, widgets in ((buttons, (self.fit, self.apply, self.default)), (anki, (self.anki,))):
            row.setContentsMargins(0, 4, 0, 0)
            for widget in widgets:
                row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 22)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._told)
        layout.addLayout(buttons)
        layout.addWidget(self.field)
        layout.addLayout(anki)
        self.fit.clicked.connect(self._on_fit)
        self.apply.clicked.connect(self._on_apply)
        self.default.clicked.connect(self._on_default)
        self.anki.clicked.connect(self._on_anki)
        self.field.returnPressed.connect(self._on_anki)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def told(self) -> str:
        """What was said last."""
        return self._told.text()

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self._title.setText(text("study.parameters"))
        self.fit.describe(text("study.parameters.optimize"))
        self.apply.describe(text("study.parameters.apply"))
        self.default.describe(text("study.parameters.default.use"))
        self.anki.describe(text("study.parameters.import"))
        self.field.setPlaceholderText(text("study.parameters.import.hint"))
        self.field.setAccessibleName(text("study.parameters.import.hint"))
        if self.isVisible():
            self._show_present()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_present()

    def _show_present(self) -> None:
        own = bool(self._study.options.parameters)
        self._found = None
        self.apply.hide()
        self.default.setVisible(own)
        self._tell("study.parameters.own" if own else "study.parameters.default")

    def _tell(self, key: str, **values: object) -> None:
        self._told.setText(self._localizer.text(key, **values))
        self._told.setAccessibleName(self._told.text())

    def _use(self, numbers: tuple[float, ...]) -> None:
        study = self._study
        self.chosen.emit(replace(study.options, parameters=numbers))
        self._show_present()
        if numbers:
            self._tell("study.parameters.applied")

    @Slot()
    def _on_fit(self) -> None:
        try:
            found = self._study.optimize()
        except OptimizerMissingError:
            self._tell("study.parameters.missing")
            return
        except TooFewReviewsError as error:
            self._tell("study.parameters.few", count=error.count, fewest=FEWEST_REVIEWS)
            return
        self._found = found if found.is_better else None
        self.apply.setVisible(found.is_better)
        if not found.is_better:
            self._tell("study.parameters.no-better", reviews=found.reviews)
            return
        options = self._study.options
        old, new = (self._interval(replace(options, parameters=n)) for n in (options.parameters, found.parameters))
        before, after = (f"{error:.3f}" for error in (found.error_before, found.error_after))
        self._tell("study.parameters.better", reviews=found.reviews, before=before, after=after, old=old, new=new)

    def _interval(self, options: StudyOptions) -> str:
        """Return after how long a card with a stability of ten days comes back, if it is answered "good" when due."""
        at = datetime(2026, 1, 1, tzinfo=UTC)
        due = at + timedelta(days=_STABILITY)
        state = CardState("x", Phase.REVIEW, None, _STABILITY, 5.0, due, at, 3)
        interval = Scheduling(options, self._study.days).previews(state, due)[Rating.GOOD]
        return interval_words(self._localizer, interval)

    @Slot()
    def _on_apply(self) -> None:
        if self._found is not None:
            self._use(self._found.parameters)

    @Slot()
    def _on_default(self) -> None:
        self._use(())

    @Slot()
    def _on_anki(self) -> None:
        try:
            numbers = parse_parameters(self.field.finished_text())
        except ParametersError as error:
            if error.number:
                self._tell("study.parameters.bounds", number=error.number)
            else:
                self._tell("study.parameters.count", expected=PARAMETERS)
            return
        self._use(numbers)
