"""What the page of a number holds that no entry has."""

from collections.abc import Iterator

from statusref.domain.catalogue import InvalidNumber, NumberAnswer
from statusref.domain.chips import class_chip
from statusref.domain.description.blocks import Block, Chip, Description, Head, LinkItem, Part
from statusref.domain.description.code_items import code_item
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind
from statusref.domain.markdown import Paragraph, Span
from statusref.domain.number_words import NUMBER_REFERENCE, NUMBER_URL, NumberWords, number_words, treat_as
from statusref.domain.prose import HEADINGS, Section
from statusref.domain.text import Language
from statusref.domain.words import FILE


def describe_number(library: Library, answer: NumberAnswer, language: Language) -> Description:
    """Describe the page of a number. Raises ResourceError if a word is missing."""
    words = number_words(answer, library.words, library.catalogue)
    invalid = isinstance(answer, InvalidNumber)
    meaning = library.words.text("registration.invalid" if invalid else "registration.unassigned", language)
    chips = [Chip(f"→ {treat_as(answer)}")]
    if not isinstance(answer, InvalidNumber):
        chips.insert(0, Chip(class_chip(answer.status_class, library.words, language)))
    head = Head(answer.id, "", meaning, chips=tuple(chips), summary=(Span(words.summary[language]),))
    return Description(head, lambda: _parts(library, answer, words, language), FILE)


def _parts(library: Library, answer: NumberAnswer, words: NumberWords, language: Language) -> Iterator[Part]:
    client: list[Block] = [Paragraph((Span(words.client[language]),))]
    generic = library.catalogue.get(treat_as(answer))
    if generic is not None:
        client.append(code_item(generic, ""))
    yield Part(HEADINGS[Section.CLIENT][language], tuple(client))
    yield Part(HEADINGS[Section.SERVER][language], (Paragraph((Span(words.meaning[language]),)),))
    source = LinkItem(NUMBER_REFERENCE, Link(LinkKind.WEB, NUMBER_URL))
    yield Part(library.words.text("part.sources", language), (source,))
