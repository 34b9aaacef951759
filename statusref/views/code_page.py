"""What stands on a code's page, top to bottom."""

from collections.abc import Iterable

from statusref.domain.catalogue import Catalogue, InvalidNumber, NumberAnswer, Target
from statusref.domain.chips import class_chip, entry_chips, introduction
from statusref.domain.links import code_link, copy_link, note_link, parse_link
from statusref.domain.markdown import Span
from statusref.domain.notes import NoteStore
from statusref.domain.number_words import NUMBER_REFERENCE, NUMBER_URL, number_words, treat_as
from statusref.domain.prose import HEADINGS, ProseStore, Section
from statusref.domain.status import Constant, Entry, Header, NamedBy, Registration
from statusref.domain.text import Language
from statusref.domain.words import Words
from statusref.views.localizer import Localizer
from statusref.views.page_header import Chip, HeaderContent
from statusref.views.page_writer import PageWriter
from statusref.views.tones import tone_of

CONSTANT_FORMS = {
    "python": "HTTPStatus.{}",
    "go": "{}",
    "spring": "HttpStatus.{}",
    "dotnet": "HttpStatusCode.{}",
    "rust": "{}",
    "node": "{}",
    "symfony": "Response::{}",
}
"""How a constant is written in code, by language: with the type it belongs to."""

_ENDS = (Section.CAUTIONS, Section.EXAMPLE)


