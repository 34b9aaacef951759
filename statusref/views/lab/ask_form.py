"""The form above the ready commands: the code, the method, and the options that fit the code."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from statusref.lab import offers
from statusref.lab.commands import METHODS
from statusref.lab.errors import BadOptionError
from statusref.lab.wanted import read_options
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.lab.labelled import LabelledChoice, LabelledField
from statusref.views.localizer import Localizer
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.themed_label import ThemedLabel

_FIELDS = {
    "delay": 90,
    "times": 90,
    "mix": 210,
    "header": 210,
    "to": 210,
    "every": 90,
    "refuse": 90,
    "limit": 90,
    "count": 90,
}
"""The options that are written, and how wide their fields are in pixels at 100 %."""
_EXAMPLES = {
    "delay": "2s",
    "times": "2",
    "mix": "200:90,503:10",
    "header": "Retry-After:5",
    "to": "/200",
    "every": "1s",
    "refuse": "417",
    "limit": "1KB",
    "count": "5",
}
_WAYS = (offers.PLAIN, offers.REAL, offers.CHAIN, offers.LOOP)
_NONE = ""
"""No value of a choice: the lab decides."""


class AskForm(QWidget):
    """``changed`` tells that the address or the method is another one now."""

    changed = Signal()

    def __init__(self, theme: Theme, localizer: Localizer, code: int) -> None:
        super().__init__()
        self._localizer = localizer
        self._code = code
        self.code_field = LabelledField(theme, 90)
        self.code_field.field.setText(f"{code:03}")
        self.method = LabelledChoice(theme, METHODS)
        self.way = LabelledChoice(theme, _WAYS)
        self.options: dict[str, LabelledField | LabelledChoice] = {
            **{name: LabelledField(theme, width) for name, width in _FIELDS.items()},
            **{name: LabelledChoice(theme, (_NONE, *values)) for name, values in offers.CHOICES.items()},
        }
        self._problem = ThemedLabel(theme, TextStyle.SMALL, "text1", wraps=True)
        fields = FlowLayout(gap=14)
        fields.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 18)
        layout.setSpacing(12)
        layout.addLayout(fields)
        for part in (self.code_field, self.method, self.way, *self.options.values()):
            if isinstance(part, LabelledField):
                fields.addWidget(part)
            else:
                layout.addWidget(part)
            part.edited.connect(self._on_edited)
        layout.addWidget(self._problem)
        # It lies on a page: without this, labels would be written in the colour of the page's text.
        self.setBackgroundRole(QPalette.ColorRole.Window)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def code(self) -> int:
        """The code that is asked for: the last one that was written in full."""
        return self._code

    @property
    def problem(self) -> str:
        """Why what is written cannot be asked for; empty if it can."""
        text = self._localizer.text
        if offers.code_of(self.code_field.value) is None:
            return text("lab.form.no-code")
        given = [(name, value) for name, value in self._given().items() if name != offers.COUNT]
        try:
            read_options(tuple(given))
        except BadOptionError as error:
            return text(error.key, **error.values)
        return ""

    @property
    def target(self) -> str:
        """The path that is asked for, with its options."""
        return offers.target(self._code, self._way, self._given())

    def show_code(self, code: int) -> None:
        """Begin anew with a code."""
        self.code_field.field.setText(f"{code:03}")
        for part in self.options.values():
            part.field.clear() if isinstance(part, LabelledField) else part.choose(_NONE)
        self._use(code)

    @property
    def _way(self) -> str:
        return self.way.value if self.way.value in offers.ways(self._code) else offers.PLAIN

    def _given(self) -> dict[str, str]:
        """The options that fit and are not empty."""
        names = offers.options(self._code, self._way)
        return {name: value for name in names if (value := self.options[name].value.strip())}

    @Slot()
    def _on_edited(self) -> None:
        code = offers.code_of(self.code_field.value)
        self._use(self._code if code is None else code)

    def _use(self, code: int) -> None:
        if code != self._code:
            self.way.choose(offers.PLAIN)
        self._code = code
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Show the options that fit."""
        ways = offers.ways(self._code)
        self.way.setVisible(len(ways) > 1)
        self.way.offer(ways)
        for name, part in self.options.items():
            part.setVisible(name in offers.options(self._code, self._way))
        problem = self.problem
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.updateGeometry()

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.code_field.describe(text("lab.form.code"), "503", text("lab.form.code.about"))
        self.method.describe(text("lab.form.method"), METHODS)
        self.way.describe(text("lab.form.way"), [text(f"lab.way.{way}") for way in _WAYS])
        for name, part in self.options.items():
            label, about = text(f"lab.form.{name}"), text(f"lab.form.{name}.about")
            if isinstance(part, LabelledField):
                part.describe(label, _EXAMPLES[name], about)
            else:
                part.describe(label, (text("lab.form.usual"), *offers.CHOICES[name]))
                part.setToolTip(about)
        self._fit()
