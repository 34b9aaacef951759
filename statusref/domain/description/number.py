"""What the page of a number without an entry contains."""

from collections.abc import Iterator

from statusref.domain.catalogue import InvalidNumber, NumberAnswer
from statusref.domain.chips import class_chip
from statusref.domain.description.blocks import Block, Chip, Description, Head, LinkItem, Part
from statusref.domain.description.code_items import code_item
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind, class_link
from statusref.domain.markdown import Paragraph, Span
from statusref.domain.number_words import NUMBER_REFERENCE, NUMBER_URL, NumberWords, number_words, treat_as
from statusref.domain.prose import HEADINGS, Section
from statusref.domain.status import StatusClass
from statusref.domain.text import Language
from statusref.domain.words import FILE


def describe_number(library: Library, answer: NumberAnswer, language: Language) -> Description:
    """Describe the page of a number. Raises ResourceError if a word is missing."""
    words = number_words(answer, library.words, library.catalogue)
    invalid = isinstance(answer, InvalidNumber)
    meaning = library.words.both("registration.invalid" if invalid else "registration.unassigned")
    chips = [Chip(library.words.text("number.treat", language, code=treat_as(answer)))]
    if not isinstance(answer, InvalidNumber):
        chips.insert(0, Chip(class_chip(answer.status_class, library.words, language)))
    generic = _generic(library, answer, language)
    before, after = library.words.text("number.treat.link", language).split("{code}")
    summary = (Span(f"{words.summary[language]} {before}"), Span(generic.text, link=generic.link), Span(after))
    head = Head(answer.id, meaning.en, meaning.ko, chips=tuple(chips), summary=summary)
    return Description(head, lambda: _parts(library, answer, words, language), FILE)


def _parts(library: Library, answer: NumberAnswer, words: NumberWords, language: Language) -> Iterator[Part]:
    client: tuple[Block, ...] = (Paragraph((Span(words.client[language]),)), _generic(library, answer, language))
    yield Part(HEADINGS[Section.CLIENT][language], client)
    yield Part(HEADINGS[Section.SERVER][language], (Paragraph((Span(words.meaning[language]),)),))
    source = LinkItem(NUMBER_REFERENCE, Link(LinkKind.WEB, NUMBER_URL))
    yield Part(library.words.text("part.sources", language), (source,))


def _generic(library: Library, answer: NumberAnswer, language: Language) -> LinkItem:
    """Return the item that leads to the x00 that a client handles instead; for an invalid number, to the class 5xx."""
    entry = library.catalogue.get(treat_as(answer))
    if entry is not None:
        return code_item(entry, "")
    return LinkItem(class_chip(StatusClass.SERVER_ERROR, library.words, language), class_link(treat_as(answer)))
