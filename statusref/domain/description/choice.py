"""What the end of a path through the chooser holds."""

from collections.abc import Iterator

from statusref.domain.catalogue import tone
from statusref.domain.chooser import FILE, Outcome, Walk
from statusref.domain.description.blocks import Block, Chip, Description, Head, LinkItem, Part
from statusref.domain.description.code_items import code_item, named_code_item
from statusref.domain.description.entry_facts import at_a_glance, header_table
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.library import Library
from statusref.domain.links import choice_link
from statusref.domain.markdown import Span
from statusref.domain.prose import HEADINGS, Section
from statusref.domain.status import Entry
from statusref.domain.text import Language


def describe_outcome(library: Library, walk: Walk, outcome: Outcome, language: Language) -> Description:
    """Describe the code that ``walk`` ends at: why, whose side, the runners-up, headers, an example, the path.

    Raises ResourceError.
    """
    entry = library.catalogue.entry(outcome.code)
    chip = Chip(library.words.text("choose.title", language))
    summary = (Span(outcome.why[language]),)
    head = Head(entry.number, entry.phrase, entry.korean, tone(entry), (chip,), summary)

    def parts() -> Iterator[Part]:
        text = library.words.text
        yield Part("", (at_a_glance(entry, library.words, language),))
        yield Part(text("choose.instead", language), tuple(_runners_up(library, outcome, language)))
        yield from _as_on_its_page(library, entry, language)
        yield Part(text("choose.path", language), tuple(_steps(walk, language)))
        yield Part(text("choose.page", language), (named_code_item(entry, language),))

    return Description(head, parts, FILE)


def _runners_up(library: Library, outcome: Outcome, language: Language) -> Iterator[Block]:
    for alternative in outcome.instead:
        yield code_item(library.catalogue.entry(alternative.code), alternative.why_not[language])


def _as_on_its_page(library: Library, entry: Entry, language: Language) -> Iterator[Part]:
    """Yield the headers that go with the code and its example, where it has them."""
    for table in header_table(entry, library.words, language):
        yield Part(library.words.text("part.headers", language), (table,))
    example = library.prose.page(entry.id, language).sections.get(Section.EXAMPLE)
    if example:
        yield Part(HEADINGS[Section.EXAMPLE][language], prose_blocks(example))


def _steps(walk: Walk, language: Language) -> Iterator[Block]:
    """Yield each question with its answer, leading back to where another one can be given."""
    for count, (question, answer) in enumerate(walk.steps):
        yield LinkItem(question.ask[language], choice_link(walk.path_to(count)), answer.text[language])
