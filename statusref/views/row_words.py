"""What the rows of the list say."""

from collections.abc import Sequence
from typing import NamedTuple

from statusref.domain.catalogue import InvalidNumber, Target, UnassignedNumber
from statusref.domain.status import Entry
from statusref.search.results import Field, Mark
from statusref.views.localizer import Localizer

_SHOWN = {Field.CODE, Field.PHRASE, Field.KOREAN, Field.NUMBER_PAGE}


class RowLines(NamedTuple):
    """The two lines of a row; ``vendor`` follows the upper one."""

    upper: str
    vendor: str
    lower: str


class RowWords:
    """Finds the words for a row. Phrase and Korean meaning are both shown, whatever the language in force."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer

    def lines(self, target: Target) -> RowLines:
        """The lines for an entry or a number."""
        match target:
            case Entry():
                vendor = self._localizer.of(target.vendor) if target.vendor else ""
                return RowLines(target.phrase, vendor, target.korean)
            case UnassignedNumber(_, status_class, _):
                return RowLines(self._localizer.text("registration.unassigned"), "", f"→ {status_class.first}")
            case InvalidNumber():
                return RowLines(self._localizer.text("registration.invalid"), "", "→ 5xx")

    def why(self, marks: Sequence[Mark]) -> tuple[str, Mark] | None:
        """Say which hidden part matched, or None if what matched can be seen in the row."""
        for mark in marks:
            if mark.field not in _SHOWN:
                return self._localizer.text(f"why.{mark.field.value}"), mark
        return None

    def more(self, count: int) -> str:
        """The row that stands for the rest."""
        return self._localizer.text("list.more", count=count)
