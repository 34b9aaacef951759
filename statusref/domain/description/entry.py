"""What the page of an entry contains."""

from collections.abc import Iterable, Iterator

from statusref.domain.catalogue import tone
from statusref.domain.chips import entry_chips, introduction
from statusref.domain.description.blocks import (
    Block,
    Caution,
    Chip,
    CodeLine,
    CodeLines,
    Description,
    Fact,
    Facts,
    Head,
    LinkItem,
    Part,
)
from statusref.domain.description.code_items import code_item, named_code_item
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.library import Library
from statusref.domain.links import note_link, parse_link
from statusref.domain.markdown import ListItem, Paragraph, Span, Table
from statusref.domain.prose import HEADINGS, Section, page_file
from statusref.domain.status import Constant, Entry, Header, NamedBy, Registration, Who
from statusref.domain.text import Language
from statusref.domain.words import Words

_CODE_FORMS = {
    "python": "HTTPStatus.{}",
    "go": "{}",
    "spring": "HttpStatus.{}",
    "dotnet": "HttpStatusCode.{}",
    "rust": "{}",
    "node": "{}",
    "symfony": "Response::{}",
}
"""How a constant is written in the code of each language, with the type that it belongs to."""


def describe_entry(library: Library, entry: Entry, language: Language) -> Description:
    """Describe an entry's page. Raises ResourceError if its file is missing or wrong."""
    first, *rest = entry_chips(entry, library.words, language)
    page = _EntryPage(library, entry, language)
    head = Head(
        entry.number,
        entry.phrase,
        entry.korean,
        tone(entry),
        (Chip(first, toned=True), *map(Chip, rest)),
        (Span(page.sections[Section.SUMMARY]),),
    )
    return Description(head, page.parts, page_file(entry.id, language))


def at_a_glance(entry: Entry, words: Words, language: Language) -> Facts:
    """Return who is most likely at fault and what to do first. Most readers need only this and the summary."""
    side = Chip(entry.side.phrase[language], toned=entry.side.who is not Who.NOBODY)
    facts = (
        Fact(words.text("part.side", language), side),
        Fact(words.text("part.first-step", language), entry.first_step[language]),
    )
    return Facts(facts, tone(entry))


def header_table(headers: Iterable[Header], words: Words, language: Language) -> Table:
    """Return a table of header fields: name, requirement level, condition, and the section that says so."""
    keys = ("part.header.name", "part.header.level", "part.header.when", "part.reference")
    titles = tuple((Span(words.text(key, language)),) for key in keys)
    rows = (
        (
            (Span(header.name, code=True),),
            (Span(words.text(f"level.{header.level.value}", language)),),
            (Span(header.condition[language] if header.condition else "–"),),
            (Span(header.reference),),
        )
        for header in headers
    )
    return Table((titles, *rows))


class _EntryPage:
    """Makes the parts of one entry's page in one language."""

    def __init__(self, library: Library, entry: Entry, language: Language) -> None:
        self._library = library
        self._entry = entry
        self._language = language
        self.sections = library.prose.page(entry.id, language).sections

    def parts(self) -> Iterator[Part]:
        """Yield the parts in the order in which window, terminal and exports show them."""
        yield Part("", (at_a_glance(self._entry, self._library.words, self._language),))
        if self._entry.registration is Registration.TEMPORARY:
            yield Part("", (Paragraph((Span(self._text("temporary.dates")),), quiet=True),))
        for section in (Section.SERVER, Section.CLIENT, Section.CAUSES, Section.USE, Section.CAUTIONS):
            yield from self._prose(section)
        yield from self._part("part.notes", self._notes())
        yield from self._part("part.confusable", self._confusable())
        yield from self._part("part.related", self._related())
        yield from self._part("part.headers", self._headers())
        yield from self._prose(Section.EXAMPLE)
        yield from self._part("part.constants", self._constants())
        yield from self._part("part.names", self._names())
        yield from self._part("part.sources", self._sources())

    def _part(self, key: str, blocks: Iterable[Block]) -> Iterator[Part]:
        """Yield a part under the label ``key``; nothing if there are no blocks."""
        held = tuple(blocks)
        if held:
            yield Part(self._text(key), held)

    def _prose(self, section: Section) -> Iterator[Part]:
        if section in self.sections:
            blocks = prose_blocks(self.sections[section])
            is_caution = section is Section.CAUTIONS
            yield Part(
                HEADINGS[section][self._language], (Caution(blocks, tone(self._entry)),) if is_caution else blocks
            )

    def _notes(self) -> Iterator[Block]:
        for note in self._library.notes.about(self._entry.id):
            yield LinkItem(note.title[self._language], note_link(note.slug))

    def _confusable(self) -> Iterator[Block]:
        for pair in self._library.catalogue.pairs_of(self._entry.id):
            other = self._library.catalogue.get(pair.other(self._entry.id))
            if other is not None:
                yield code_item(other, pair.difference[self._language])

    def _related(self) -> Iterator[Block]:
        for other in self._library.catalogue.with_code(self._entry.code):
            if other.id != self._entry.id:
                yield named_code_item(other, self._language)

    def _headers(self) -> Iterator[Block]:
        if self._entry.headers:
            yield header_table(self._entry.headers, self._library.words, self._language)

    def _constants(self) -> Iterator[Block]:
        lines = tuple(
            CodeLine(self._text(f"constants.{name}"), _CODE_FORMS[name].format(constant.name), self._since(constant))
            for name, constants in self._entry.constants.items()
            for constant in constants
        )
        if lines:
            yield CodeLines(lines, self._text("link.copy"))

    def _since(self, constant: Constant) -> str:
        remarks = [self._text("constant.since", version=constant.since)] if constant.since else []
        remarks += [self._text("constant.deprecated")] if constant.deprecated else []
        return ", ".join(remarks)

    def _names(self) -> Iterator[Block]:
        for name in self._entry.former:
            yield self._name("part.former", name)
        for name in self._entry.other_names:
            yield self._name("part.other", name)
        if self._entry.aliases:
            yield ListItem((Span(f"{self._text('part.aliases')}  "), Span(", ".join(self._entry.aliases))))

    def _name(self, key: str, name: NamedBy) -> Block:
        source = Span(f"  {name.source[self._language]}")
        return ListItem((Span(f"{self._text(key)}  "), Span(name.phrase, strong=True), source))

    def _sources(self) -> Iterator[Block]:
        entry = self._entry
        if entry.reference:
            link = parse_link(entry.url or "")
            yield LinkItem(entry.reference, link) if link else ListItem((Span(entry.reference),))
        if entry.official:
            first = introduction(entry, self._library.words, self._language)
            yield ListItem((Span(f"{self._text('part.introduced')}: {first}"),))
        for source in entry.sources:
            yield ListItem((Span(source),), quiet=True)
        yield ListItem((Span(self._text(f"verification.{entry.verification.value}")),), quiet=True)

    def _text(self, key: str, **values: object) -> str:
        return self._library.words.text(key, self._language, **values)
