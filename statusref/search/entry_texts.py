"""The texts by which an entry can be found, each with its field."""

from collections.abc import Iterator
from typing import NamedTuple

from statusref.domain.status import Entry, HeaderLevel
from statusref.search.results import Field

SHOWN = (Field.PHRASE, Field.KOREAN)
"""The names that the list shows."""

_LEVELS = {level: number for number, level in enumerate(HeaderLevel)}


class FieldText(NamedTuple):
    """A text of an entry. ``level`` is the requirement level of a header, 0 the strongest; for other texts it is 0."""

    field: Field
    text: str
    level: int = 0


def names(entry: Entry) -> Iterator[FieldText]:
    """Yield all names of an entry, the two that the list shows first."""
    yield FieldText(Field.PHRASE, entry.phrase)
    yield FieldText(Field.KOREAN, entry.korean)
    for alias in entry.aliases:
        yield FieldText(Field.ALIAS, alias)
    for name in entry.former:
        yield FieldText(Field.FORMER, name.phrase)
    for name in entry.other_names:
        yield FieldText(Field.OTHER_NAME, name.phrase)
    for constants in entry.constants.values():
        for constant in constants:
            yield FieldText(Field.CONSTANT, constant.name)


def keywords(entry: Entry) -> Iterator[FieldText]:
    """Yield the words that people use for the situation in which an entry is sent."""
    for keyword in entry.keywords:
        yield FieldText(Field.KEYWORD, keyword)


def attributes(entry: Entry) -> Iterator[FieldText]:
    """Yield headers, vendor, tags and the specification that defines the entry."""
    for header in entry.headers:
        yield FieldText(Field.HEADER, header.name, _LEVELS[header.level])
    if entry.vendor is not None:
        yield FieldText(Field.VENDOR, entry.vendor.en)
        if entry.vendor.ko != entry.vendor.en:
            yield FieldText(Field.VENDOR, entry.vendor.ko)
        yield FieldText(Field.VENDOR, entry.id.partition("-")[2])
    for tag in entry.tags:
        yield FieldText(Field.TAG, tag)
    if entry.reference is not None:
        yield FieldText(Field.SPECIFICATION, entry.reference)


def sections(entry: Entry) -> Iterator[str]:
    """Yield the spellings of the section that defines an entry: ``RFC 9110``, ``RFC 9110 15.5.5``, ``15.5.5``."""
    document, _, section = (entry.reference or "").partition(", Section ")
    yield document
    if section:
        yield f"{document} {section}"
        yield section
