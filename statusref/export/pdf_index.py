"""The two indexes of the book: which pages name a header, and what a word leads to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from statusref.domain.links import Link, LinkKind, code_link, neighbour_link
from statusref.domain.text import Language
from statusref.export.anchors import anchor
from statusref.export.contents import Contents
from statusref.export.pdf_blocks import Data, printable

_FIRST_SYLLABLE, _LAST_SYLLABLE, _SYLLABLES_OF_A_CONSONANT = 0xAC00, 0xD7A3, 588
_CONSONANTS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""The first consonants of syllables in the order of Unicode; a doubled one stands with the single one."""
_OTHER = "#"


class Place(NamedTuple):
    """Where a term leads: the anchor of a page, and what stands for the page, such as ``404`` (or "")."""

    anchor: str
    label: str


def header_index(contents: Contents, pages: Mapping[Link, Data]) -> list[Data]:
    """Return the headers that the catalogue knows, with the codes and notes whose pages name them as code."""
    known = {header.name for entry in contents.library.catalogue.entries for header in entry.headers}
    terms: dict[str, list[Place]] = defaultdict(list)
    note = contents.library.words.text("export.index.note", contents.languages[0])
    for link, page in pages.items():
        if link.kind not in {LinkKind.CODE, LinkKind.NOTE}:
            continue
        label = note if link.kind is LinkKind.NOTE else page["number"]
        for name in sorted(known.intersection(_codes(page))):
            terms[name].append(Place(anchor(link), label))
    return [_term(name, terms[name]) for name in sorted(terms, key=str.casefold)]


def word_index(contents: Contents) -> list[Data]:
    """Return all names, Korean meanings and search words of entries, and the names of neighbours, by first letter.

    The alphabet of the book's first language comes first.
    """
    terms: dict[str, dict[Place, None]] = defaultdict(dict)
    spelling: dict[str, str] = {}
    for term, place in (*_words_of_entries(contents), *_words_of_neighbours(contents)):
        key = term.casefold()
        spelling.setdefault(key, term)
        terms[key][place] = None
    is_korean = contents.languages[0] is Language.KOREAN

    def order(key: str) -> tuple[int, str]:
        letter = _letter(key)
        return (2 if letter == _OTHER else (letter in _CONSONANTS) != is_korean, key)

    return [
        {"letter": letter, "terms": [_term(spelling[key], terms[key]) for key in keys]}
        for letter, keys in groupby(sorted(terms, key=order), _letter)
    ]


def _words_of_entries(contents: Contents) -> Iterator[tuple[str, Place]]:
    for entry in contents.entries:
        place = Place(anchor(code_link(entry.id)), entry.number)
        names = (name.phrase for name in (*entry.former, *entry.other_names))
        for term in (entry.phrase, entry.korean, *names, *entry.aliases, *entry.keywords):
            yield term, place


def _words_of_neighbours(contents: Contents) -> Iterator[tuple[str, Place]]:
    for neighbour in contents.neighbours:
        label = "" if neighbour.number in neighbour.name else neighbour.number
        yield neighbour.name, Place(anchor(neighbour_link(neighbour.id)), label)


def _term(term: str, places: Iterable[Place]) -> Data:
    return {"term": printable(term), "places": [place._asdict() for place in places]}


def _letter(term: str) -> str:
    """Return the letter under which a term stands, ``#`` for digits and signs."""
    first = term[0]
    if _FIRST_SYLLABLE <= ord(first) <= _LAST_SYLLABLE:
        return _CONSONANTS[(ord(first) - _FIRST_SYLLABLE) // _SYLLABLES_OF_A_CONSONANT]
    return first.upper() if first.isascii() and first.isalpha() else _OTHER


def _codes(page: Data) -> set[str]:
    """Return the texts of all spans of code in a page."""
    found: set[str] = set()
    unread: list[Any] = [page]
    while unread:
        match unread.pop():
            case {"code": True, "text": text}:
                found.add(text)
            case dict() as data:
                unread += data.values()
            case list() as items:
                unread += items
    return found
