"""The question and the answer of every kind of card."""

from typing import assert_never

from statusref.domain.links import code_link, note_link
from statusref.domain.markdown import Span
from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.study.cards import (
    Card,
    CodeCard,
    MeaningCard,
    MisconceptionCard,
    PairCard,
    ScenarioCard,
    has_unofficial_rival,
)
from statusref.views.memo_blocks import memo_blocks
from statusref.views.study.card_writer import CardWriter
from statusref.views.study.context import StudyContext
from statusref.views.study.labels import entry_names, entry_title, kind_title
from statusref.views.tones import tone_of


class CardFaces:
    """Writes questions and answers into a page. Their links are ``code:`` and ``note:``."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context
        self._localizer = context.localizer

    def write_question(self, writer: CardWriter, card: Card) -> None:
        writer.kind(kind_title(self._localizer, card))
        match card:
            case MeaningCard(entry):
                writer.numbers(((entry.number, tone_of(entry)),))
                self._vendor(writer, entry)
            case CodeCard(entry):
                self._names(writer, entry)
                self._which_use(writer, entry)
            case PairCard(_, entries):
                writer.numbers(tuple((entry.number, tone_of(entry)) for entry in entries))
                for entry in entries:
                    writer.second_name(self._line(entry))
            case ScenarioCard(scenario):
                writer.summary(self._localizer.of(scenario.situation))
            case MisconceptionCard(misconception):
                writer.summary(self._localizer.of(misconception.statement))
            case _:
                assert_never(card)
        writer.prompt(self._localizer.text(f"study.ask.{card.kind.value}"))

    def write_answer(self, writer: CardWriter, card: Card) -> None:
        """Write the answer, links to the pages of the codes and notes, and the user's memos."""
        match card:
            case MeaningCard(entry) | CodeCard(entry):
                self._write_entry(writer, entry, asked_for_code=isinstance(card, CodeCard))
            case PairCard(pair, entries):
                writer.summary(self._localizer.of(pair.difference))
                self.write_side_by_side(writer, entries)
            case ScenarioCard(scenario, entries):
                for entry in entries:
                    self._code_line(writer, entry)
                writer.body((Span(self._localizer.of(scenario.why)),))
                if scenario.tempting:
                    writer.label(self._localizer.text("study.answer.tempting"))
                    for wrong in scenario.tempting:
                        number = Span(self._number(wrong.code), strong=True, link=code_link(wrong.code))
                        writer.item((number, Span(f"  {self._localizer.of(wrong.why_not)}")))
            case MisconceptionCard(misconception):
                writer.name(self._localizer.text("study.truth.true" if misconception.truth else "study.truth.false"))
                writer.body((Span(self._localizer.of(misconception.correction)),))
                writer.small((Span(misconception.source),))
            case _:
                assert_never(card)
        self._write_links(writer, card)
        self._write_memos(writer, card)

    def write_right(self, writer: CardWriter, card: Card) -> None:
        """Write the right answer on one line, without its explanation."""
        if isinstance(card, MisconceptionCard):
            truth = card.misconception.truth
            writer.name(self._localizer.text("study.truth.true" if truth else "study.truth.false"))
        else:
            for entry in card.entries:
                self._code_line(writer, entry)

    def write_side_by_side(self, writer: CardWriter, entries: tuple[Entry, ...]) -> None:
        """Write the names and the summaries of two codes in two columns."""
        rows = [
            [(Span(entry_title(entry), strong=True, link=code_link(entry.id)),) for entry in entries],
            [(Span(entry.korean, strong=True),) for entry in entries if self._in_korean],
            [(Span(self._context.summary_of(entry)),) for entry in entries],
        ]
        writer.side_by_side([row for row in rows if row])

    def _write_entry(self, writer: CardWriter, entry: Entry, *, asked_for_code: bool) -> None:
        if asked_for_code:
            writer.numbers(((entry.number, tone_of(entry)),))
        else:
            self._names(writer, entry)
        writer.body((Span(self._context.summary_of(entry)),))

    def _write_links(self, writer: CardWriter, card: Card) -> None:
        writer.label(self._localizer.text("study.answer.more"))
        for entry in card.entries:
            writer.item(
                (Span(self._localizer.text("study.answer.page", code=entry_title(entry)), link=code_link(entry.id)),)
            )
        notes = {note.slug: note for entry in card.entries for note in self._context.notes.about(entry.id)}
        shared = [note for note in notes.values() if all(entry.id in note.codes for entry in card.entries)]
        for note in (shared or list(notes.values()))[:3]:
            title = self._localizer.text("study.answer.note", title=self._localizer.of(note.title))
            writer.item((Span(title, link=note_link(note.slug)),))

    def _write_memos(self, writer: CardWriter, card: Card) -> None:
        for entry in card.entries:
            memo = self._context.memos.get(entry.id)
            if memo.strip():
                many = len(card.entries) > 1
                title = self._localizer.text("memo.title")
                writer.label(f"{title}: {entry.number}" if many else title)
                writer.caution(memo_blocks(memo, self._localizer), tone_of(entry))

    def _code_line(self, writer: CardWriter, entry: Entry) -> None:
        vendor = f" · {self._localizer.of(entry.vendor)}" if entry.vendor else ""
        korean = f"  {entry.korean}" if self._in_korean else ""
        writer.code_line(entry.number, tone_of(entry), (Span(f"{entry.phrase}{vendor}"), Span(korean)))

    @property
    def _in_korean(self) -> bool:
        return self._localizer.language is Language.KOREAN

    def _names(self, writer: CardWriter, entry: Entry) -> None:
        first, second = entry_names(self._localizer, entry)
        writer.name(first)
        writer.second_name(second)

    def _vendor(self, writer: CardWriter, entry: Entry) -> None:
        if entry.vendor is not None:
            writer.small((Span(self._localizer.of(entry.vendor)),))

    def _which_use(self, writer: CardWriter, entry: Entry) -> None:
        """Say whose code is meant: always of an unofficial one, else where people mix it up with an unofficial one."""
        if entry.vendor is not None:
            vendor = self._localizer.of(entry.vendor)
            writer.small((Span(self._localizer.text("study.ask.code.unofficial", vendor=vendor)),))
        elif has_unofficial_rival(entry, self._context.catalogue):
            writer.small((Span(self._localizer.text("study.ask.code.official")),))

    def _line(self, entry: Entry) -> str:
        """Number and names, for cards with more than one code."""
        first, second = entry_names(self._localizer, entry)
        return f"{entry.number}  {first} · {second}" if self._in_korean else f"{entry.number}  {first}"

    def _number(self, entry_id: str) -> str:
        entry = self._context.catalogue.get(entry_id)
        return entry.number if entry is not None else entry_id
