"""The export ``docset``: the site as a docset for Dash and Zeal, with their index and tables of contents."""

import plistlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from html import unescape
from pathlib import Path
from urllib.parse import quote

from statusref.domain.library import Library
from statusref.domain.links import LinkKind
from statusref.domain.text import Language
from statusref.export.contents import Contents
from statusref.export.html_blocks import HtmlWriter
from statusref.export.html_parts import SCRIPT, STYLE, resource
from statusref.export.pages import Described, Progress, counted, describe_all
from statusref.export.site_folder import write_text
from statusref.export.site_pages import FILE, SCRIPT_FILE, STYLE_FILE, Site

_TYPES = {LinkKind.CODE: "Value", LinkKind.NOTE: "Guide", LinkKind.NEIGHBOUR: "Error"}
"""Which of the types that Dash knows a page is; all others are categories."""

Row = tuple[str, str, str]
"""A row of the index: name, type, path."""


def write_docset(contents: Contents, place: Path, progress: Progress) -> None:
    """Write the folder, whose name should end in ``.docset``.

    Raises OSError, ResourceError and what ``progress`` raises.
    """
    site = Site(contents.library, pages := describe_all(contents), _TocWriter)
    resources = place / "Contents" / "Resources"
    documents = resources / "Documents"
    for file, name in ((STYLE, STYLE_FILE), (SCRIPT, SCRIPT_FILE)):
        write_text(documents / name, resource(contents.library, file))
    for page in counted(site.pages, progress):
        write_text(documents / page.path / FILE, "".join(f"{line}\n" for line in site.html(page)))
    _write_index(resources / "docSet.dsidx", _rows(contents.library, site, pages[1:]))
    front = site.path(pages[0].page.link, contents.languages[0])
    (place / "Contents" / "Info.plist").write_bytes(plistlib.dumps(_info(front)))


class _TocWriter(HtmlWriter):
    """Puts the anchor before each heading by which Dash makes the table of contents of a page."""

    def heading(self, text: str) -> str:
        name = quote(unescape(text), safe="")
        return f'<a name="//apple_ref/cpp/Section/{name}" class=dashAnchor></a>{super().heading(text)}'


def _info(front: str) -> dict[str, object]:
    return {
        "CFBundleIdentifier": "statusref",
        "CFBundleName": "StatusRef",
        "DocSetPlatformFamily": "statusref",
        "DashDocSetFamily": "dashtoc",
        "dashIndexFilePath": front,
        "isDashDocset": True,
        "isJavaScriptEnabled": True,
    }


def _rows(library: Library, site: Site, pages: Sequence[Described]) -> Iterator[Row]:
    for page in pages:
        kind = _TYPES.get(page.page.link.kind, "Category")
        for language in page.texts:
            path = site.path(page.page.link, language)
            yield from ((name, kind, path) for name in _names(library, page, language))


def _names(library: Library, page: Described, language: Language) -> Iterator[str]:
    """Yield the names under which a page is found in one language.

    Where both are exported, the phrase of a code leads to the English page and its meaning to the Korean one, and
    any other name that both share says that it leads to the Korean one.
    """
    head = page.texts[language].head
    name = f"{head.number} {head.title}".strip()
    is_alone = len(page.texts) == 1
    if page.page.link.kind is LinkKind.CODE and language is next(iter(page.texts)):
        yield head.number  # the bare number is the best match for itself, before the notes about it
    if head.subtitle and (is_alone or language is Language.KOREAN):
        yield f"{head.subtitle} ({head.number})"
    if is_alone or language is Language.ENGLISH or head.title not in {other.title for other in page.heads[1:]}:
        yield name
    elif not head.subtitle:
        yield f"{name} ({library.words.text('export.language', language)})"


def _write_index(path: Path, rows: Iterator[Row]) -> None:
    # Made in memory, so that a full disk is an OSError like that of any other file.
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE searchIndex (id INTEGER PRIMARY KEY, name TEXT, type TEXT, path TEXT)")
        connection.execute("CREATE UNIQUE INDEX anchor ON searchIndex (name, type, path)")
        connection.executemany("INSERT OR IGNORE INTO searchIndex (name, type, path) VALUES (?, ?, ?)", rows)
        connection.commit()
        path.write_bytes(connection.serialize())
