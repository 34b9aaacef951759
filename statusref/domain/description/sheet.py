"""What a cheat sheet contains: a row for each code."""

from collections.abc import Sequence

from statusref.domain.description.blocks import Description, Head, Part
from statusref.domain.library import Library
from statusref.domain.markdown import Span, Table
from statusref.domain.prose import FOLDER
from statusref.domain.status import Entry
from statusref.domain.text import Language

COLUMNS = ("export.number", "compare.phrase", "compare.korean", "part.first-step", "part.side")
"""The keys of the titles of the columns, for the printed sheet and for the PDF."""


def describe_sheet(library: Library, entries: Sequence[Entry], language: Language) -> Description:
    """Describe the sheet. Its columns: code, phrase, Korean meaning, first step, who is most likely at fault."""
    text = library.words.text
    head = tuple((Span(text(key, language)),) for key in COLUMNS)
    rows = (
        (
            (Span(entry.number, strong=True),),
            (Span(entry.phrase),),
            (Span(entry.korean),),
            (Span(entry.first_step[language]),),
            (Span(entry.side.phrase[language]),),
        )
        for entry in entries
    )
    table = Table((head, *rows))
    return Description(Head("", text("overview.all", language)), lambda: (Part("", (table,)),), FOLDER)
