"""The study settings on the settings page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from statusref.study.options import StudyOptions
from statusref.study.study import Study
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.load_preview import LoadPreview
from statusref.views.study.parameter_settings import ParameterSettings
from statusref.widgets.choice_row import ChoiceRow
from statusref.widgets.titled_box import TitledBox


@dataclass(frozen=True, slots=True)
class _Offer:
    """One option and the values that the user can choose for it."""

    field: str
    key: str
    values: Sequence[object]
    about: bool = False


_OFFERS = (
    _Offer("new_per_day", "new", (0, 5, 10, 20, 30, 50), about=True),
    _Offer("reviews_per_day", "reviews", (50, 100, 200, 500, 9999)),
    _Offer("desired_retention", "retention", (0.8, 0.85, 0.9, 0.95), about=True),
    _Offer("learning_steps", "steps", ((60, 600), (600,), (60, 600, 3600), ())),
    _Offer("rollover_hour", "rollover", (0, 2, 4, 6)),
    _Offer("leech_lapses", "leech", (4, 6, 8, 12)),
    _Offer("fuzz", "fuzz", (False, True), about=True),
    _Offer("new_when_behind", "behind", (False, True), about=True),
    _Offer("known_is_suspended", "known", (False, True)),
)


class StudySettings(TitledBox):
    """``chosen`` carries the changed options. The value in use is offered even if it is an unusual one."""

    chosen = Signal(StudyOptions)

    def __init__(self, theme: Theme, localizer: Localizer, study: Study, parent: QWidget | None = None) -> None:
        # Read first: opening the user data takes time, and an event must not reach a widget that is only half built.
        options = study.options
        super().__init__(theme, parent)
        self._localizer = localizer
        self._study = study
        self._options = options
        self._values = [_with_own(offer, options) for offer in _OFFERS]
        self.rows = {
            offer.field: ChoiceRow(theme, len(values), self)
            for offer, values in zip(_OFFERS, self._values, strict=True)
        }
        self.load = LoadPreview(theme, localizer, study.load, self)
        self.parameters = ParameterSettings(theme, localizer, study, self)
        for field, row in self.rows.items():
            self.inner.addWidget(row)
            row.chosen.connect(self._on_chosen)
            if field == "desired_retention":
                row.stand_close()
                self.inner.addWidget(self.load)
        self.inner.addWidget(self.parameters)
        self.parameters.chosen.connect(self._on_parameters_chosen)
        localizer.changed.connect(self.retranslate)
        self.retranslate()
        self._show_options()

    @property
    def options(self) -> StudyOptions:
        """The options in use."""
        return self._options

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.title.setText(text("study.settings"))
        for offer, values in zip(_OFFERS, self._values, strict=True):
            about = text(f"study.settings.{offer.key}.about") if offer.about else ""
            words = tuple(self._words(offer, value) for value in values)
            self.rows[offer.field].describe(text(f"study.settings.{offer.key}"), about, words)
        self.load.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._options = self._study.options
        self._show_options()

    def _words(self, offer: _Offer, value: object) -> str:
        text = self._localizer.text
        match offer.field, value:
            case "reviews_per_day", 9999:
                words = text("study.settings.reviews.all")
            case "desired_retention", float(share):
                words = f"{round(share * 100)} %"
            case "rollover_hour", int(hour):
                words = f"{hour:02}:00"
            case "leech_lapses", int(times):
                words = text("study.settings.leech.times", n=times)
            case "new_when_behind", bool(both):
                words = text(f"study.settings.behind.{'both' if both else 'reviews'}")
            case "known_is_suspended", bool(suspended):
                words = text(f"study.settings.known.{'suspend' if suspended else 'later'}")
            case "fuzz", bool(wanted):
                words = text("study.settings.on" if wanted else "study.settings.off")
            case "learning_steps", tuple(steps):
                words = " → ".join(self._step_words(int(step)) for step in steps) or text("study.settings.steps.none")
            case _:
                words = str(value)
        return words

    def _step_words(self, seconds: int) -> str:
        if seconds >= 86_400:
            return self._localizer.text("study.interval.days", n=round(seconds / 86_400))
        if seconds >= 3600:
            return self._localizer.text("study.interval.hours", n=round(seconds / 3600))
        return self._localizer.text("study.interval.minutes", n=max(round(seconds / 60), 1))

    def _show_options(self) -> None:
        for offer, values in zip(_OFFERS, self._values, strict=True):
            own = getattr(self._options, offer.field)
            if own in values:
                self.rows[offer.field].choose(values.index(own))
        if self.isVisible():
            self.load.preview(self._options)

    @Slot(int)
    def _on_chosen(self, position: int) -> None:
        row = self.sender()
        for offer, values in zip(_OFFERS, self._values, strict=True):
            if self.rows[offer.field] is row:
                changes: dict[str, object] = {offer.field: values[position]}
                self._save(_changed(self._study.options, changes))

    @Slot(StudyOptions)
    def _on_parameters_chosen(self, options: StudyOptions) -> None:
        self._save(options)

    def _save(self, options: StudyOptions) -> None:
        self._options = options
        self.chosen.emit(options)
        self.load.preview(options)


def _with_own(offer: _Offer, options: StudyOptions) -> list[object]:
    own = getattr(options, offer.field)
    return list(offer.values) if own in offer.values else [*offer.values, own]


def _changed(options: StudyOptions, changes: dict[str, object]) -> StudyOptions:
    return replace(options, **changes)  # type: ignore[arg-type]
