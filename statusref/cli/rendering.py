"""A page as text for the terminal. No colours: what colour says in the window, words say here."""

from statusref.cli.plain_text import plain_lines, wrapped
from statusref.domain.catalogue import InvalidNumber, NumberAnswer, Target
from statusref.domain.chips import class_chip, entry_chips, introduction
from statusref.domain.library import Library
from statusref.domain.number_words import NUMBER_REFERENCE, NUMBER_URL, number_words
from statusref.domain.prose import HEADINGS, Section
from statusref.domain.status import Entry, NamedBy, Registration
from statusref.domain.text import Language
from statusref.domain.words import Words

_INDENT = "  "
_NO_BREAK = "\N{NO-BREAK SPACE}"


class Renderer:
    """Writes pages in one language, wrapped at ``width`` columns (None: not at all)."""

    def __init__(self, library: Library, *, language: Language, width: int | None) -> None:
        self._catalogue = library.catalogue
        self._prose = library.prose
        self._notes = library.notes
        self._words = library.words
        self._language = language
        self._width = width

    def page(self, target: Target) -> str:
        """Return the page of an entry, or of a number that is none. Raises ResourceError."""
        return self._entry(target) if isinstance(target, Entry) else self._number(target)

    def _entry(self, entry: Entry) -> str:
        sections = self._prose.page(entry.id, self._language).sections
        head = entry.phrase if entry.phrase == entry.number else f"{entry.number} {entry.phrase}"
        parts = [
            f"{head}\n{entry.korean}",
            self._chips(entry_chips(entry, self._words, self._language)),
            self._lines(sections[Section.SUMMARY], ""),
        ]
        if entry.registration is Registration.TEMPORARY:
            parts.append(self._lines(self._text("temporary.dates"), ""))
        parts += [
            self._part(HEADINGS[section][self._language], self._lines(text))
            for section, text in sections.items()
            if section is not Section.SUMMARY
        ]
        parts += [
            self._part(self._text(f"part.{key}"), "\n".join(self._item(line) for line in lines))
            for key, lines in (
                ("headers", self._headers(entry)),
                ("constants", self._constants(entry)),
                ("names", self._names(entry)),
                ("confusable", self._confusable(entry)),
                ("related", self._related(entry)),
                ("notes", self._notes_about(entry)),
                ("sources", self._sources(entry)),
            )
            if lines
        ]
        return "\n\n".join(parts)

    def _number(self, answer: NumberAnswer) -> str:
        summary, client, meaning = number_words(answer, self._words, self._catalogue)
        if isinstance(answer, InvalidNumber):
            chips = [self._text("registration.invalid")]
        else:
            chips = [
                class_chip(answer.status_class, self._words, self._language),
                self._text("registration.unassigned"),
            ]
        return "\n\n".join(
            [
                answer.id,
                self._chips(chips),
                self._lines(summary[self._language], ""),
                self._part(HEADINGS[Section.CLIENT][self._language], self._lines(client[self._language])),
                self._lines(meaning[self._language], ""),
                self._part(self._text("part.sources"), self._item(f"{NUMBER_REFERENCE}: {NUMBER_URL}")),
            ]
        )

    def _headers(self, entry: Entry) -> list[str]:
        lines = []
        for header in entry.headers:
            condition = header.condition[self._language] if header.condition else None
            remarks = filter(None, (self._text(f"level.{header.level.value}"), condition, header.reference))
            lines.append(f"{header.name}: {' · '.join(remarks)}")
        return lines

    def _constants(self, entry: Entry) -> list[str]:
        lines = []
        for name, constants in entry.constants.items():
            shown = []
            for constant in constants:
                remarks = [self._text("constant.since", version=constant.since)] if constant.since else []
                remarks += [self._text("constant.deprecated")] if constant.deprecated else []
                shown.append(f"{constant.name} ({', '.join(remarks)})" if remarks else constant.name)
            lines.append(f"{self._text(f'constants.{name}')}: {', '.join(shown)}")
        return lines

    def _names(self, entry: Entry) -> list[str]:
        def line(key: str, name: NamedBy) -> str:
            return f"{self._text(key)}: {name.phrase} ({name.source[self._language]})"

        lines = [line("part.former", name) for name in entry.former]
        lines += [line("part.other", name) for name in entry.other_names]
        if entry.aliases:
            lines.append(f"{self._text('part.aliases')}: {', '.join(entry.aliases)}")
        return lines

    def _confusable(self, entry: Entry) -> list[str]:
        return [
            f"{other.id} {other.phrase}: {pair.difference[self._language]}"
            for pair in self._catalogue.pairs_of(entry.id)
            if (other := self._catalogue.get(pair.other(entry.id)))
        ]

    def _related(self, entry: Entry) -> list[str]:
        others = (other for other in self._catalogue.with_code(entry.code) if other.id != entry.id)
        return [entry_line(other, self._language) for other in others]

    def _notes_about(self, entry: Entry) -> list[str]:
        return [f"{note.title[self._language]} ({note.slug})" for note in self._notes.about(entry.id)]

    def _sources(self, entry: Entry) -> list[str]:
        lines = [": ".join(filter(None, (entry.reference, entry.url)))] if entry.reference else []
        if entry.official:
            lines.append(f"{self._text('part.introduced')}: {introduction(entry, self._words, self._language)}")
        return [*lines, *entry.sources, self._text(f"verification.{entry.verification.value}")]

    def _text(self, key: str, **values: object) -> str:
        return self._words.text(key, self._language, **values)

    def _chips(self, chips: list[str]) -> str:
        unbroken = (f"[{chip}]".replace(" ", _NO_BREAK) for chip in chips)
        return "\n".join(wrapped(" ".join(unbroken), self._width)).replace(_NO_BREAK, " ")

    def _part(self, heading: str, body: str) -> str:
        return f"{heading}\n{body}"

    def _lines(self, markdown: str, indent: str = _INDENT) -> str:
        width = None if self._width is None else self._width - len(indent)
        return "\n".join(indent + line if line else "" for line in plain_lines(markdown, width))

    def _item(self, text: str) -> str:
        width = None if self._width is None else self._width - len(_INDENT)
        return "\n".join(_INDENT + line for line in wrapped(text, width, len(_INDENT)))


def target_line(target: Target, words: Words, language: Language) -> str:
    """Return the one line for a search result."""
    if isinstance(target, Entry):
        return entry_line(target, language)
    kind = "invalid" if isinstance(target, InvalidNumber) else "unassigned"
    return f"{target.id:<14}  {words.text(f'registration.{kind}', language)}"


def entry_line(entry: Entry, language: Language) -> str:
    """Return the one line for an entry in a list: its id, which ``show`` takes, and its names."""
    vendor = f"  [{entry.vendor[language]}]" if entry.vendor else ""
    return f"{entry.id:<14}  {entry.phrase}  {entry.korean}{vendor}"
