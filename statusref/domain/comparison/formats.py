"""A comparison as text for other programs: a Markdown table, and a table in HTML."""

from collections.abc import Iterable
from html import escape

from statusref.domain.comparison.parts import Cell, Comparison, Item, column_title, page_of

_TABLE = "border-collapse: collapse"
_CELL = "border: 1px solid #999999; padding: 4px 8px; text-align: left; vertical-align: top"
"""Repeated on each cell, because office programs and wikis keep styles of cells and drop a style sheet."""


def markdown(comparison: Comparison) -> str:
    """Return the comparison as a Markdown table, and below it a list of the sentences that tell the entries apart."""
    titles = [column_title(entry) for entry in comparison.entries]
    lines = [_row(("", *titles)), f"|---|{'---|' * len(titles)}"]
    lines += [_row((row.label, *row.values)) for row in comparison.rows]
    if comparison.differences:
        lines.append("")
    lines += [f"- {' · '.join(difference.ids)}: {difference.text}" for difference in comparison.differences]
    return "\n".join(lines)


def _row(texts: Iterable[str]) -> str:
    """Return a row of a Markdown table; an empty cell is one space wide."""
    cells = (text.replace("|", "\\|") for text in texts)
    return f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in cells)}|"


def html(comparison: Comparison) -> str:
    """Return the same as HTML. Its links work in other programs: ``statusref://`` addresses open the window."""
    titles = "".join(
        f'<th scope="col" style="{_CELL}">{_item(Item(column_title(entry), page_of(entry)))}</th>'
        for entry in comparison.entries
    )
    rows = "".join(
        f'<tr valign="top"><th scope="row" style="{_CELL}">{escape(row.label)}</th>{_cells(row.cells)}</tr>'
        for row in comparison.rows
    )
    # Without a width, LibreOffice Writer makes the column of labels only one syllable wide.
    head = f'<thead><tr><td style="{_CELL}" width="16%"></td>{titles}</tr></thead>'
    table = f'<table style="{_TABLE}">{head}<tbody>{rows}</tbody></table>'
    differences = "".join(
        f"<li>{escape(' · '.join(difference.ids))}: {escape(difference.text)}</li>"
        for difference in comparison.differences
    )
    return table + (f"<ul>{differences}</ul>" if differences else "")


def _cells(cells: Iterable[Cell]) -> str:
    return "".join(f'<td style="{_CELL}">{"<br>".join(map(_item, cell))}</td>' for cell in cells)


def _item(item: Item) -> str:
    text = escape(item.text)
    return f'<a href="{escape(item.link.address)}">{text}</a>' if item.link and item.link.address else text
