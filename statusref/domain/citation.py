"""A reference to paste into a ticket or a document: the name, where it is defined, and the date of the registry."""

import re
from enum import Enum
from typing import assert_never

from statusref.domain.catalogue import InvalidNumber, Target, UnassignedNumber, title
from statusref.domain.library import Library
from statusref.domain.links import Link, note_link, parse_link
from statusref.domain.markdown import Span, Spans
from statusref.domain.neighbours import Neighbour, neighbour_title
from statusref.domain.notes import Note
from statusref.domain.number_words import NUMBER_REFERENCE, NUMBER_URL
from statusref.domain.status import Entry, Registration
from statusref.domain.text import Language

Cited = Target | Neighbour | Note
"""What can be referred to."""
_REGISTRY = "https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml"
_MARKUP = re.compile(r"[\\`*_\[\]<>|~]")


class CitationFormat(Enum):
    """How a reference is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


def cite(library: Library, cited: Cited, language: Language, section: str = "") -> Spans:
    """Return the reference, with links. Of a note, ``section`` is the heading that the reference points to.

    The Korean meaning stands in Korean only: ``404 Not Found (찾을 수 없음), RFC 9110 §15.5.5, IANA 2025-09-15``.
    Raises ResourceError if the file of a neighbour family is missing or wrong, or if a word is missing.
    """
    match cited:
        case Entry():
            parts = _entry(library, cited, language)
        case UnassignedNumber() | InvalidNumber():
            kind = "unassigned" if isinstance(cited, UnassignedNumber) else "invalid"
            meaning = library.words.text(f"registration.{kind}", language)
            parts = [_named(title(cited), meaning), _linked(NUMBER_REFERENCE, NUMBER_URL), _registry(library, language)]
        case Neighbour():
            family = library.neighbours.family(cited.family).title[language]
            # The first source defines the meaning; the others only show where it was seen.
            parts = [Span(neighbour_title(cited)), Span(family), _linked(cited.source.partition(";")[0], None)]
        case Note():
            link = note_link(cited.slug)
            parts = [Span(library.words.text("cite.note", language, title=cited.title[language]), link=link)]
            if section:
                parts.append(Span(library.words.text("cite.section", language, section=section)))
        case _:
            assert_never(cited)
    return tuple(span for part in parts for span in (Span(", "), part))[1:]


def written(citation: Spans, form: CitationFormat) -> str:
    """Write a reference on one line. Plain text has no addresses; HTML is a fragment."""
    match form:
        case CitationFormat.TEXT:
            return "".join(span.text for span in citation)
        case CitationFormat.MARKDOWN:
            return "".join(_markdown(span) for span in citation)
        case CitationFormat.HTML:
            return "".join(_html(span) for span in citation)


def _entry(library: Library, entry: Entry, language: Language) -> list[Span]:
    parts = [_named(title(entry), entry.korean if language is Language.KOREAN else "")]
    if entry.vendor is not None:
        parts.append(Span(entry.vendor[language]))
    if entry.reference:
        parts.append(_linked(entry.reference, entry.url))
    kinds = {Registration.UNOFFICIAL: "unofficial", Registration.TEMPORARY: "temporary"}
    return [*parts, _registry(library, language, kinds.get(entry.registration, "registered"))]


def _named(name: str, meaning: str) -> Span:
    return Span(f"{name} ({meaning})" if meaning else name)


def _linked(reference: str, url: str | None) -> Span:
    return Span(reference.replace(", Section ", " §"), link=parse_link(url or ""))


def _registry(library: Library, language: Language, kind: str = "registered") -> Span:
    """Name the registry with the date of its last change, so that readers know which state of it is meant."""
    words = library.words.text(f"cite.{kind}", language, date=library.catalogue.dates.updated)
    return Span(words, link=parse_link(_REGISTRY))


def _markdown(span: Span) -> str:
    text = _MARKUP.sub(r"\\\g<0>", span.text)
    return text if span.link is None else f"[{text}]({_address(span.link)})"


def _html(span: Span) -> str:
    # With its table of names it takes a third of a megabyte, and few copy a reference.
    from html import escape

    text = escape(span.text)
    return text if span.link is None else f'<a href="{escape(_address(span.link))}">{text}</a>'


def _address(link: Link) -> str:
    return link.address.replace("(", "%28").replace(")", "%29")
