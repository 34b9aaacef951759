"""The sentences about a number that no entry has."""

from typing import NamedTuple

from statusref.domain.catalogue import Catalogue, InvalidNumber, NumberAnswer
from statusref.domain.text import Text
from statusref.domain.words import Words

NUMBER_REFERENCE = "RFC 9110, Section 15"
NUMBER_URL = "https://www.rfc-editor.org/rfc/rfc9110.html#section-15"


class NumberWords(NamedTuple):
    """Three sentences about a number: a summary, what a client does with it, and what it may mean."""

    summary: Text
    client: Text
    meaning: Text


def treat_as(answer: NumberAnswer) -> str:
    """Return the code that a client handles instead: the x00 of the class, or ``5xx`` (RFC 9110, Section 15)."""
    return "5xx" if isinstance(answer, InvalidNumber) else str(answer.status_class.first)


def number_words(answer: NumberAnswer, words: Words, catalogue: Catalogue) -> NumberWords:
    """Return the sentences in both languages. Raises ResourceError if one is missing."""
    values: dict[str, object] = {"code": answer.id, "treat_as": treat_as(answer)}
    if isinstance(answer, InvalidNumber):
        keys = ["invalid.summary", "invalid.client", "invalid.meaning"]
    else:
        first, last = answer.span
        one = "one." if first == last else ""
        keys = [f"unassigned.{one}summary", "unassigned.client", "unassigned.meaning"]
        generic = catalogue.get(treat_as(answer))
        values |= {"first": first, "last": last, "phrase": generic.phrase if generic else ""}
    return NumberWords(*(words.both(f"number.{key}", **values) for key in keys))
