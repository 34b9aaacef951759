"""Where in an entry a query matched, worked out for the few results that are shown."""

from collections.abc import Iterable, Sequence

from statusref.domain.status import Entry
from statusref.search.entry_texts import SHOWN, FieldText, attributes, keywords, names
from statusref.search.folding import Folded, squash
from statusref.search.matching import match_text
from statusref.search.needle import Needle
from statusref.search.prose_index import ProseIndex
from statusref.search.reading import Reading
from statusref.search.results import Field, Mark, Target, Tier
from statusref.search.rules import Rank, name_rank, other_rank

_KEPT = 4096
_Ranked = tuple[Rank, Mark]


class Marker:
    """Finds marks, keeping the folded forms of some texts that were shown."""

    def __init__(self, prose: ProseIndex | None) -> None:
        self._prose = prose
        self._folded: dict[str, Folded] = {}

    def marks(self, target: Target, readings: Sequence[Reading]) -> tuple[Mark, ...]:
        """Return where the first of ``readings`` that fits matched, the best first, one mark for each text."""
        if not isinstance(target, Entry):
            # Its number was the query, but for leading zeros.
            shown = target.id
            return (Mark(Field.NUMBER_PAGE, shown, ((len(shown) - len(str(target.code)), len(shown)),)),)
        if not readings:
            return (Mark(Field.CODE, target.number, ((0, len(target.number)),)),)
        for reading in readings:
            if found := self._of_reading(target, reading):
                return _joined(mark for _, mark in sorted(found, key=lambda ranked: ranked[0]))
        return ()

    def _of_reading(self, entry: Entry, reading: Reading) -> list[_Ranked]:
        """Return the marks of the first whole that matches, or of all words if each matches, else nothing."""
        for whole in reading.wholes:
            if found := self._of(entry, whole):
                return found
        if len(reading.words) < 2:
            return []
        all_found: list[_Ranked] = []
        for spellings in reading.words:
            found = next(filter(None, (self._of(entry, needle) for needle in spellings)), [])
            if not found:
                return []
            all_found += found
        return all_found

    def _of(self, entry: Entry, needle: Needle) -> list[_Ranked]:
        """Return the marks in the shown texts, or if there is none, the best elsewhere."""
        found = _in_number(entry, needle)
        others: list[_Ranked] = []
        for text in names(entry):
            if (match := match_text(needle, self._fold(text.text))) is not None:
                is_alias = text.field not in SHOWN
                rank = name_rank(match.form, match.place, is_alias=is_alias)
                (others if is_alias else found).append((rank, Mark(text.field, text.text, (match.span,))))
        if not found:
            for texts in (keywords(entry), attributes(entry)):
                others += self._in_others(texts, needle)
        if found or others:
            return found or [min(others, key=lambda ranked: ranked[0])]
        mark = self._prose.mark(entry, needle) if self._prose is not None else None
        return [] if mark is None else [((Tier.PROSE, 0), mark)]

    def _in_others(self, texts: Iterable[FieldText], needle: Needle) -> list[_Ranked]:
        matches = ((text, match_text(needle, self._fold(text.text))) for text in texts)
        return [
            (other_rank(text, match.form, match.place), Mark(text.field, text.text, (match.span,)))
            for text, match in matches
            if match is not None
        ]

    def _fold(self, text: str) -> Folded:
        folded = self._folded.get(text)
        if folded is None:
            if len(self._folded) >= _KEPT:
                self._folded.clear()
            folded = self._folded[text] = Folded(text)
        return folded


def _in_number(entry: Entry, needle: Needle) -> list[_Ranked]:
    digits = needle.digits
    if needle.plain == squash(entry.id):
        digits = entry.number
    if digits is None or not entry.number.startswith(digits):
        return []
    tier = Tier.EXACT_NUMBER if len(digits) == len(entry.number) else Tier.NUMBER_PREFIX
    return [((tier, 0), Mark(Field.CODE, entry.number, ((0, len(digits)),)))]


def _joined(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Put the spans of marks in the same text together, keeping the order of the first."""
    spans: dict[tuple[Field, str], list[tuple[int, int]]] = {}
    for mark in marks:
        spans.setdefault((mark.field, mark.text), []).extend(mark.spans)
    return tuple(Mark(field, text, _merged(parts)) for (field, text), parts in spans.items())


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sort spans and join those that touch or overlap."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
