"""The export ``html``: one file that needs no other, and no script to be read."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from statusref.domain.description.blocks import Part
from statusref.domain.text import Language
from statusref.export.anchors import AddressOf, anchor, within_document
from statusref.export.contents import Contents
from statusref.export.html_blocks import HtmlWriter
from statusref.export.html_parts import (
    SCRIPT,
    STYLE,
    list_of_pages,
    names,
    plain_names,
    resource,
    search_field,
    tone_of,
)
from statusref.export.pages import Described, Progress, counted, describe_all

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
"""Browsers then load nothing from anywhere."""


def write_html(contents: Contents, place: Path, progress: Progress) -> None:
    """Write the file. Raises OSError, ResourceError and what ``progress`` raises."""
    pages = describe_all(contents)
    address = within_document([page.page for page in pages])
    with place.open("w", encoding="utf-8", newline="\n") as file:
        for line in _document(contents, pages, address, progress):
            file.write(f"{line}\n")


def _document(contents: Contents, pages: Sequence[Described], address: AddressOf, progress: Progress) -> Iterator[str]:
    library, first = contents.library, contents.languages[0]
    yield f"<!DOCTYPE html>\n<html lang={first.value}>\n<meta charset=utf-8>"
    yield '<meta name=viewport content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv=Content-Security-Policy content="{_POLICY}">'
    yield f"<title>{plain_names(pages[0])}</title>\n<style>\n{resource(library, STYLE)}</style>"
    yield "<body class=book>"
    yield f"<header><strong>{names(pages[0])}</strong>{search_field(library, first)}{_languages(contents)}</header>"
    yield "<div id=found role=region aria-live=polite></div>"
    # The script finds the neighbours where they stand: all of them in the list would be too many for it and the file.
    yield from list_of_pages(library, [page for page in pages if 0 < page.page.level < 3], address)
    yield "<main>"
    for page in counted(pages, progress):
        yield from _article(page, address)
    yield f"</main>\n<script>\n{resource(library, SCRIPT)}</script>"


def _languages(contents: Contents) -> str:
    """Return the buttons that choose a language, by CSS alone; nothing where there is only one."""
    if len(contents.languages) == 1:
        return ""
    text = contents.library.words.text
    buttons = [(f"only-{one.value}", text("export.language", one), "") for one in Language]
    buttons.append(("both", text("export.both", contents.languages[0]), " checked"))
    return "<span class=languages>{}</span>".format(
        "".join(
            f"<label><input type=radio name=language id={name}{checked}> {escape(label)}</label>"
            for name, label, checked in buttons
        )
    )


class _Part(NamedTuple):
    """A part of a page as HTML. The label is empty where it goes on without one."""

    label: str
    html: str


def _article(page: Described, address: AddressOf) -> Iterator[str]:
    level = page.page.level + 1
    yield f"<article id={anchor(page.page.link)}{tone_of(page)}><h{level}>{names(page)}</h{level}>"
    writer = HtmlWriter(address, level + 1)
    parts = {language: [_part(part, writer) for part in text.parts()] for language, text in page.texts.items()}
    shared = _shared(list(parts.values()))
    for language, text in page.texts.items():
        yield f"<div lang={language.value}>"
        yield from writer.head(text.head)
        for number, part in enumerate(parts[language]):
            if number not in shared:
                yield f"{writer.heading(part.label) if part.label else ''}{part.html}"
        yield "</div>"
    for number in shared:
        labels = "".join(
            f"<span lang={language.value}>{held[number].label}</span>"
            for language, held in parts.items()
            if held[number].label
        )
        yield f"{writer.heading(labels) if labels else ''}{next(iter(parts.values()))[number].html}"
    yield "</article>"


def _part(part: Part, writer: HtmlWriter) -> _Part:
    return _Part(escape(part.label, quote=False), "\n".join(writer.blocks(part.blocks)))


def _shared(parts: Sequence[Sequence[_Part]]) -> list[int]:
    """Return the places of parts that are the same in both languages, such as sources. They are written once."""
    if len(parts) == 1 or len(parts[0]) != len(parts[1]):
        return []
    pairs = enumerate(zip(*parts, strict=True))
    return [place for place, (first, second) in pairs if first.html == second.html]
