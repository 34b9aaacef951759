"""What a command line finds for an id, and what it says about a number that is no entry."""

import unicodedata
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue, InvalidNumber, NumberAnswer
from statusref.domain.status import Entry
from statusref.domain.text import Language, Text
from statusref.domain.words import Words

NUMBER_REFERENCE = "RFC 9110, Section 15"
NUMBER_URL = "https://www.rfc-editor.org/rfc/rfc9110.html#section-15"


class NoSuchId(NamedTuple):
    """What was typed is neither an entry's id nor a number from 0 to 999. ``number`` is one in it that has entries."""

    number: str | None


def find(catalogue: Catalogue, target: str) -> list[Entry | NumberAnswer] | NoSuchId:
    """Look up an id (``499-nginx``) or a number; a number finds each of its uses, the registered one first."""
    target = unicodedata.normalize("NFKC", target).strip().lower()
    entry = catalogue.get(target)
    if target.isdecimal() and len(target) <= 3:
        return [*catalogue.with_code(int(target))] or [catalogue.explain(int(target))]
    if entry is not None:
        return [entry]
    number = target.partition("-")[0]
    is_known = number.isdecimal() and len(number) == 3 and catalogue.with_code(int(number))
    return NoSuchId(number if is_known else None)


class NumberWords(NamedTuple):
    """What is said about a number that is no entry: a sentence, what a client does with it, and what it may mean."""

    summary: Text
    client: Text
    meaning: Text


def treat_as(answer: NumberAnswer) -> str:
    """Return as what a client treats the number: the x00 of its class, or ``5xx`` (RFC 9110, Section 15)."""
    return "5xx" if isinstance(answer, InvalidNumber) else str(answer.status_class.first)


def number_words(answer: NumberAnswer, words: Words, catalogue: Catalogue) -> NumberWords:
    """Say in both languages what ``answer`` is. Raises ResourceError if a word is missing."""
    values: dict[str, object] = {"code": answer.id, "treat_as": treat_as(answer)}
    if isinstance(answer, InvalidNumber):
        keys = ["invalid.summary", "invalid.client", "invalid.meaning"]
    else:
        first, last = answer.span
        one = "one." if first == last else ""
        keys = [f"unassigned.{one}summary", "unassigned.client", "unassigned.meaning"]
        generic = catalogue.get(treat_as(answer))
        values |= {"first": first, "last": last, "phrase": generic.phrase if generic else ""}
    return NumberWords(*(_both(words, f"number.{key}", values) for key in keys))


def _both(words: Words, key: str, values: dict[str, object]) -> Text:
    return Text(words.say(key, Language.KOREAN, **values), words.say(key, Language.ENGLISH, **values))
