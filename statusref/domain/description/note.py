"""What the page of a note contains."""

import re
from collections.abc import Iterator

from statusref.domain.description.blocks import Chip, Description, Head, LinkItem, Part
from statusref.domain.description.code_items import named_code_item
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import compare_link
from statusref.domain.markdown import Heading, Paragraph, Spans, plain_text
from statusref.domain.notes import Note, note_file
from statusref.domain.text import Language

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def describe_note(library: Library, note: Note, language: Language) -> Description:
    """Describe a note; its first paragraph is the summary. Raises ResourceError if its file is missing or wrong."""
    from statusref.domain.comparison.usual import usual_title  # noqa: PLC0415 - not needed at the start

    blocks = prose_blocks(library.notes.text(note.slug, language))
    entries = [entry for code in note.codes if (entry := library.catalogue.get(code)) is not None]
    summary: Spans = ()
    if blocks and isinstance(blocks[0], Paragraph):
        summary, blocks = blocks[0].spans, blocks[1:]
    # Read here and not in ``parts``: a damaged file must be found before the head of the page is written.
    comparisons = tuple(
        LinkItem(usual_title(library.catalogue, ids), compare_link(ids))
        for ids in library.comparisons
        if set(note.codes).issuperset(ids)
    )

    def parts() -> Iterator[Part]:
        yield Part("", blocks)
        codes = tuple(named_code_item(entry, language) for entry in entries)
        yield Part(library.words.text("note.codes", language), codes)
        if comparisons:
            yield Part(library.words.text("note.compare", language), comparisons)

    head = Head("", note.title[language], chips=tuple(Chip(entry.number) for entry in entries), summary=summary)
    return Description(head, parts, note_file(note.slug, language))


def first_sentence(library: Library, note: Note, language: Language) -> str:
    """Return the first sentence of a note, without markup; empty if its file cannot be read."""
    try:
        text = library.notes.text(note.slug, language)
    except ResourceError:
        return ""
    return _SENTENCE_END.split(plain_text(text.partition("\n\n")[0]), maxsplit=1)[0]


def note_sections(library: Library, note: Note, language: Language) -> tuple[str, ...]:
    """Return the headings inside a note. Raises ResourceError if its file is missing or wrong."""
    blocks = prose_blocks(library.notes.text(note.slug, language))
    return tuple("".join(span.text for span in block.spans) for block in blocks if isinstance(block, Heading))
