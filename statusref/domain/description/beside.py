"""The pages of neighbours, of their families, and of messages."""

from collections.abc import Iterable, Iterator

from statusref.domain.description.blocks import Block, Chip, Description, Head, Part
from statusref.domain.description.code_items import named_code_item
from statusref.domain.library import Library
from statusref.domain.markdown import ListItem, Paragraph, Span
from statusref.domain.messages import FILE as MESSAGES
from statusref.domain.messages import Message
from statusref.domain.neighbours import FOLDER, Neighbour, NeighbourFamily
from statusref.domain.text import Language

_LONGEST_NUMBER = 8
"""The most characters that are shown in the place of the number. ERR_FAILED is longer: only its name is shown."""


def describe_neighbour(library: Library, neighbour: Neighbour, language: Language) -> Description:
    """Describe a neighbour: family, meaning, the codes it goes with, what to check.

    Raises ResourceError if the file of the family is missing or wrong, or if a word is missing.
    """
    family = library.neighbours.family(neighbour.family)
    head = _head(library, neighbour, language)._replace(subtitle=family.title[language])

    def parts() -> Iterator[Part]:
        text = library.words.text
        yield from _codes(library, neighbour.codes, language)
        yield Part(text("beside.check", language), (Paragraph((Span(neighbour.check[language]),)),))
        yield Part(text("beside.family", language), (Paragraph((Span(family.about[language]),)),))
        if neighbour.aliases:
            spellings = tuple(ListItem((Span(alias, code=True),)) for alias in neighbour.aliases)
            yield Part(text("beside.spellings", language), spellings)
        sources = tuple(ListItem((Span(source),), quiet=True) for source in (neighbour.source, family.source))
        yield Part(text("part.sources", language), sources)

    return Description(head, parts, f"{FOLDER}/{neighbour.family}.json")


def describe_family(library: Library, family: NeighbourFamily, language: Language) -> Description:
    """Describe a family: what it is about. Its neighbours have pages of their own."""
    head = Head("", family.title[language], summary=(Span(family.about[language]),))
    sources = Part(library.words.text("part.sources", language), (ListItem((Span(family.source),), quiet=True),))
    return Description(head, lambda: (sources,), f"{FOLDER}/{family.slug}.json")


def describe_in_family(library: Library, neighbour: Neighbour, language: Language) -> Description:
    """Describe a neighbour in few lines, for the export, where all neighbours of a family stand on one page."""

    def parts() -> Iterator[Part]:
        check = Paragraph((Span(neighbour.check[language]),))
        yield Part(library.words.text("beside.check", language), (check,))
        codes = (block for part in _codes(library, neighbour.codes, language) for block in part.blocks)
        spellings = (span for alias in neighbour.aliases for span in (Span(alias, code=True), Span(" · ")))
        yield Part("", (*codes, Paragraph((*spellings, Span(neighbour.source)), quiet=True)))

    return Description(_head(library, neighbour, language), parts, f"{FOLDER}/{neighbour.family}.json")


def describe_message(library: Library, message: Message, language: Language) -> Description:
    """Describe a message: what it says, the codes it means, what to check, a line with it.

    Its first phrase is the title.
    """
    head = Head(
        "",
        message.phrases[0].replace("*", "…"),
        message.product,
        chips=_chips(library, language, no_answer=message.no_answer),
        summary=(Span(message.says[language]),),
    )

    def parts() -> Iterator[Part]:
        text = library.words.text
        yield from _codes(library, message.codes, language)
        yield Part(text("beside.check", language), (Paragraph((Span(message.check[language]),)),))
        yield Part(text("beside.line", language), (Paragraph((Span(message.line, code=True),)),))
        yield Part(text("part.sources", language), (ListItem((Span(message.source),), quiet=True),))

    return Description(head, parts, MESSAGES)


def _head(library: Library, neighbour: Neighbour, language: Language) -> Head:
    is_short = len(neighbour.number) <= _LONGEST_NUMBER and neighbour.number != neighbour.name
    return Head(
        neighbour.number if is_short else "",
        neighbour.name,
        chips=_chips(library, language, no_answer=neighbour.no_answer),
        summary=(Span(neighbour.meaning[language]),),
    )


def _chips(library: Library, language: Language, *, no_answer: bool) -> tuple[Chip, ...]:
    return (Chip(library.words.text("beside.no-answer", language)),) if no_answer else ()


def _codes(library: Library, codes: Iterable[str], language: Language) -> Iterator[Part]:
    """Yield the part with the codes; nothing if there are no codes."""
    entries = (library.catalogue.get(code) for code in codes)
    items: tuple[Block, ...] = tuple(named_code_item(entry, language) for entry in entries if entry is not None)
    if items:
        yield Part(library.words.text("beside.codes", language), items)
