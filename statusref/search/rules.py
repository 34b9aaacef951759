"""The ranking rules for one match: its tier, and its order within the tier."""

from statusref.search.entry_texts import FieldText
from statusref.search.results import Field, Tier

WHOLE, START, WORD, INSIDE = range(4)
"""Which part of the text matches: all of it, its start, the start of a later word, or a part inside a word."""
PLAIN, BY_INITIALS, BY_STROKES = 0, 4, 8
"""Which form of the text matches: as written, its Hangul initials, or its key strokes (half typed)."""
CASES = [(form, place) for form in (PLAIN, BY_INITIALS, BY_STROKES) for place in (WHOLE, START, WORD, INSIDE)]
"""All twelve combinations. ``form + place`` is the index of a combination in this list."""

TierOrder = tuple[Tier, int]
"""A tier and the order within it, 0 (best) to 7."""

_ALIAS = 4
_NAME_TIERS = (Tier.EXACT_NAME, Tier.NAME_START, Tier.WORD_START, Tier.INSIDE)


def name_order(form: int, place: int, *, is_alias: bool) -> TierOrder:
    """Rank a match in a name: the names shown in the list before aliases, then by place."""
    order = _ALIAS if is_alias else 0
    if form == BY_INITIALS:
        return Tier.INITIALS, order + place
    if form == BY_STROKES:
        # Half a syllable inside a word is only a guess, so it ranks below text that stands inside a word as written.
        return (Tier.INSIDE if place == INSIDE else Tier.HALF_TYPED), order + place
    return _NAME_TIERS[place], order + (WORD if place == INSIDE else place)


def header_order(level: int, place: int) -> TierOrder:
    """Rank a match in a header by the header's requirement level.

    Headers in which only a later word matches (``Content-Location`` for ``location``) come after the others.
    """
    return Tier.ATTRIBUTE, level if place <= START else level + _ALIAS


def keyword_order(form: int, place: int) -> TierOrder:
    """Rank a match in a keyword: as written before initials and half typed."""
    return Tier.KEYWORD, place if form == PLAIN else _ALIAS + place


def attribute_order(form: int, place: int) -> TierOrder:
    """Rank a match in a vendor, a tag or a specification: as written before initials and half typed."""
    return Tier.ATTRIBUTE, place if form == PLAIN else _ALIAS + place


def other_order(text: FieldText, form: int, place: int) -> TierOrder:
    """Rank a match in a text that is not a name, by the rule for its field."""
    if text.field is Field.HEADER:
        return header_order(text.level, place)
    return keyword_order(form, place) if text.field is Field.KEYWORD else attribute_order(form, place)
