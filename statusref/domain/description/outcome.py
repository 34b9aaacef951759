"""What an outcome of the chooser contains: the code, why it fits, and why others do not."""

from collections.abc import Iterator

from statusref.domain.catalogue import title, tone
from statusref.domain.chips import entry_chips
from statusref.domain.chooser import FILE, Outcome
from statusref.domain.description.blocks import Block, Chip, Description, Head, LinkItem, Part
from statusref.domain.description.code_items import code_item
from statusref.domain.description.entry import at_a_glance, header_table
from statusref.domain.library import Library
from statusref.domain.links import code_link, compare_link
from statusref.domain.markdown import Span
from statusref.domain.status import Entry, HeaderLevel
from statusref.domain.text import Language

_ASKED_FOR = {HeaderLevel.MUST, HeaderLevel.SHOULD}


def outcome_entry(library: Library, outcome: Outcome) -> Entry:
    """Return the entry that an outcome leads to. ``read_chooser`` has checked that it exists."""
    entry = library.catalogue.get(outcome.code)
    if entry is None:
        raise KeyError(outcome.code)
    return entry


def describe_outcome(library: Library, outcome: Outcome, language: Language, *, sends: bool = True) -> Description:
    """Describe an outcome for somebody who ``sends`` the code, else for somebody who received it.

    The summary of the page is the reason for the code. The example answer is not part of it; the caller adds that.
    """
    entry = outcome_entry(library, outcome)
    first = entry_chips(entry, library.words, language)[0]
    head = Head(
        entry.number,
        entry.phrase,
        entry.korean,
        tone(entry),
        (Chip(first, toned=True),),
        (Span(outcome.why[language]),),
    )
    return Description(head, lambda: _parts(library, outcome, entry, language, sends=sends), FILE)


def _parts(library: Library, outcome: Outcome, entry: Entry, language: Language, *, sends: bool) -> Iterator[Part]:
    words = library.words
    yield Part("", (at_a_glance(entry, words, language),))
    yield Part(words.text("choose.instead", language), tuple(_alternatives(library, outcome, language)))
    headers = [header for header in entry.headers if header.level in _ASKED_FOR]
    if headers and sends:
        yield Part(words.text("choose.headers", language), (header_table(headers, words, language),))
    ids = [entry.id, *(alternative.code for alternative in outcome.instead)]
    more = (
        LinkItem(words.text("choose.page", language, title=title(entry)), code_link(entry.id)),
        LinkItem(words.text("choose.compare", language, numbers="·".join(ids)), compare_link(ids)),
    )
    yield Part(words.text("choose.more", language), more)


def _alternatives(library: Library, outcome: Outcome, language: Language) -> Iterator[Block]:
    for alternative in outcome.instead:
        entry = library.catalogue.get(alternative.code)
        if entry is not None:
            yield code_item(entry, alternative.why_not[language])
