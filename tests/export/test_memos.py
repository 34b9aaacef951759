"""The user's own notes in an export: whole, and never markup of the format's."""

import csv
import io
import json
import re
from html import unescape
from pathlib import Path

import pytest

from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.export.contents import Contents, choose_contents
from tests.export.conftest import BOTH, export

OFFICE = "\ufeff“Quote” – it’s\u00a0here…\r\n\tindented\ttab\r\n•\u200bzero\u200dwidth\u000bbreak\u2028line"
"""As an office program puts it on the clipboard: no-break spaces, smart quotes, CRLF, tabs, zero-width characters."""
HTML = "<script>alert(1)</script>\n<img src=x onerror=alert(2)> & &lt; </article></style>\n```\n<b>in a fence</b>\n```"
LONG = "가나다 <b> & word " * 60_000


def contents_with(library: Library, memo: str, languages: tuple[Language, ...] = BOTH) -> Contents:
    return choose_contents(library, {"404"}, languages, {"404": memo}, notes=False, neighbours=False)


def words(text: str) -> str:
    """Text without spaces and line ends, which a page may set in its own way."""
    return "".join(text.split()).replace("\ufeff", "")


def shown(html: str) -> str:
    """The text of a page as a browser shows it."""
    return unescape(re.sub(r"<(script|style)>.*?</\1>|<[^>]+>", "", html, flags=re.DOTALL))


@pytest.mark.parametrize("memo", [HTML, LONG, OFFICE], ids=["html", "long", "office"])
@pytest.mark.parametrize("languages", [BOTH, (Language.ENGLISH,)])
def test_a_memo_is_whole_and_escaped(
    library: Library, tmp_path: Path, memo: str, languages: tuple[Language, ...]
) -> None:
    contents = contents_with(library, memo, languages)
    plain = words(memo.replace("```", ""))
    html = export("html", contents, tmp_path / "book.html").read_text("utf-8")
    assert plain in words(shown(html))
    assert html.count("<script>") == 1
    assert "<img" not in html
    assert html.count("</style>") == 1
    folder = export("site", contents, tmp_path / "site")
    for language in languages:
        name = "ko/404" if language is Language.KOREAN else "404"
        assert plain in words(shown((folder / name / "index.html").read_text("utf-8")))
    code = json.loads(export("json", contents, tmp_path / "all.json").read_text("utf-8"))["codes"][0]
    assert code["memo"] == memo
    text = export("csv", contents, tmp_path / "codes.csv").read_bytes().decode("utf-8-sig")
    csv.field_size_limit(10**7)
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert memo in {row.get("My note"), row.get("내 메모")}


def test_a_memo_is_escaped_in_markdown(library: Library, tmp_path: Path) -> None:
    text = export("md", contents_with(library, HTML), tmp_path / "book.md").read_text("utf-8")
    outside = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    assert "\\<script\\>alert(1)\\</script\\>" in outside
    assert not re.search(r"(?<!\\)<(script|img|b)\b", outside)


@pytest.mark.parametrize("memo", ["[" * 100_000, "**" * 100_000, "`" * 100_001, "[a](" * 100_000])
def test_a_memo_of_markup_alone_takes_no_longer_than_another(library: Library, tmp_path: Path, memo: str) -> None:
    """It once took minutes, which this test would not live to see."""
    path = export("html", contents_with(library, memo, (Language.ENGLISH,)), tmp_path / "book.html")
    assert path.stat().st_size > 1000


def test_a_lone_surrogate_or_nul_does_not_stop_the_export(library: Library, tmp_path: Path) -> None:
    for name in ("html", "md", "csv", "json"):
        assert export(name, contents_with(library, "a\x00b"), tmp_path / name).stat().st_size > 1000
