"""The links in the cells of a comparison (for F7), and the file and text of a cell (for a correction)."""

from statusref.domain import neighbours, registry
from statusref.domain.comparison.parts import Compared, ComparedRow, Comparison, column_title, full_title, page_of
from statusref.domain.neighbours import Neighbour
from statusref.domain.prose import page_file
from statusref.domain.text import Language
from statusref.models.comparison_model import Fold, Sentence, TableRow
from statusref.views.correction import Correction
from statusref.views.listed_links import ListedLink, listed


def links_of(comparison: Comparison) -> list[ListedLink]:
    """Return the pages of the columns, then every other link of a cell once, with the columns that have it."""
    pages = {page_of(entry): full_title(entry) for entry in comparison.entries}
    columns: dict[tuple[str, str, str], list[str]] = {}
    for row in comparison.rows:
        for entry, cell in zip(comparison.entries, row.cells, strict=True):
            for item in cell:
                if item.link is not None and item.link not in pages:
                    columns.setdefault((item.text, row.label, str(item.link)), []).append(column_title(entry))
    cells = (listed(text, f"{label}: {', '.join(of)}", link) for (text, label, link), of in columns.items())
    return [*(ListedLink(title, str(page)) for page, title in pages.items()), *cells]


def correction_of(row: TableRow, entry: Compared, column: int, language: Language) -> Correction | None:
    """Return the file and the words of a cell; None for the row that stands for those that are the same."""
    match row:
        case Sentence(label, text):
            return Correction(registry.FILE, f"{label}: {text}")
        case ComparedRow(key="compare.summary") if not isinstance(entry, Neighbour):
            return Correction(page_file(entry.id, language), row.values[column])
        case ComparedRow():
            file = f"{neighbours.FOLDER}/{entry.family}.json" if isinstance(entry, Neighbour) else registry.FILE
            return Correction(file, f"{column_title(entry)}, {row.label}: {row.values[column]}")
        case Fold():
            return None
