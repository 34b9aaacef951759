"""The PDF: opened as a reader's program opens it."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from statusref.cli.exit_codes import NOTHING
from statusref.domain.class_filter import ClassFilter
from statusref.domain.description.sheet import describe_sheet
from statusref.domain.library import Library
from statusref.domain.markdown import Table
from statusref.domain.text import Language
from statusref.export.contents import Contents, choose_contents
from statusref.export.pdf_sheet import sheets
from statusref.theme.tokens import LIGHT
from tests.export.conftest import BOTH, NO_MEMOS, export
from tests.packaging.checkout import CHECKOUT

MakeSheet = Callable[[tuple[Language, ...]], PdfReader]
KOREAN, ENGLISH = (Language.KOREAN,), (Language.ENGLISH,)


def some(library: Library, *codes: str, languages: Sequence[Language] = KOREAN, **memos: str) -> Contents:
    held = {name.removeprefix("memo_"): text for name, text in memos.items()}
    return choose_contents(library, codes, languages, held, notes=False, neighbours=False)


def read(name: str, contents: Contents, folder: Path) -> PdfReader:
    return PdfReader(BytesIO(export(name, contents, folder / "book.pdf").read_bytes()))


def text_of(pdf: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pdf.pages)


def root(pdf: PdfReader) -> Any:
    return pdf.trailer["/Root"]


def standard(pdf: PdfReader) -> bytes:
    """Return the metadata, which says whether the file is PDF/UA."""
    return bytes(root(pdf)["/Metadata"].get_data())


@pytest.fixture(scope="module")
def book(library: Library, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    contents = choose_contents(library, ClassFilter.ALL, KOREAN, NO_MEMOS)
    return read("pdf", contents, tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="module")
def seven(library: Library, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """A book of seven codes: links and indexes for little time."""
    contents = some(library, "401", "404", "410", "412", "451", "503", "505")
    return read("pdf", contents, tmp_path_factory.mktemp("seven"))


@pytest.fixture(scope="module")
def texts(seven: PdfReader) -> list[str]:
    """The pages of the book of seven codes."""
    return [page.extract_text() for page in seven.pages]


@pytest.fixture(scope="module")
def sheet_in(library: Library, tmp_path_factory: pytest.TempPathFactory) -> MakeSheet:
    """Make the cheat sheet in some languages."""

    @cache
    def make(languages: tuple[Language, ...]) -> PdfReader:
        contents = choose_contents(library, ClassFilter.ALL, languages, NO_MEMOS)
        return read("sheet", contents, tmp_path_factory.mktemp("sheet"))

    return make


def outline(items: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield the title of each chapter and those in it."""
    for place, item in enumerate(items):
        if not isinstance(item, list):
            inner = items[place + 1] if place + 1 < len(items) and isinstance(items[place + 1], list) else []
            yield item.title, [one.title for one in inner if not isinstance(one, list)]


