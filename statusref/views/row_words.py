"""The words on the rows of the list."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from statusref.domain.catalogue import InvalidNumber, NumberAnswer, UnassignedNumber, title
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.number_words import treat_as
from statusref.domain.status import Entry
from statusref.domain.text import Text
from statusref.models.found_title import found_title
from statusref.models.result_rows import More, Row
from statusref.search.results import Choice, Field, ForeignAnswer, Found, Mark, Memo
from statusref.views.localizer import Localizer

Spans = tuple[tuple[int, int], ...]
"""Half-open spans of characters."""
_SHOWN = {Field.CODE, Field.PHRASE, Field.KOREAN, Field.NUMBER_PAGE}
_LEAD = 12
"""A match may begin this many characters into a long text before the text is cut at the front."""
_ROOM = 80
"""No row is wide enough for more characters than this."""


class RowLines(NamedTuple):
    """The two lines of a row. ``vendor`` follows the upper line; it is empty for registered codes."""

    upper: str
    vendor: str
    lower: str


class Why(NamedTuple):
    """What matched where nothing that the row shows anyway did: the field, its name, its text, and the spans in it."""

    field: Field
    name: str
    text: str
    spans: Spans


class RowWords:
    """Finds the words for a row. Phrase and Korean meaning are both shown, whatever the language of the window."""

    def __init__(self, localizer: Localizer, family_title: Callable[[str], Text]) -> None:
        self._localizer = localizer
        self._title_of_family = family_title

    def lines(self, found: Found) -> RowLines:
        """Return the two lines for what a search found."""
        match found:
            case Entry():
                vendor = self._localizer.of(found.vendor) if found.vendor else ""
                return RowLines(found.phrase, vendor, found.korean)
            case Memo(about):
                # The line that was found has the place of the meaning.
                return RowLines(title(about), self.lines(about).vendor, "")
            case UnassignedNumber():
                return self._number(found, "registration.unassigned")
            case InvalidNumber():
                return self._number(found, "registration.invalid")
            case _:
                return self._beside(found)

    def _number(self, number: NumberAnswer, key: str) -> RowLines:
        meaning = self._localizer.both(key)
        treat = self._localizer.text("number.treat", code=treat_as(number))
        return RowLines(meaning.en, "", f"{meaning.ko} · {treat}")

    def _beside(self, found: Note | Neighbour | Message | Choice | ForeignAnswer) -> RowLines:
        match found:
            case Note():
                kind = self._localizer.text("row.note")
                return RowLines(self._localizer.of(found.title), "", f"{kind} · {', '.join(found.codes)}")
            case Neighbour():
                family = self._family_title(found.family)
                upper = family if found.number == found.name else f"{family} {found.number}"
                return RowLines(upper, found.name, self._localizer.of(found.meaning))
            case Message():
                kind = self._localizer.text("row.message")
                return RowLines(found.phrases[0], found.product, f"{kind} · {self._localizer.of(found.says)}")
            case Choice(outcome=outcome):
                return RowLines(self._localizer.text("choose.title"), outcome.code, self._localizer.of(outcome.why))
            case ForeignAnswer(system, number):
                sentence = self._localizer.of(system.text).format(number=number)
                return RowLines(self._localizer.text("row.foreign"), "", sentence)

    def _family_title(self, family: str) -> str:
        return self._localizer.of(self._title_of_family(family))

    def why(self, marks: Sequence[Mark]) -> Why | None:
        """Return the best match in a field that the row does not show, or None if the row itself shows what matched."""
        for mark in marks:
            if mark.field not in _SHOWN:
                return Why(mark.field, self._localizer.text(f"why.{mark.field.value}"), *_around(mark))
        return None

    def spoken(self, item: Row | More) -> str:
        """Return what a screen reader says of a row: all that the row shows."""
        if isinstance(item, More):
            return self.more(item.count)
        found = item.target
        lines, why = self.lines(found), self.why(item.marks)
        match found:
            case Neighbour():
                words = [self._family_title(found.family), lines.lower]
            case UnassignedNumber() | InvalidNumber():
                words = [lines.upper]
            case Choice() | ForeignAnswer():
                words = [lines.upper, lines.lower]
            case _:
                words = [lines.vendor, lines.lower]
        words.append("" if why is None else f"{why.name}: {why.text}")
        words.append("" if item.count is None else f"×{item.count:,}")
        return ", ".join(filter(None, (found_title(found, self._localizer.language), *words)))

    def more(self, count: int) -> str:
        """Return the words of the last row, which stands for ``count`` rows that are not shown."""
        return self._localizer.text("list.more", count=count)


def _around(mark: Mark) -> tuple[str, Spans]:
    """Cut a long text so that its first match stands near the start, and drop what no row has room for."""
    start = mark.spans[0][0] if mark.spans else 0
    text, spans = (mark.text, mark.spans) if start <= _LEAD else cut_before(mark.text, mark.spans, _LEAD // 2)
    return text[: _ROOM + 1], tuple(span for span in spans if span[0] < _ROOM)


def cut_before(text: str, spans: Spans, lead: int) -> tuple[str, Spans]:
    """Cut a text so that only ``lead`` characters stand before its first match."""
    cut = spans[0][0] - lead
    if cut <= 1:  # the dots would take as much room
        return text, spans
    shift = cut - 1
    return "…" + text[cut:], tuple((left - shift, right - shift) for left, right in spans)
