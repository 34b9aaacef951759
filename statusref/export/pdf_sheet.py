"""The export ``pdf`` with ``--sheet``: a cheat sheet on one or two pages of A4, one more for a second language."""

from pathlib import Path

from statusref.domain.description.sheet import COLUMNS, SheetGroup, sheet_groups
from statusref.domain.text import Language
from statusref.export.contents import Contents
from statusref.export.errors import CannotExportError
from statusref.export.pages import Progress
from statusref.export.pdf_blocks import Data, tone_name
from statusref.export.typesetting import typeset


def write_sheet(contents: Contents, place: Path, progress: Progress) -> None:
    """Write the file. Raises CannotExportError if no code was chosen, OSError, and what ``progress`` raises."""
    if not contents.entries:
        raise CannotExportError("export.nothing")
    progress(0, 1)
    place.write_bytes(typeset(contents.library, "sheet.typ", sheets(contents)))
    progress(1, 1)


def sheets(contents: Contents) -> Data:
    """Return the data of a sheet in each language."""
    return {
        "lang": contents.languages[0].value,
        "date": contents.library.catalogue.dates.updated,
        "sheets": [_sheet(contents, language) for language in contents.languages],
    }


def _sheet(contents: Contents, language: Language) -> Data:
    library = contents.library
    return {
        "lang": language.value,
        "title": library.words.text("overview.all", language),
        "date": library.words.text("about.data.updated", language, date=library.catalogue.dates.updated),
        "columns": [library.words.text(key, language) for key in COLUMNS],
        "groups": [_group(contents, group, language) for group in sheet_groups(contents.entries, language)],
    }


def _group(contents: Contents, group: SheetGroup, language: Language) -> Data:
    text, one = contents.library.words.text, group.status_class
    title = f"{one.value} {text(f'class.{one.value}', language)}" if one else text("overview.unofficial", language)
    return {"title": title, "tone": tone_name(one), "rows": [row._asdict() for row in group.rows]}
