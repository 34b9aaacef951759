"""The overviews of the class filters: one Markdown file for each filter and language, shown if no code is chosen."""

from pathlib import Path
from typing import NamedTuple

from statusref.domain.errors import ResourceError
from statusref.domain.prose import read_text
from statusref.domain.text import Language

FOLDER = "classes"


class Overview(NamedTuple):
    """One sentence about a class, and the Markdown below it."""

    summary: str
    body: str


def overview_file(name: str, language: Language) -> str:
    """Return the resource file of an overview."""
    return f"{FOLDER}/{name}.{language.value}.md"


def load_overview(root: Path, name: str, language: Language) -> Overview:
    """Read the overview called ``name`` (``4xx``, ``all`` …). Raises ResourceError if it cannot be read."""
    file = overview_file(name, language)
    summary, _, body = read_text(root / file).strip().partition("\n\n")
    if not summary or not body:
        raise ResourceError(file, "a sentence, an empty line and more text are expected")
    return Overview(summary, body)
