"""A page of the lab, made of the blocks that notes are made of, as text and as HTML."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from statusref.domain.columns import columns, wrapped
from statusref.domain.markdown import Block, Heading, ListItem, Message, Paragraph, Span, Spans, Table


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def heading(text: str) -> Heading:
    return Heading((Span(text),))


def table(rows: Iterable[Sequence[str]]) -> Table:
    return Table(tuple(tuple((Span(text),) for text in row) for row in rows))


def as_text(blocks: Iterable[Block], width: int | None = None) -> str:
    """Return lines for a terminal, without a line feed at the end.

    Sentences are wrapped at ``width`` columns (None: not at all); the columns of tables stand below each other.
    """
    return "\n\n".join(_text(block, width) for block in blocks)


def as_html(title: str, blocks: Iterable[Block], language: str) -> str:
    head = f'<!doctype html>\n<html lang="{language}"><meta charset="utf-8"><title>{escape(title)}</title>\n'
    return f"{head}<h1>{escape(title)}</h1>\n" + "\n".join(map(_html, blocks)) + "\n</html>\n"


def _text(block: Block, width: int | None) -> str:
    match block:
        case Table(rows):
            return "\n".join(_lines([[_plain(cell) for cell in row] for row in rows]))
        case Message(text):
            return "\n".join(f"    {line}" for line in text.split("\n"))
        case ListItem(spans):
            return "\n".join(wrapped(f"- {_plain(spans)}", width, 2))
        case Heading(spans) | Paragraph(spans):
            return "\n".join(wrapped(_plain(spans), width))


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (text + " " * (width - columns(text)) for text, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _html(block: Block) -> str:
    match block:
        case Table(rows):
            return f"<table>{''.join(f'<tr>{_cells(row)}</tr>' for row in rows)}</table>"
        case Message(text):
            return f"<pre>{escape(text)}</pre>"
        case Heading(spans):
            return f"<h2>{escape(_plain(spans))}</h2>"
        case ListItem(spans) | Paragraph(spans):
            return f"<p>{escape(_plain(spans))}</p>"


def _cells(row: Iterable[Spans]) -> str:
    return "".join(f"<td>{escape(_plain(cell))}</td>" for cell in row)


def _plain(spans: Spans) -> str:
    return "".join(span.text for span in spans)
