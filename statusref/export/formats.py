"""The formats of the export: the one table that command line and window read. Imports nothing, and no Qt.

A new format is a module with a function ``write_…(contents, place, progress)`` and a row here.
"""

from typing import NamedTuple


class Format(NamedTuple):
    """A format.

    ``name`` stands for it on the command line and in the words (``export.format.<name>``), ``suffix`` ends the names of
    its files. ``writer`` is the module in ``statusref.export`` and in it the function that writes to a place where
    nothing is yet. That place is a file, or with ``is_folder`` a folder. A format that ``is_text`` can be printed. One
    with ``only_codes`` leaves notes and neighbours out, one ``without_memos`` the user's own notes.
    """

    name: str
    suffix: str
    writer: str
    is_folder: bool = False
    is_text: bool = False
    only_codes: bool = False
    without_memos: bool = False


FORMATS = (
    Format("html", ".html", "html_file.write_html", is_text=True),
    Format("pdf", ".pdf", "pdf_book.write_book"),
    Format("sheet", ".pdf", "pdf_sheet.write_sheet", only_codes=True, without_memos=True),
    Format("site", "", "site_folder.write_site", is_folder=True),
    Format("docset", ".docset", "docset.write_docset", is_folder=True),
    Format("md", ".md", "markdown_file.write_markdown", is_text=True),
    Format("csv", ".csv", "csv_file.write_csv", is_text=True, only_codes=True),
    Format("json", ".json", "json_file.write_json", is_text=True),
)


def format_of(name: str) -> Format | None:
    """Return the format called ``name``, or None."""
    return next((row for row in FORMATS if row.name == name), None)
