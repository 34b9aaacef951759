"""The facts of an entry that more than one page shows."""

from collections.abc import Iterator

from statusref.domain.catalogue import tone
from statusref.domain.description.blocks import Chip, Fact, Facts
from statusref.domain.markdown import Span, Table
from statusref.domain.status import Entry, Who
from statusref.domain.text import Language
from statusref.domain.words import Words


def at_a_glance(entry: Entry, words: Words, language: Language) -> Facts:
    """Return whose side the answer is on and what to do first: with the summary, what most readers came for."""
    side = Chip(entry.side.phrase[language], toned=entry.side.who is not Who.NOBODY)
    facts = (
        Fact(words.text("part.side", language), side),
        Fact(words.text("part.first-step", language), entry.first_step[language]),
    )
    return Facts(facts, tone(entry))


def header_table(entry: Entry, words: Words, language: Language) -> Iterator[Table]:
    """Yield the table of the headers that go with the entry, unless there is none."""
    if entry.headers:
        keys = ("part.header.name", "part.header.level", "part.header.when", "part.reference")
        titles = tuple((Span(words.text(key, language)),) for key in keys)
        rows = (
            (
                (Span(header.name, code=True),),
                (Span(words.text(f"level.{header.level.value}", language)),),
                (Span(header.condition[language] if header.condition else "–"),),
                (Span(header.reference),),
            )
            for header in entry.headers
        )
        yield Table((titles, *rows))
