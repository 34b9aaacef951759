"""The pages of a site as files: which file each page is, and how links lead from one to another.

English pages stand at the top, Korean ones in ``ko``, whether both are exported or one: an address that somebody has
noted stays right. Every page is an ``index.html`` in a folder of its own, and links name that file, so that the site
works on any server and without one.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import takewhile
from posixpath import relpath
from typing import NamedTuple

from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind
from statusref.domain.text import Language
from statusref.export.anchors import AddressOf, anchor
from statusref.export.html_blocks import HtmlWriter
from statusref.export.html_parts import list_of_pages, names, plain_names, search_field, tone_of
from statusref.export.pages import Described

FILE = "index.html"
STYLE_FILE, SCRIPT_FILE = "page.css", "page.js"
_FOLDERS = {Language.ENGLISH: "", Language.KOREAN: "ko/"}


class SitePage(NamedTuple):
    """A page in one language. ``path`` is its folder in the site, ``below`` are the pages that belong to it."""

    page: Described
    language: Language
    path: str
    below: tuple[Described, ...]


class Site:
    """The pages of a site. ``writer`` writes what stands on them; ``base`` is its address, or empty."""

    def __init__(
        self, library: Library, pages: Sequence[Described], writer: type[HtmlWriter] = HtmlWriter, base: str = ""
    ) -> None:
        self._library = library
        self._all = pages
        self._writer = writer
        self._base = base
        self._places = _places(pages)
        self.pages = tuple(self._site_pages())

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(self._all[0].texts)

    def path(self, link: Link, language: Language) -> str:
        """Return the file of a page, and where it stands in that: ``ko/neighbour/curl/index.html#curl-52``."""
        folder, hash_, place = self._places[link].partition("#")
        return f"{_FOLDERS[language]}{folder}{FILE}{hash_}{place}"

    def html(self, page: SitePage) -> Iterator[str]:
        """Yield the lines of a page's file. Raises ResourceError."""

        def address(link: Link) -> str:
            return self._address(link, page)

        is_front = page.page.page.level == 0
        yield f"<!DOCTYPE html>\n<html lang={page.language.value}>\n<meta charset=utf-8>"
        yield '<meta name=viewport content="width=device-width, initial-scale=1">'
        yield f"<title>{plain_names(page.page)}</title>\n<link rel=stylesheet href={_from(page, STYLE_FILE)}>"
        if self._base:
            yield f'<link rel=canonical href="{escape(self._base + page.path)}">'
        yield f"<body class=page>\n<header>{self._title(page)}"
        yield f"{search_field(self._library, page.language) if is_front else ''}{self._languages(page)}</header>"
        if is_front:
            yield "<div id=found role=region aria-live=polite></div>"
        yield "<main>"
        yield from self._articles(page, address)
        yield "</main>"
        if is_front:
            yield f"<script src={_from(page, SCRIPT_FILE)}></script>"

    def _site_pages(self) -> Iterator[SitePage]:
        for number, page in enumerate(self._all):
            below = _below(self._all[number:])
            for language in page.texts if page.page.level < 3 else ():
                path = _FOLDERS[language] + self._places[page.page.link]
                yield SitePage(_only(page, language), language, path, tuple(_only(other, language) for other in below))

    def _address(self, link: Link, page: SitePage) -> str:
        """Return where a link on ``page`` leads."""
        if link.kind is LinkKind.WEB:
            return link.target
        return _from(page, self.path(link, page.language)) if link in self._places else ""

    def _title(self, page: SitePage) -> str:
        front = _only(self._all[0], page.language)
        return f"<strong><a href={self._address(front.page.link, page)}>{names(front)}</a></strong>"

    def _languages(self, page: SitePage) -> str:
        """Return the links to the same page in the other language."""
        links = (
            f"<a href={_from(page, self.path(page.page.page.link, other))} lang={other.value} hreflang={other.value}>"
            f"{escape(self._library.words.text('export.language', other))}</a>"
            for other in self.languages
            if other is not page.language
        )
        return f"<span class=languages>{''.join(links)}</span>"

    def _articles(self, page: SitePage, address: AddressOf) -> Iterator[str]:
        """Yield the page with what shares its file, or with the list of the pages below it."""
        is_family = page.page.page.level == 2
        for article in (page.page, *(page.below if is_family else ())):
            level = 1 if article is page.page else 2
            yield f"<article id={anchor(article.page.link)}{tone_of(article)}><h{level}>{names(article)}</h{level}>"
            yield f"<div lang={page.language.value}>"
            yield from self._writer(address, level + 1).description(article.texts[page.language])
            yield "</div></article>"
        if page.below and not is_family:
            yield from list_of_pages(self._library, page.below, address)


def _below(pages: Sequence[Described]) -> tuple[Described, ...]:
    """Return the pages that belong to the first of ``pages``."""
    return tuple(takewhile(lambda other: other.page.level > pages[0].page.level, pages[1:]))


def _from(page: SitePage, path: str) -> str:
    """Return the way from a page to a file of the site."""
    return relpath(path, page.path or ".")


def _only(page: Described, language: Language) -> Described:
    return page._replace(texts={language: page.texts[language]})


def _places(pages: Sequence[Described]) -> dict[Link, str]:
    """Return the folder of each page in its language, and the place in its file where it shares one."""
    places: dict[Link, str] = {}
    family = ""
    for page in pages:
        link = page.page.link
        if page.page.level == 3:
            places[link] = f"{family}#{anchor(link)}"
        else:
            family = places[link] = _folder(page)
    return places


def _folder(page: Described) -> str:
    kind, target = page.page.link
    match kind:
        case LinkKind.NOTE:
            return f"note/{target}/"
        case LinkKind.NEIGHBOUR:
            return f"neighbour/{target}/"
        case LinkKind.PAGE:
            return "note/"
        case _:
            return f"{target}/" if page.page.level else ""
