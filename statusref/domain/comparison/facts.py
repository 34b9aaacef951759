"""The facts about one entry or neighbour, one for each row of a comparison."""

import re
from typing import NamedTuple

from statusref.domain.chips import cache_words, class_chip, introduction
from statusref.domain.comparison.parts import Cell, Compared, Item, page_of
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind, code_link, parse_link
from statusref.domain.neighbours import Neighbour
from statusref.domain.prose import Section
from statusref.domain.status import Entry, Header, Registration
from statusref.domain.text import Language

_RFC_SECTION = re.compile(r"RFC (\d+), Section ([\d.]+)")
_METHODS = {"301": "may-change", "302": "may-change", "303": "get", "307": "kept", "308": "kept"}
"""What a redirect makes of the method (RFC 9110, Sections 15.4.2 to 15.4.9)."""
_SENDERS = {
    "203": "transforming-proxy",
    "305": "origin",
    "401": "origin",
    "407": "proxy",
    "421": "no-proxy",
    "502": "gateway",
    "504": "gateway",
    "511": "network",
}
"""Who sends a code that not every server sends.

RFC 9110, Sections 11.3, 15.3.4, 15.5.8, 15.5.20, 15.6.3, 15.6.5; RFC 6585, Section 6; for 305 RFC 2616, Section 10.3.6.
"""


class Fact(NamedTuple):
    """What one row says of one entry. ``key`` is the key of the row's label among the words."""

    key: str
    cell: Cell


def facts(library: Library, compared: Compared, language: Language) -> tuple[Fact, ...]:
    """Return the facts in the order of the rows. A cell is empty where the entry has no such fact.

    All entries and neighbours have the same rows. Raises ResourceError if the file of a family is missing or wrong.
    """
    if isinstance(compared, Neighbour):
        cells = _NeighbourFacts(library, compared, language).cells()
    else:
        cells = _EntryFacts(library, compared, language).cells()
    return tuple(Fact(key, tuple(item for item in cells.get(key, ()) if item.text)) for key in _ROWS)


_ROWS = (
    "compare.phrase",
    "compare.korean",
    "compare.summary",
    "compare.class",
    "part.side",
    "part.first-step",
    "compare.registration",
    "compare.sender",
    "part.reference",
    "compare.caching",
    "compare.retry",
    "compare.content",
    "compare.method",
    "part.headers",
    "beside.codes",
    "part.introduced",
    "part.former",
)


class _EntryFacts:
    def __init__(self, library: Library, entry: Entry, language: Language) -> None:
        self._library = library
        self._entry = entry
        self._language = language

    def cells(self) -> dict[str, Cell]:
        entry, language, words = self._entry, self._language, self._library.words
        return {
            "compare.phrase": (Item(entry.phrase, page_of(entry)),),
            "compare.korean": (Item(entry.korean),),
            "compare.summary": (Item(self._summary()),),
            "compare.class": (Item(class_chip(entry.status_class, words, language) if entry.status_class else ""),),
            "part.side": (Item(entry.side.phrase[language]),),
            "part.first-step": (Item(entry.first_step[language]),),
            "compare.registration": (Item(self._text(f"registration.{entry.registration.value}")),),
            "compare.sender": (Item(self._sender()),),
            "part.reference": (Item(entry.reference or "", parse_link(entry.url or "")),),
            "compare.caching": (Item(cache_words(entry, words, language)),),
            "compare.retry": (Item(self._text(f"retry.{entry.retry.value}")),),
            "compare.content": (Item(self._text(f"content.{entry.content.value if entry.content else 'unseen'}")),),
            "compare.method": (Item(self._method()),),
            "part.headers": tuple(map(self._header, entry.headers)),
            "part.introduced": (Item(introduction(entry, words, language)),),
            "part.former": tuple(Item(name.phrase) for name in entry.former),
        }

    def _summary(self) -> str:
        """Return the sentence at the top of the page; empty if its file cannot be read (the page shows that error)."""
        try:
            return self._library.prose.page(self._entry.id, self._language).sections[Section.SUMMARY]
        except ResourceError:
            return ""

    def _sender(self) -> str:
        entry = self._entry
        if entry.vendor:
            return entry.vendor[self._language]
        if entry.registration is Registration.UNUSED:
            return ""
        return self._text(f"compare.sender.{_SENDERS.get(entry.id, 'server')}")

    def _method(self) -> str:
        rule = _METHODS.get(self._entry.id)
        return self._text(f"compare.method.{rule}") if rule else ""

    def _header(self, header: Header) -> Item:
        return Item(f"{header.name} ({self._text(f'level.{header.level.value}')})", section_link(header.reference))

    def _text(self, key: str) -> str:
        return self._library.words.text(key, self._language)


class _NeighbourFacts:
    def __init__(self, library: Library, neighbour: Neighbour, language: Language) -> None:
        self._library = library
        self._neighbour = neighbour
        self._language = language

    def cells(self) -> dict[str, Cell]:
        neighbour, language = self._neighbour, self._language
        return {
            "compare.phrase": (Item(neighbour.name, page_of(neighbour)),),
            "compare.summary": (Item(neighbour.meaning[language]),),
            "compare.class": (Item(self._library.neighbours.family(neighbour.family).title[language]),),
            "part.first-step": (Item(neighbour.check[language]),),
            "compare.registration": (Item(self._library.words.text("compare.no-status-code", language)),),
            "part.reference": (Item(neighbour.source),),
            "compare.content": (Item(self._content()),),
            "beside.codes": tuple(Item(code, code_link(code)) for code in neighbour.codes),
        }

    def _content(self) -> str:
        return self._library.words.text("beside.no-answer", self._language) if self._neighbour.no_answer else ""


def section_link(reference: str) -> Link | None:
    """Return the link to the section of an RFC that ``reference`` names first; None for other sources."""
    found = _RFC_SECTION.match(reference)
    if found is None:
        return None
    number, section = found.groups()
    return Link(LinkKind.WEB, f"https://www.rfc-editor.org/rfc/rfc{number}.html#section-{section}")
