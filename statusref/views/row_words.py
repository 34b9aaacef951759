"""The words on the rows of the list."""

from collections.abc import Sequence
from typing import NamedTuple

from statusref.domain.catalogue import InvalidNumber, Target, UnassignedNumber
from statusref.domain.status import Entry
from statusref.search.results import Field, Mark
from statusref.views.localizer import Localizer

_SHOWN = {Field.CODE, Field.PHRASE, Field.KOREAN, Field.NUMBER_PAGE}


class RowLines(NamedTuple):
    """The two lines of a row. ``vendor`` follows the upper line; it is empty for registered codes."""

    upper: str
    vendor: str
    lower: str


class RowWords:
    """Finds the words for a row. Phrase and Korean meaning are both shown, whatever the language of the window."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer

    def lines(self, target: Target) -> RowLines:
        """Return the two lines for an entry or a number without one."""
        match target:
            case Entry():
                vendor = self._localizer.of(target.vendor) if target.vendor else ""
                return RowLines(target.phrase, vendor, target.korean)
            case UnassignedNumber(_, status_class, _):
                return RowLines(self._localizer.text("registration.unassigned"), "", f"→ {status_class.first}")
            case InvalidNumber():
                return RowLines(self._localizer.text("registration.invalid"), "", "→ 5xx")

    def why(self, marks: Sequence[Mark]) -> tuple[str, Mark] | None:
        """Return the name of the field that matched and its mark, or None if the row itself shows what matched."""
        for mark in marks:
            if mark.field not in _SHOWN:
                return self._localizer.text(f"why.{mark.field.value}"), mark
        return None

    def more(self, count: int) -> str:
        """Return the words of the last row, which stands for ``count`` rows that are not shown."""
        return self._localizer.text("list.more", count=count)
