"""Computes where in an entry's texts a query matched. Done only for the few results that are shown."""

from collections.abc import Iterable, Sequence

from statusref.domain.catalogue import Target
from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.search.entry_texts import SHOWN, FieldText, attributes, keywords, names
from statusref.search.finder import Finder
from statusref.search.folding import Folded
from statusref.search.indexes import Indexes
from statusref.search.interpretation import Interpretation
from statusref.search.matching import TextMatch, match_text
from statusref.search.needle import Needle
from statusref.search.results import Field, Mark, Tier
from statusref.search.rules import INSIDE, name_order, other_order

_MOST_CACHED = 4096
_RankedMark = tuple[int, Mark]
"""The rank of the needle's match, and the mark."""


class Marker:
    """Finds marks. Caches the folded forms of texts."""

    def __init__(self, indexes: Indexes) -> None:
        self._indexes = indexes
        self._folded: dict[str, Folded] = {}

    def marks(
        self,
        target: Target,
        interpretations: Sequence[Interpretation],
        finder: Finder | None,
        language: Language = Language.KOREAN,
    ) -> tuple[Mark, ...]:
        """Return one mark for each text that matched, the best first; of equal ones that in ``language``.

        They are the marks of the first of ``interpretations`` that finds the target. Without ``finder`` the target was
        found by its code in a log line.
        """
        if not isinstance(target, Entry):
            # A number page is found only by its number. Its id has leading zeros, which the query may lack.
            shown = target.id
            return (Mark(Field.NUMBER_PAGE, shown, ((len(shown) - len(str(target.code)), len(shown)),)),)
        if finder is None:
            return (Mark(Field.CODE, target.number, ((0, len(target.number)),)),)
        for interpretation in interpretations:
            if found := self._of_interpretation(target, interpretation, finder, language):
                found.sort(key=lambda ranked: ranked[0])
                return _joined(mark for _, mark in found)
        return ()

    def _of_interpretation(
        self, entry: Entry, interpretation: Interpretation, finder: Finder, language: Language
    ) -> list[_RankedMark]:
        """Return the marks of the first whole that matches, else of all words if each of them matches."""
        for whole in interpretation.wholes:
            if found := self._of_needle(entry, whole, finder, language):
                return found
        if len(interpretation.words) < 2:
            return []
        all_found: list[_RankedMark] = []
        for spellings in interpretation.words:
            found = next(filter(None, (self._of_needle(entry, needle, finder, language) for needle in spellings)), [])
            if not found:
                return []
            all_found += found
        return all_found

    def _of_needle(self, entry: Entry, needle: Needle, finder: Finder, language: Language) -> list[_RankedMark]:
        """Return the marks in the texts that give ``needle`` its rank."""
        ranks = self._indexes.ranks
        rank = finder.rank(needle, ranks.positions[entry.id])
        if rank is None:
            return []
        tier = ranks.tier(rank)
        if tier <= Tier.NUMBER_PREFIX:
            size = len(needle.digits or entry.number)
            return [(rank, Mark(Field.CODE, entry.number, ((0, size),)))]
        if tier < Tier.KEYWORD:
            # A keyword counts as a name where a vendor calls its own code so.
            marks = self._in_names(entry, needle) or self._in_others(keywords(entry), needle, language)
            return [(rank, mark) for mark in marks]
        if tier is Tier.PROSE:
            mark = self._indexes.prose.mark(entry, needle, language) if self._indexes.prose is not None else None
            return [] if mark is None else [(rank, mark)]
        texts = keywords(entry) if tier is Tier.KEYWORD else attributes(entry)
        return [(rank, mark) for mark in self._in_others(texts, needle, language)]

    def _in_names(self, entry: Entry, needle: Needle) -> list[Mark]:
        """Return the marks in the shown names. If neither matches, return the mark in the best of the other names."""
        found: list[Mark] = []
        others = []
        for text in names(entry):
            is_shown = text.field in SHOWN
            if found and not is_shown:
                break
            match = self._match(needle, text)
            if match is None or (text.field is Field.CONSTANT and match.place == INSIDE):
                continue
            if is_shown:
                found.append(_mark(text, match))
            else:
                others.append((name_order(match.form, match.place, is_alias=True), _mark(text, match)))
        return found or [mark for _, mark in sorted(others, key=lambda ranked: ranked[0])[:1]]

    def _in_others(self, texts: Iterable[FieldText], needle: Needle, language: Language) -> list[Mark]:
        matches = ((text, self._match(needle, text)) for text in texts)
        found = [
            ((other_order(text, match.form, match.place), not _is_in(language, text.text)), _mark(text, match))
            for text, match in matches
            if match is not None and match.place != INSIDE
        ]
        return [mark for _, mark in sorted(found, key=lambda ranked: ranked[0])[:1]]

    def _match(self, needle: Needle, text: FieldText) -> TextMatch | None:
        folded = self._folded.get(text.text)
        if folded is None:
            if len(self._folded) >= _MOST_CACHED:
                self._folded.clear()
            folded = self._folded[text.text] = Folded(text.text)
        return match_text(needle, folded)


def _mark(text: FieldText, match: TextMatch) -> Mark:
    return Mark(text.field, text.text, (match.span,))


def _is_in(language: Language, text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text) == (language is Language.KOREAN)


def _joined(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Merge marks in the same text into one, in the order in which the texts come first."""
    spans: dict[tuple[Field, str], list[tuple[int, int]]] = {}
    for mark in marks:
        spans.setdefault((mark.field, mark.text), []).extend(mark.spans)
    return tuple(Mark(field, text, merged_spans(parts)) for (field, text), parts in spans.items())


def merged_spans(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sort spans and join those that touch or overlap."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
