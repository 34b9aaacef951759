"""The HTML file, the site and the docset: they need nothing from outside, and every link leads somewhere."""

import plistlib
import re
import sqlite3
from contextlib import closing
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from statusref.domain.class_filter import ClassFilter
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.export.contents import Contents, choose_contents
from statusref.theme.tokens import DARK, LIGHT, Tokens, Tone
from tests.export.conftest import NO_MEMOS, export

LARGEST = 2 * 2**20
"""People send the file by mail."""
LOADS = {"src", "srcset", "data", "poster", "background"}


class Page(HTMLParser):
    """What a browser would find on a page: the places that links may name, links, what it would load."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.text = ""
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in LOADS or (name == "href" and tag == "link"):
                self.loaded.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def book(everything: Contents, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return Page(export("html", everything, tmp_path_factory.mktemp("html") / "book.html"))


@pytest.fixture(scope="module")
def site(everything: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    contents = everything._replace(base="https://intra.example/http/")
    return export("site", contents, tmp_path_factory.mktemp("site") / "site")


@pytest.fixture(scope="module")
def docset(everything: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export("docset", everything, tmp_path_factory.mktemp("docset") / "StatusRef.docset")


# One file


def test_the_file_is_small_enough_to_send(book: Page) -> None:
    assert book.path.stat().st_size <= LARGEST


def test_the_file_loads_nothing(book: Page) -> None:
    assert not book.loaded
    text = book.path.read_text("utf-8")
    assert "@import" not in text
    assert "url(" not in text
    assert "default-src 'none'" in text


def test_every_link_in_the_file_leads_somewhere(book: Page) -> None:
    inner = {unquote(link[1:]) for link in book.links if link.startswith("#")}
    assert inner <= set(book.ids)
    assert {"404", "499-nginx", "4xx", "note-redirects"} <= inner
    assert all(link.startswith(("#", "http://", "https://")) for link in book.links)
    assert len(book.ids) == len(set(book.ids))


def test_the_file_says_what_the_pages_say_once(book: Page, library: Library) -> None:
    for entry in library.catalogue.entries:
        for language in Language:
            assert library.prose.page(entry.id, language).summary in book.text
    source = next(one.source for one in library.neighbours.all() if one.id == "curl-52")
    assert book.text.count(source) == 1, "what both languages share stands there once"


@pytest.mark.parametrize(("tokens", "after"), [(LIGHT, ":root {"), (DARK, "prefers-color-scheme: dark) {")])
def test_the_colours_are_those_of_the_window(resources: Path, tokens: Tokens, after: str) -> None:
    css = (resources / "export" / "page.css").read_text("utf-8").partition(after)[2].partition("}")[0]
    colors = dict(re.findall(r"--(\w+): (#\w+);", css))
    for name in ("background", "surface", "line", "code", "selection", "text1", "text2", "text3", "accent"):
        assert colors.pop(name) == getattr(tokens, name)
    for tone in Tone:
        digit = tone.value[0] if tone is not Tone.UNOFFICIAL else "0"
        assert (colors.pop(f"tone{digit}"), colors.pop(f"tint{digit}")) == tokens.tones[tone]
    assert not colors


@pytest.mark.parametrize("language", list(Language))
def test_a_file_in_one_language_has_no_buttons_to_choose_one(
    library: Library, tmp_path: Path, language: Language
) -> None:
    contents = choose_contents(library, {"404"}, (language,), NO_MEMOS)
    text = export("html", contents, tmp_path / "book.html").read_text("utf-8")
    assert f"<html lang={language.value}>" in text
    assert "type=radio" not in text
    other = next(one for one in Language if one is not language)
    assert library.prose.page("404", other).summary not in unescape(text)


# Site


def test_addresses_of_the_site_stay(site: Path) -> None:
    for address in ("", "404", "499-nginx", "4xx", "unofficial", "note", "note/redirects", "neighbour/curl"):
        for folder in ("", "ko"):
            assert (site / folder / address / "index.html").is_file(), f"{folder}/{address}"


def test_every_link_of_the_site_leads_to_a_file_and_a_place_in_it(site: Path) -> None:
    pages = {path: Page(path) for path in site.rglob("*.html")}
    for path, page in pages.items():
        for link in [*page.links, *page.loaded]:
            if link.startswith(("http://", "https://")):
                continue
            file, _, place = link.partition("#")
            target = Path(unquote(str((path.parent / file).resolve())))
            assert target.is_file(), f"{path}: {link}"
            assert not place or unquote(place) in pages[target].ids, f"{path}: {link}"


def test_a_page_of_the_site_is_in_one_language_and_links_to_the_other(site: Path, library: Library) -> None:
    page = Page(site / "ko" / "404" / "index.html")
    assert library.prose.page("404", Language.KOREAN).summary in page.text
    assert library.prose.page("404", Language.ENGLISH).summary not in page.text
    assert "../../404/index.html" in page.links


def test_the_map_of_the_site_has_whole_addresses(site: Path) -> None:
    text = (site / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://intra.example/http/ko/404/</loc>" in text
    assert "<loc>https://intra.example/http/</loc>" in text
    assert text.count("<loc>") == len(list(site.rglob("index.html")))
    assert '<link rel=canonical href="https://intra.example/http/404/">' in (site / "404/index.html").read_text("utf-8")


def test_without_an_address_there_is_no_map(few: Contents, tmp_path: Path) -> None:
    folder = export("site", few, tmp_path / "site")
    assert not (folder / "sitemap.xml").exists()
    assert "canonical" not in (folder / "404" / "index.html").read_text("utf-8")


def test_a_site_in_korean_keeps_its_addresses_and_opens_at_the_top(library: Library, tmp_path: Path) -> None:
    contents = choose_contents(library, {"404"}, (Language.KOREAN,), NO_MEMOS)
    folder = export("site", contents, tmp_path / "site")
    assert (folder / "ko" / "404" / "index.html").is_file()
    assert not (folder / "404").exists()
    assert "url=ko/index.html" in (folder / "index.html").read_text("utf-8")


# Docset


def index_of(docset: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(docset / "Contents/Resources/docSet.dsidx")) as connection:
        return connection.execute("SELECT name, type, path FROM searchIndex").fetchall()


def test_the_docset_is_found_by_number_phrase_and_meaning(docset: Path) -> None:
    rows = {(name, path) for name, _, path in index_of(docset)}
    assert ("404", "ko/404/index.html") in rows
    assert ("404 Not Found", "404/index.html") in rows
    assert ("찾을 수 없음 (404)", "ko/404/index.html") in rows
    assert ("52 CURLE_GOT_NOTHING", "neighbour/curl/index.html#curl-52") in rows
    assert len(rows) == len(index_of(docset))


def test_every_row_of_the_index_leads_to_a_place(docset: Path) -> None:
    documents = docset / "Contents/Resources/Documents"
    page = cache(lambda file: Page(documents / file))
    for _, _, path in index_of(docset):
        file, _, place = path.partition("#")
        assert (documents / file).is_file()
        assert not place or place in page(file).ids


def test_the_docset_names_its_index_and_has_tables_of_contents(docset: Path) -> None:
    info = plistlib.loads((docset / "Contents/Info.plist").read_bytes())
    assert info["isDashDocset"]
    assert info["DashDocSetFamily"] == "dashtoc"
    assert (docset / "Contents/Resources/Documents" / info["dashIndexFilePath"]).is_file()
    page = (docset / "Contents/Resources/Documents/ko/404/index.html").read_text("utf-8")
    assert [unquote(name) for name in re.findall(r"//apple_ref/cpp/Section/([^\"]+)", page)][:2] == [
        "서버 쪽에서는",
        "클라이언트는",
    ]


def test_a_docset_in_one_language_has_all_names(library: Library, tmp_path: Path) -> None:
    contents = choose_contents(library, ClassFilter.ESSENTIAL, (Language.ENGLISH,), NO_MEMOS)
    names = {name for name, _, _ in index_of(export("docset", contents, tmp_path / "StatusRef.docset"))}
    assert {"404", "404 Not Found", "찾을 수 없음 (404)"} <= names
