"""What the exports in HTML have in common: headings, the list of all pages, the files for style and script."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import zip_longest

from statusref.domain.description.blocks import Head
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind
from statusref.domain.prose import read_text
from statusref.domain.text import Language
from statusref.export.anchors import AddressOf
from statusref.export.html_blocks import attribute, tone_class
from statusref.export.pages import Described

FOLDER = "export"
STYLE, SCRIPT = f"{FOLDER}/page.css", f"{FOLDER}/page.js"


def resource(library: Library, file: str) -> str:
    """Return the style or the script. Raises ResourceError."""
    return read_text(library.root / file)


def search_field(library: Library, language: Language) -> str:
    """Return the field that the script shows: without it, nothing would answer."""
    label, nothing = (escape(library.words.text(key, language)) for key in ("export.search", "export.found-nothing"))
    return (
        f'<input id=query type=search hidden autocomplete=off placeholder="{label}" aria-label="{label}"'
        f' data-nothing="{nothing}">'
    )


def names(page: Described) -> str:
    """Return the heading of a page; a name that differs between languages is in an element for each."""
    number = escape(page.heads[0].number)
    titles = {language: _title(text.head) for language, text in page.texts.items()}
    if len(set(titles.values())) == 1:
        titled = next(iter(titles.values()))
    else:
        titled = "".join(f"<span lang={language.value}>{title}</span>" for language, title in titles.items())
    return f"<b>{number}</b> {titled}" if number else titled


def plain_names(page: Described) -> str:
    """Return the same without markup, for the title of a window."""
    head = page.heads[0]
    return escape(" · ".join(filter(None, (f"{head.number} {head.title}".strip(), head.subtitle))))


def tone_of(page: Described) -> str:
    """Return the attribute for the colour of a page; the one of unofficial codes is everywhere else."""
    tone = page.heads[0].tone
    return f" class={tone_class(tone)}" if tone else ""


def list_of_pages(library: Library, pages: Sequence[Described], address: AddressOf) -> Iterator[str]:
    """Yield the list of ``pages`` by chapters, neighbours folded away below their family. The script searches it."""
    yield "<nav>"
    for page, after in zip_longest(pages, pages[1:]):
        link, level = page.page.link, page.page.level
        next_level = after.page.level if after else 0
        tag = f"<a href={attribute(address(link))}{tone_of(page)}{_searched(library, link)}>{names(page)}</a>"
        if level == 2 and next_level == 3:
            yield f"<details><summary>{names(page)}</summary>"
        yield f"<h2>{tag}</h2>" if level < 2 else tag
        if level == 3 and next_level < 3:
            yield "</details>"
    yield "</nav>"


def _searched(library: Library, link: Link) -> str:
    """Return what the script knows of a link besides its words: other names, and what it needs to rank it."""
    entry = library.catalogue.get(link.target) if link.kind is LinkKind.CODE else None
    neighbour = library.neighbours.get(link.target) if link.kind is LinkKind.NEIGHBOUR else None
    others: tuple[str, ...] = neighbour.aliases if neighbour else ()
    if entry:
        others = (*entry.aliases, *(name.phrase for name in (*entry.former, *entry.other_names)))
    also = f' data-also="{escape("|".join(others))}"' if others else ""
    if entry is None:
        return also
    return f" data-order={0 if entry.essential else 1 if entry.official else 2}{also}"


def _title(head: Head) -> str:
    subtitle = f" <small>{escape(head.subtitle)}</small>" if head.subtitle else ""
    return f"<span>{escape(head.title)}</span>{subtitle}"
