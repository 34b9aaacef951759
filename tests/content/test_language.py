"""The language of the content: one spelling for each term, and particles that fit the word before them."""

import re
from typing import Any

import pytest

from statusref.domain.text import Language
from tests.content.material import JSON_WITH_PROSE, load_json, passages
from tests.content.particles import READINGS, read_aloud, slips
from tests.each import for_each

GLOSSARY: Any = load_json("glossary.json")
PASSAGES = {language: list(passages(language)) for language in Language}
POLITE_ENDING = re.compile(r"[가-힣]*(?:세요|해요|에요|예요|어요|아요|네요|지요|까요|죠)(?![가-힣])")
NAMES_WITH_POLITE_ENDING = {"진정하세요"}  # the Korean name of 420, Enhance Your Calm
TERMS = [(language, entry) for language in Language for entry in GLOSSARY[language.value]]


def uses(text: str, variant: str) -> bool:
    """Korean words take endings, so any occurrence counts; English words must be whole words."""
    if variant not in text:
        return False
    return not variant.isascii() or re.search(rf"(?<![\w-]){re.escape(variant)}(?![\w-])", text) is not None


def term_label(value: object) -> str:
    return value["term"] if isinstance(value, dict) else str(getattr(value, "value", value))


def test_the_passages_are_there() -> None:
    """If no passages were read, the other tests would check nothing."""
    for language in Language:
        places = {passage.place for passage in PASSAGES[language]}
        assert len(PASSAGES[language]) > 3000
        assert set(JSON_WITH_PROSE) <= places
        assert {f"codes/404.{language.value}.md", f"notes/redirects.{language.value}.md"} <= places


@for_each(("language", "entry"), TERMS, term_label)
def test_a_term_has_one_spelling(language: Language, entry: dict[str, Any]) -> None:
    found = []
    for place, text in PASSAGES[language]:
        rest = text
        for allowed in entry.get("unless", ()):
            rest = rest.replace(allowed, "")
        found += [(place, variant, text[:80]) for variant in entry["not"] if uses(rest, variant)]
    assert not found


@for_each(("language", "entry"), TERMS, term_label)
def test_the_glossary_lists_terms_that_are_used(language: Language, entry: dict[str, Any]) -> None:
    assert set(entry) <= {"term", "not", "unless"}
    assert any(uses(passage.text, entry["term"]) for passage in PASSAGES[language])
    assert not [variant for variant in entry["not"] if uses(entry["term"], variant)]
    assert len(set(entry["not"])) == len(entry["not"]) > 0


def test_the_glossary_decides_each_term_once() -> None:
    for language in Language:
        terms = [entry["term"] for entry in GLOSSARY[language.value]]
        variants = [variant for entry in GLOSSARY[language.value] for variant in entry["not"]]
        assert len(set(terms)) == len(terms)
        assert not set(terms) & set(variants)


@for_each("place", sorted({passage.place for passage in PASSAGES[Language.KOREAN]}))
def test_korean_keeps_one_register(place: str) -> None:
    """The prose is 합니다체 and asks with -십시오; -세요 beside it reads like another writer."""
    found = [
        (match.group(), passage.text[:80])
        for passage in PASSAGES[Language.KOREAN]
        if passage.place == place
        for match in POLITE_ENDING.finditer(passage.text)
        if match.group() not in NAMES_WITH_POLITE_ENDING
    ]
    assert not found


@for_each("place", sorted({passage.place for passage in PASSAGES[Language.KOREAN]}))
def test_particles_fit_numbers_and_latin_words(place: str) -> None:
    """If a Latin word fails because its reading is wrong, add the right reading to ``readings.json``."""
    found = [slip for passage in PASSAGES[Language.KOREAN] if passage.place == place for slip in slips(passage.text)]
    assert not found


def test_nothing_is_left_open_between_two_particles() -> None:
    """A text with a placeholder must not need a particle that depends on the value. ``{remedy}`` is always the same."""
    choice = re.compile(r"(은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|\(으\)로|\(이\))")
    after_value = re.compile(r"\{(?!remedy\b)\w+\}[\"'”’)]*(은|는|이|가|을|를|과|와|으로|로)(?![가-힣])")
    found = [
        passage
        for passage in PASSAGES[Language.KOREAN]
        if passage.place.startswith("i18n/") and (choice.search(passage.text) or after_value.search(passage.text))
    ]
    assert not found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("404은 없다", ["는"]),
        ("301으로 보낸다", ["로"]),
        ("503로 답한다", ["으로"]),
        ("410를 쓴다", ["을"]),
        ("400와 422", ["과"]),
        ("URL를 적는다", ["을"]),
        ("URI을 적는다", ["를"]),
        ("GET로 바꾼다", ["으로"]),
        ("HEAD을 보낸다", ["를"]),
        ("nginx은 닫는다", ["는"]),
        ("CDN가 답한다", ["이"]),
        ("Retry-After을 본다", ["를"]),
        ("proxy_read_timeout를 늘린다", ["을"]),
        ("표현(representation)가 없다", ["이"]),
        ("“Not Found”은 이름이다", ["는"]),
        ("HTTP/2은 다르다", ["는"]),
        ("본문를 읽는다", ["을"]),
        ("서버을 고친다", ["를"]),
        ("서버으로 보낸다", ["로"]),
        ("Zorblin를 연다", ["을"]),
        ("Zorbli을 연다", ["를"]),
        ("501라고 적는다", ["이라고"]),
    ],
)
def test_the_checker_finds_what_is_wrong(text: str, expected: list[str]) -> None:
    assert [slip.expected for slip in slips(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "404는 301로, 503으로, 410을, 400과 422와 함께",
        "URL로, URI를, GET으로, HEAD를, nginx는, CDN이, Retry-After가, API로",
        "표현(representation)이, 리소스(resource)가, 표준(RFC 9110)은, 404(Not Found)는",
        "404가 아니라 410이라고, 404라고, 404이라고 적는다",
        "`HTTP/1.1`은, HTTP/3은, TLS 1.3으로, 50%가, v2를",
        "Zorbling을, Zorbli로, Zorbil로, zorbete를 zorbete을",
        "마을 가을 경로 결과 초과 새로 바로 차이가",
    ],
)
def test_the_checker_leaves_alone_what_is_right(text: str) -> None:
    assert list(slips(text)) == []


def test_readings_are_hangul_and_for_single_words() -> None:
    assert all(re.fullmatch(r"[가-힣]+", reading) for reading in READINGS.values())
    assert all(word == word.lower() for word in READINGS)
    assert read_aloud("no-such-wrd") is None
