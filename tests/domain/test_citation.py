"""References to paste: what they name, in which language, and how they are written."""

import pytest

from statusref.domain.citation import CitationFormat, Cited, cite, written
from statusref.domain.library import Library
from statusref.domain.markdown import Span
from statusref.domain.text import Language

KO, EN = Language.KOREAN, Language.ENGLISH


def _cited(library: Library, name: str) -> Cited:
    found = library.catalogue.find(name) or (library.neighbours.get(name) or library.notes.get(name),)
    assert found[0] is not None
    return found[0]


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("404", KO, "404 Not Found (찾을 수 없음), RFC 9110 §15.5.5, IANA 2025-09-15"),
        ("404", EN, "404 Not Found, RFC 9110 §15.5.5, IANA 2025-09-15"),
        ("418", EN, "418 (Unused), RFC 9110 §15.5.19, IANA 2025-09-15"),
        ("102", EN, "102 Processing, RFC 2518 §10.1, IANA 2025-09-15"),
        ("444-nginx", KO, "444 No Response (응답 없음), nginx, 비공식, IANA 미등록(2025-09-15 기준)"),
        ("499-nginx", EN, "499 Client Closed Request, nginx, unofficial, not registered with IANA (2025-09-15)"),
        ("299", KO, "299 (할당되지 않음), RFC 9110 §15, IANA 2025-09-15"),
        ("600", EN, "600 (Not a valid code), RFC 9110 §15, IANA 2025-09-15"),
        ("http2-cancel", EN, "0x8 CANCEL, HTTP/2 error codes, RFC 9113 §7"),
        ("redirects", EN, "StatusRef note “301 and 302 against 307 and 308, and 303”"),
    ],
)
def test_in_plain_text(library: Library, name: str, language: Language, text: str) -> None:
    assert written(cite(library, _cited(library, name), language), CitationFormat.TEXT) == text


def test_a_temporary_registration_is_called_so(library: Library) -> None:
    text = written(cite(library, _cited(library, "104"), EN), CitationFormat.TEXT)
    assert text.endswith(", draft-ietf-httpbis-resumable-upload-05, IANA 2025-09-15 (temporary registration)")


def test_with_links(library: Library) -> None:
    citation = cite(library, _cited(library, "404"), EN)
    section = "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5"
    registry = "https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml"
    assert written(citation, CitationFormat.MARKDOWN) == (
        f"404 Not Found, [RFC 9110 §15.5.5]({section}), [IANA 2025-09-15]({registry})"
    )
    assert written(citation, CitationFormat.HTML) == (
        f'404 Not Found, <a href="{section}">RFC 9110 §15.5.5</a>, <a href="{registry}">IANA 2025-09-15</a>'
    )


def test_a_section_of_a_note(library: Library) -> None:
    citation = cite(library, _cited(library, "redirects"), KO, "흔한 오해")
    assert written(citation, CitationFormat.MARKDOWN) == (
        "[StatusRef 노트 “301·302와 307·308, 그리고 303”](statusref://note/redirects), “흔한 오해” 항목"
    )


def test_every_reference_is_one_line_and_its_markup_is_whole(library: Library) -> None:
    cited: list[Cited] = [*library.catalogue.entries, *library.neighbours.all(), *library.notes.notes]
    for each in cited:
        for language in Language:
            citation = cite(library, each, language)
            text = written(citation, CitationFormat.TEXT)
            assert text == " ".join(text.split())
            assert ", ," not in text
            assert text.count("<") == written(citation, CitationFormat.HTML).count("&lt;")


def test_nothing_in_a_name_becomes_markup() -> None:
    citation = (Span("ERR_*<b>|`[x](y)` & “z”"),)
    assert written(citation, CitationFormat.MARKDOWN) == r"ERR\_\*\<b\>\|\`\[x\](y)\` & “z”"
    assert written(citation, CitationFormat.HTML) == "ERR_*&lt;b&gt;|`[x](y)` &amp; “z”"
