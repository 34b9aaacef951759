"""The ranking rules of search.md for one match: which tier, and which order within it."""

from statusref.search.entry_texts import FieldText
from statusref.search.results import Field, Tier

WHOLE, START, WORD, INSIDE = range(4)
"""Where in a text a match lies, best first."""
PLAIN, BY_INITIALS, BY_KEYS = 0, 4, 8
"""In which form it matches. Form and place added up count the twelve cases."""
CASES = [(form, place) for form in (PLAIN, BY_INITIALS, BY_KEYS) for place in (WHOLE, START, WORD, INSIDE)]

Rank = tuple[Tier, int]
"""A tier and the order within it (0 to 7)."""

_ALIAS = 4
_NAME_TIERS = (Tier.EXACT_NAME, Tier.NAME_START, Tier.WORD_START, Tier.INSIDE)


def name_rank(form: int, place: int, *, is_alias: bool) -> Rank:
    """Return the rank of a match in a name: a shown name before an alias, then by the place."""
    sub = _ALIAS if is_alias else 0
    if form == BY_INITIALS:
        return Tier.INITIALS, sub + place
    if form == BY_KEYS:
        # In the middle of a word it is a guess, below what stands there as written.
        return (Tier.INSIDE if place == INSIDE else Tier.HALF_TYPED), sub + place
    return _NAME_TIERS[place], sub + (WORD if place == INSIDE else place)


def header_rank(level: int, place: int) -> Rank:
    """Return the rank of a match in a header: by how strongly it is required.

    Headers that only have the word behind their first (``Content-Location`` for ``location``) come after the others.
    """
    return Tier.ATTRIBUTE, level if place <= START else level + _ALIAS


def keyword_rank(form: int, place: int) -> Rank:
    """Return the rank of a match in a keyword: as written before by initials or half typed."""
    return Tier.KEYWORD, place if form == PLAIN else _ALIAS + place


def attribute_rank(form: int, place: int) -> Rank:
    """Return the rank of a match in a vendor, a tag or a specification."""
    return Tier.ATTRIBUTE, place if form == PLAIN else _ALIAS + place


def other_rank(text: FieldText, form: int, place: int) -> Rank:
    """Return the rank of a match in a text that is no name."""
    if text.field is Field.HEADER:
        return header_rank(text.level, place)
    return keyword_rank(form, place) if text.field is Field.KEYWORD else attribute_rank(form, place)
