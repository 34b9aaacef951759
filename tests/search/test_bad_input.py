"""Any input gets an answer: no exception, spans inside the text, nothing read as a pattern or as markup."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.resources import resource_root
from statusref.search.engine import SearchEngine
from statusref.search.query import MAX_QUERY
from statusref.search.results import Results, Tier
from tests.search.asking import ids, prepared
from tests.shipped import window_library


@cache
def engine_of_codes() -> SearchEngine:
    """Finds codes alone."""
    library = window_library()
    return prepared(SearchEngine(library.catalogue, library.prose))


BAD = {
    "megabytes of one letter": "a" * 3_000_000,
    "megabytes of one syllable": "가" * 3_000_000,
    "megabytes of one jamo": "ㄱ" * 3_000_000,
    "megabytes of digits": "4" * 3_000_000,
    "megabytes of spaces": " " * 3_000_000,
    "combining marks": "e" + "\u0301" * 10_000,
    "combining marks in disorder": "e" + "\u0301\u0327\u0315" * 3_000,
    "combining marks on a syllable": "찾" + "\u0301" * 10_000,
    "unpaired surrogates": "\ud800\udc00\udfff",
    "surrogate in a word": "not\ud800found",
    "NUL": "\x00",
    "NUL in a number": "4\x0004",
    "bidi controls": "\u202e404\u202c\u2066not found\u2069",
    "regular expression": "(.*)+$[^a]{2,}\\",
    "catastrophic expression": "(a+)+$" * 40,
    "markup": "<b>404</b>&amp;<script>alert(1)</script>",
    "only spaces": " \t\u3000\u00a0\n",
    "only vowels": "ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣ",
    "only separators": "-_./:()",
    "emoji": "😀👨‍👩‍👧‍👦🇰🇷",
    "right to left": "خطأ ٤٠٤ שגיאה",
    "old Hangul": "\u1113\u1182\u11ff\ua960\ud7cb",
    "many words": "not " * 900,
    "many different words": " ".join(f"word{i}" for i in range(700)),
    "quotes": "' OR 1=1; --\"",
    "initials without end": "ㅊㅇ" * 2000,
    "slashes like timers": "1/" * 2000,
    "open quote": '] "' + "x" * 4000,
}


def check(query: str) -> Results:
    results = engine_of_codes().search(query)
    assert results.query == query
    for match in [*results.matches[:40], *results.suggestions]:
        for mark in match.marks:
            assert mark.spans
            assert all(0 <= start < end <= len(mark.text) for start, end in mark.spans)
            assert all(one[1] < two[0] for one, two in zip(mark.spans, mark.spans[1:], strict=False))
    if results.matches:
        assert not results.suggestions
        assert results.reason is None
    else:
        assert results.reason is not None
    return results


@pytest.mark.parametrize("name", BAD)
def test_bad_input(name: str) -> None:
    results = check(BAD[name])
    assert results.truncated_query or len(BAD[name].strip()) <= MAX_QUERY


def test_a_query_that_is_too_long_is_reported_as_truncated() -> None:
    assert engine_of_codes().search("a" * (MAX_QUERY + 1)).truncated_query
    assert not engine_of_codes().search("not found").truncated_query


def test_what_is_ignored_inside_a_word() -> None:
    assert ids(engine_of_codes(), "4\x0004")[0] == "404"
    assert ids(engine_of_codes(), "\u202e404\u202c")[0] == "404"
    assert ids(engine_of_codes(), "not\ud800found") == ids(engine_of_codes(), "notfound")
    assert ids(engine_of_codes(), "no\u0301t found")[0] == "404"


def test_only_vowels_match_nothing() -> None:
    assert not engine_of_codes().search("ㅏ").matches


@pytest.mark.parametrize(
    "query", [".", "*", "?", "+", "^", "$", "|", "\\", "not.found", "no.*found", "^not", "found$", "[a-z]+"]
)
def test_patterns_are_literal(query: str) -> None:
    for match in check(query).matches:
        if match.tier is Tier.TYPO:
            continue
        text = " ".join(mark.text for mark in match.marks)
        kept = [char for char in query if char in "*?+^$|\\[]"]
        assert all(char in text for char in kept)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60))
@example("ㅊ을ㄱ")
@example("ﷺ")
@example("ẞ")
@example("ŉ 404")
@example("\u1160\u11a8")
@example("İstanbul")
def test_arbitrary_unicode(query: str) -> None:
    check(query)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ㄱㄲㄳㅇㅊㅏㅘ가각없음이notfud 40x(-.\u1100\u1161\u11a8"), max_size=12))
def test_arbitrary_hangul(query: str) -> None:
    check(query)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from('HTP/1.2 "status":503 {}[]<>=|GET'), max_size=60))
def test_arbitrary_log_lines(query: str) -> None:
    check(query)


@pytest.mark.parametrize("file", ["search/situations.json", "study/scenarios.json"])
def test_a_situation_with_an_unknown_code_is_named(tmp_path: Path, file: str) -> None:
    """An error in the data is told when the index is built, and does not break a search later."""
    root = tmp_path / "resources"
    shutil.copytree(resource_root(), root, ignore=shutil.ignore_patterns("fonts"))
    text = (root / file).read_text("utf-8")
    (root / file).write_text(re.sub(r'("codes": \[\s*)"\d+"', r'\1"4040"', text, count=1), "utf-8")
    library = Library(root)
    with pytest.raises(ResourceError, match="unknown entry 4040") as raised:
        list(SearchEngine(library.catalogue, library.prose, library).prepare())
    assert raised.value.file == file