class CodePage:
    """Writes the pages of entries and of numbers without one. Links are ``code:``, ``note:``, ``copy:``, addresses."""

    def __init__(
        self, catalogue: Catalogue, prose: ProseStore, notes: NoteStore, words: Words, localizer: Localizer
    ) -> None:
        self._catalogue = catalogue
        self._prose = prose
        self._notes = notes
        self._words = words
        self._localizer = localizer

    @property
    def _language(self) -> Language:
        return self._localizer.language

    def header(self, target: Target) -> HeaderContent:
        """What the header shows."""
        if isinstance(target, Entry):
            title = target.phrase if target.phrase != target.number else target.korean
            subtitle = target.korean if target.phrase != target.number else ""
            first, *rest = entry_chips(target, self._words, self._language)
            chips = (Chip(first, toned=True), *map(Chip, rest))
            return HeaderContent(target.number, title, subtitle, tone_of(target), chips)
        invalid = isinstance(target, InvalidNumber)
        registration = self._localizer.text("registration.invalid" if invalid else "registration.unassigned")
        chips = (
            ()
            if isinstance(target, InvalidNumber)
            else (Chip(class_chip(target.status_class, self._words, self._language)),)
        )
        chips = (*chips, Chip(f"→ {treat_as(target)}"))
        return HeaderContent(target.id, registration, "", tone_of(target), chips)

    def summary(self, target: Target) -> str:
        """The one sentence. Raises ResourceError if the page's file is missing or wrong."""
        if isinstance(target, Entry):
            return self._prose.page(target.id, self._language).summary
        return number_words(target, self._words, self._catalogue).summary[self._language]

    def write_rest(self, writer: PageWriter, target: Target) -> None:
        """Everything below the summary."""
        if isinstance(target, Entry):
            self._write_entry(writer, target)
        else:
            self._write_number(writer, target)

    def _write_entry(self, writer: PageWriter, entry: Entry) -> None:
        sections = self._prose.page(entry.id, self._language).sections
        if entry.registration is Registration.TEMPORARY:
            writer.body((Span(self._localizer.text("temporary.dates")),), quiet=True)
        for section, text in sections.items():
            if section is not Section.SUMMARY and section not in _ENDS:
                writer.label(HEADINGS[section][self._language])
                writer.markdown(text)
        if Section.CAUTIONS in sections:
            writer.label(HEADINGS[Section.CAUTIONS][self._language])
            writer.caution(sections[Section.CAUTIONS], tone_of(entry))
        self._notes_about(writer, entry)
        self._confusable(writer, entry)
        self._related(writer, entry)
        self._headers(writer, entry.headers)
        if Section.EXAMPLE in sections:
            writer.label(HEADINGS[Section.EXAMPLE][self._language])
            writer.markdown(sections[Section.EXAMPLE])
        self._constants(writer, entry)
        self._names(writer, entry)
        self._sources(writer, entry)

    def _write_number(self, writer: PageWriter, answer: NumberAnswer) -> None:
        words = number_words(answer, self._words, self._catalogue)
        writer.label(HEADINGS[Section.CLIENT][self._language])
        writer.body((Span(words.client[self._language]),))
        if not isinstance(answer, InvalidNumber):
            writer.item(self._code_link(str(answer.status_class.first)))
        writer.label(HEADINGS[Section.SERVER][self._language])
        writer.body((Span(words.meaning[self._language]),))
        writer.label(self._localizer.text("part.sources"))
        writer.item((Span(NUMBER_REFERENCE, link=parse_link(NUMBER_URL)),))

    def _notes_about(self, writer: PageWriter, entry: Entry) -> None:
        notes = self._notes.about(entry.id)
        if notes:
            writer.label(self._localizer.text("part.notes"))
            for note in notes:
                writer.item((Span(note.title[self._language], link=note_link(note.slug)),))

    def _confusable(self, writer: PageWriter, entry: Entry) -> None:
        pairs = self._catalogue.pairs_of(entry.id)
        if pairs:
            writer.label(self._localizer.text("part.confusable"))
            for pair in pairs:
                difference = Span(f"  {self._localizer.of(pair.difference)}")
                writer.item((*self._code_link(pair.other(entry.id)), difference))

    def _related(self, writer: PageWriter, entry: Entry) -> None:
        others = [other for other in self._catalogue.with_code(entry.code) if other.id != entry.id]
        if others:
            writer.label(self._localizer.text("part.related"))
            for other in others:
                writer.item((*self._code_link(other.id), Span(f"  {other.korean}")))

    def _headers(self, writer: PageWriter, headers: Iterable[Header]) -> None:
        rows = [self._header_row(header) for header in headers]
        if rows:
            writer.label(self._localizer.text("part.headers"))
            titles = ("part.header.name", "part.header.level", "part.header.when", "part.reference")
            writer.table([[(Span(self._localizer.text(key)),) for key in titles], *rows])

    def _header_row(self, header: Header) -> list[tuple[Span, ...]]:
        condition = self._localizer.of(header.condition) if header.condition else "–"
        return [
            (Span(header.name, code=True),),
            (Span(self._localizer.text(f"level.{header.level.value}")),),
            (Span(condition),),
            (Span(header.reference),),
        ]

    def _constants(self, writer: PageWriter, entry: Entry) -> None:
        rows = [
            [
                (Span(self._localizer.text(f"constants.{language}")),),
                self._constant(language, constant),
                self._copy(language, constant),
            ]
            for language, constants in entry.constants.items()
            for constant in constants
        ]
        if rows:
            writer.label(self._localizer.text("part.constants"))
            writer.plain_rows(rows)

    def _constant(self, language: str, constant: Constant) -> tuple[Span, ...]:
        remarks = [self._localizer.text("constant.since", version=constant.since)] if constant.since else []
        remarks += [self._localizer.text("constant.deprecated")] if constant.deprecated else []
        text = Span(CONSTANT_FORMS[language].format(constant.name), code=True)
        return (text, Span(f"  {', '.join(remarks)}")) if remarks else (text,)

    def _copy(self, language: str, constant: Constant) -> tuple[Span, ...]:
        text = CONSTANT_FORMS[language].format(constant.name)
        return (Span(self._localizer.text("link.copy"), link=copy_link(text)),)

    def _names(self, writer: PageWriter, entry: Entry) -> None:
        lines = [self._name("part.former", name) for name in entry.former]
        lines += [self._name("part.other", name) for name in entry.other_names]
        if entry.aliases:
            lines.append((Span(f"{self._localizer.text('part.aliases')}  "), Span(", ".join(entry.aliases))))
        if lines:
            writer.label(self._localizer.text("part.names"))
            for line in lines:
                writer.item(line)

    def _name(self, key: str, name: NamedBy) -> tuple[Span, ...]:
        return (
            Span(f"{self._localizer.text(key)}  "),
            Span(name.phrase, strong=True),
            Span(f"  {self._localizer.of(name.source)}"),
        )

    def _sources(self, writer: PageWriter, entry: Entry) -> None:
        writer.label(self._localizer.text("part.sources"))
        if entry.reference:
            writer.item((Span(entry.reference, link=parse_link(entry.url or "")),))
        if entry.official:
            introduced = introduction(entry, self._words, self._language)
            writer.item((Span(f"{self._localizer.text('part.introduced')}: {introduced}"),))
        for source in entry.sources:
            writer.small_item((Span(source),))
        writer.small((Span(self._localizer.text(f"verification.{entry.verification.value}")),))

    def _code_link(self, entry_id: str) -> tuple[Span, ...]:
        entry = self._catalogue.get(entry_id)
        return (Span(f"{entry.number} {entry.phrase}" if entry else entry_id, strong=True, link=code_link(entry_id)),)
