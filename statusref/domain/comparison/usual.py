"""The usual comparisons: codes that people most often want to see side by side."""

from collections.abc import Iterable
from pathlib import Path

from statusref.domain.catalogue import Catalogue
from statusref.domain.fields import Fields
from statusref.domain.registry import read_json

FILE = "comparisons.json"


def load_comparisons(root: Path, catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Return the entry ids of each comparison, in the order of its columns.

    Raises ResourceError if the file is missing or wrong.
    """
    return Fields(read_json(root, FILE), FILE).objects(
        "comparisons", lambda fields: fields.entry_ids("codes", catalogue)
    )


def usual_title(catalogue: Catalogue, ids: Iterable[str]) -> str:
    """Return the numbers of the codes in one line, such as ``401 · 403``."""
    return " · ".join(entry.number for entry in map(catalogue.get, ids) if entry)