def test_the_book_says_what_it_is(book: PdfReader, library: Library) -> None:
    assert book.metadata is not None
    assert book.metadata.title == "HTTP 상태 코드"
    assert book.metadata.creation_date is not None
    assert f"{book.metadata.creation_date:%Y-%m-%d}" == library.catalogue.dates.updated
    assert root(book)["/Lang"] == "ko"
    assert root(book)["/MarkInfo"]["/Marked"].value
    assert root(book)["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert b"<pdfuaid:part>1</pdfuaid:part>" in standard(book), "every character is in the bundled fonts"


def test_all_fonts_are_in_the_file(book: PdfReader) -> None:
    names = set()
    for page in book.pages:
        fonts: Any = page["/Resources"]
        for font in fonts["/Font"].values():
            names.add(font.get_object()["/BaseFont"])
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & inner.keys()
    assert any("Pretendard" in name for name in names)
    assert any("DejaVuSansMono" in name for name in names)


def test_the_outline_has_every_code_and_note(book: PdfReader, library: Library) -> None:
    chapters = dict(outline(book.outline))
    clients = [entry for entry in library.catalogue.entries if entry.official and entry.number.startswith("4")]
    assert [title[:3] for title in chapters["4xx 클라이언트 오류"]] == [entry.number for entry in clients]
    assert len(chapters["노트"]) == len(library.notes.notes)
    assert {"헤더 찾아보기", "낱말 찾아보기"} <= chapters.keys()


def test_a_code_is_found_and_read_in_order(texts: list[str]) -> None:
    page = next(text for text in texts if "404 Not Found\n" in text[:80])
    places = [page.index(words) for words in ("찾을 수 없음", "누구 쪽", "서버 쪽에서는", "클라이언트는", "흔한 원인")]
    assert places == sorted(places)


def test_links_lead_to_pages_and_outside(book: PdfReader) -> None:
    inner, outer = 0, set[str]()
    for page in book.pages:
        for annotation in page.annotations or ():
            link = annotation.get_object()
            action = link.get("/A", {})
            if "/URI" in action:
                outer.add(action["/URI"])
            else:
                assert "/Dest" in link or action["/S"] == "/GoTo"
                inner += 1
    assert inner > 2000
    assert "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5" in outer


def test_a_link_says_where_it_leads(seven: PdfReader, texts: list[str]) -> None:
    tops = {page.indirect_reference: text[:200] for page, text in zip(seven.pages, texts, strict=True)}
    said = set()
    for page in seven.pages:
        for annotation in page.annotations or ():
            link: Any = annotation.get_object()
            words = link["/Contents"].strip()
            if "/Dest" in link and "페이지" not in words:  # those of the contents say the page, too
                assert words in tops[link["/Dest"][0]]
                said.add(words)
    assert {"404 Not Found", "503 Service Unavailable"} <= said


def test_the_indexes_name_the_pages(texts: list[str]) -> None:
    number = next(place for place, text in enumerate(texts, 1) if "410 Gone\n" in text[:80])
    index = "\n".join(text for text in texts if "낱말 찾아보기" in text[:40])
    assert f"사라짐 410 ({number})" in " ".join(index.split())
    assert index.index("\nㄱ") < index.index("\nㅎ") < index.index("\nA") < index.index("\nU")
    headers = "\n".join(text for text in texts if "헤더 찾아보기" in text[:40])
    assert headers.index("Authorization") < headers.index("If-Match") < headers.index("Retry-After")


def test_both_languages_stand_below_each_other_and_what_is_equal_once(library: Library, tmp_path: Path) -> None:
    text = text_of(read("pdf", some(library, "404", languages=BOTH, memo_404="우리 팀의 메모"), tmp_path))
    assert text.index("서버 쪽에서는") < text.index("On the server's side")
    assert text.count("HttpStatus.NOT_FOUND") == 1
    assert text.count("우리 팀의 메모") == 1


HOSTILE = "".join(map(chr, range(1, 0x250))) + (
    '\u2028\u2029\ufeff\ufffe\u200b\u00ad #let x = 1 \\ $x$ @ref <label> // c /* */ `raw` *b* _i_ = h #panic("x")'
    ' <script>alert("1")</script> [x](code:404) [web](https://a.example/?d="e"&f) [bad](http://[) \u202e reversed'
)


@pytest.mark.parametrize(
    ("memo", "shown"),
    [
        (HOSTILE, ['#panic("x")', '<script>alert("1")</script>', "@ref <label> // c /* */", "$x$"]),
        ("“따옴표”\r\n\ttab\u00a0nbsp\u200b\r\n• 점\x0b\x0c", ["“따옴표”", "• 점"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["a", "1"]),
        ("```\n" + "GET / HTTP/1.1\n" * 3000 + "끝\n```", ["끝"]),
        ("가나다 라마바사 " * 20_000 + "끝", ["끝"]),
        ("x" * 1_000_000 + "끝", ["끝"]),
    ],
    ids=["signs", "office", "table", "long example", "long", "one word of 1 MB"],
)
def test_a_memo_is_text_and_whole(library: Library, tmp_path: Path, memo: str, shown: Sequence[str]) -> None:
    pdf = read("pdf", some(library, "404", memo_404=memo), tmp_path)
    end = "\n".join(page.extract_text() for page in pdf.pages[-6:])
    for words in shown:
        assert words in end
    assert b"<pdfuaid:part>1</pdfuaid:part>" in standard(pdf)


def test_a_long_word_stays_on_the_paper(library: Library, tmp_path: Path) -> None:
    pdf = read("pdf", some(library, "404", memo_404="x" * 5000), tmp_path)
    rights: list[float] = []

    def look(_text: str, _cm: object, tm: Sequence[float], _font: object, _size: float) -> None:
        rights.append(float(tm[4]))

    text = "\n".join(page.extract_text(visitor_text=look) for page in pdf.pages)
    assert text.count("x" * 60) > 50
    assert max(rights) < 595


def test_a_character_that_no_bundled_font_has_costs_no_memo(library: Library, tmp_path: Path) -> None:
    text = text_of(read("pdf", some(library, "404", memo_404="앞 \U0001f9ff\u1234\U000e0001 뒤"), tmp_path))
    assert "앞" in text
    assert "뒤" in text


@pytest.mark.parametrize("name", ["pdf", "sheet"])
def test_the_same_bytes_everywhere(library: Library, tmp_path: Path, name: str) -> None:
    digests = set()
    for number, (zone, locale) in enumerate((("UTC", "C"), ("Asia/Seoul", "ko_KR.UTF-8"), ("America/New_York", "C"))):
        path = tmp_path / f"{number}.pdf"
        environment = {"TZ": zone, "LC_ALL": locale, "PATH": os.environ["PATH"], "HOME": str(tmp_path)}
        options = ["--sheet"] if name == "sheet" else ["--only", "1xx"]
        command = [sys.executable, "-m", "statusref", "export", "pdf", str(path), "--lang", "both", *options]
        subprocess.run(command, check=True, cwd=CHECKOUT, env=environment, capture_output=True)
        digests.add(hashlib.sha256(path.read_bytes()).digest())
    assert len(digests) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.pdf", "1.pdf", "2.pdf"], (
        "nothing is written elsewhere"
    )


@pytest.mark.parametrize(("languages", "pages"), [(KOREAN, 2), (ENGLISH, 2), (BOTH, 4)], ids=["ko", "en", "both"])
def test_the_sheet_has_every_code_on_two_pages(
    library: Library,
    sheet_in: MakeSheet,
    languages: tuple[Language, ...],
    pages: int,
) -> None:
    pdf = sheet_in(languages)
    assert len(pdf.pages) == pages
    text = "".join(text_of(pdf).split())
    for entry in library.catalogue.entries:
        for language in languages:
            for words in (entry.phrase, entry.korean, entry.first_step[language], entry.side.phrase[language]):
                assert words.replace(" ", "") in text, entry.id
    assert b"<pdfuaid:part>1</pdfuaid:part>" in standard(pdf)


def test_the_sheet_says_the_same_as_the_one_that_the_window_prints(library: Library) -> None:
    contents = choose_contents(library, ClassFilter.ALL, KOREAN, NO_MEMOS)
    sheet = sheets(contents)["sheets"][0]
    (part,) = describe_sheet(library, library.catalogue.entries, Language.KOREAN).parts()
    (table,) = part.blocks
    assert isinstance(table, Table)
    (head, *rows) = [["".join(span.text for span in cell) for cell in row] for row in table.rows]
    assert head == sheet["columns"]
    written = [row for group in sheet["groups"] for row in group["rows"]]
    names = [f"{row['phrase']} ({row['vendor']})" if row["vendor"] else row["phrase"] for row in written]
    keys = ("korean", "step", "side")
    expected = [[row["number"], name, *(row[key] for key in keys)] for row, name in zip(written, names, strict=True)]
    assert rows == expected
    assert len(rows) == len(library.catalogue.entries)


def test_the_sheet_is_legible(sheet_in: MakeSheet) -> None:
    sizes: list[float] = []
    for page in sheet_in(KOREAN).pages:
        page.extract_text(visitor_text=lambda text, _cm, _tm, _font, size: sizes.append(size) if text.strip() else None)
    assert min(sizes) >= 7


def test_a_choice_makes_a_smaller_book(library: Library, tmp_path: Path) -> None:
    contents = choose_contents(library, ClassFilter.NEIGHBOUR, ENGLISH, NO_MEMOS, notes=False)
    curl = tuple(neighbour for neighbour in contents.neighbours if neighbour.family == "curl")
    text = text_of(read("pdf", contents._replace(neighbours=curl), tmp_path))
    assert "CURLE_GOT_NOTHING" in text
    assert "Index of headers" not in text


def test_without_the_package_one_sentence_says_what_to_install(tmp_path: Path) -> None:
    old = tmp_path / "book.pdf"
    old.write_bytes(b"old")
    code = "import sys; sys.modules['typst'] = None; from statusref.app.main import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "export", "pdf", str(old), "--lang", "en"],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "XDG_DATA_HOME": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == NOTHING
    assert done.stderr == 'statusref: a PDF needs the package typst: pip install "statusref[pdf]"\n'
    assert old.read_bytes() == b"old"


def test_colours_are_those_of_the_window(resources: Path) -> None:
    template = (resources / "export" / "print.typ").read_text("utf-8")
    for name in ("text1", "text2", "text3", "accent"):
        assert f'#let {name} = rgb("{getattr(LIGHT, name)}")' in template
    for name, color in (("line-color", LIGHT.line), ("code-color", LIGHT.code)):
        assert f'#let {name} = rgb("{color}")' in template
    for tone, (text, tint) in LIGHT.tones.items():
        assert f'"{tone.value}": (rgb("{text}"), rgb("{tint}")),' in template
