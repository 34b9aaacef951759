"""The words that the window and the command line share, and the chips made of them."""

import re
from typing import Any

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.chips import entry_chips
from statusref.domain.status import (
    ContentRule,
    HeaderLevel,
    Registration,
    Retry,
    StatusClass,
    Verification,
    Visibility,
)
from statusref.domain.text import Language
from statusref.domain.words import Words
from tests.content.material import load_json

TEXTS: dict[str, Any] = load_json("i18n/words.json")


def test_a_word_takes_the_same_values_in_both_languages() -> None:
    values = {
        key: [sorted(re.findall(r"\{(\w*)\}", text[language.value])) for language in Language]
        for key, text in TEXTS.items()
    }
    different = [key for key, (korean, english) in values.items() if korean != english]
    assert not different, "\n".join(different)


def test_a_word_is_said_in_its_language() -> None:
    korean = [key for key, text in TEXTS.items() if re.search("[가-힣]", text["en"])]
    assert not korean, "\n".join(korean)
    spaced = [key for key, text in TEXTS.items() if any(said != said.strip() for said in text.values())]
    assert not spaced, "\n".join(spaced)


def test_every_kind_has_its_words() -> None:
    kinds = {
        "class": [member.value for member in StatusClass],
        "registration": [member.value for member in Registration],
        "retry": [member.value for member in Retry],
        "content": [member.value for member in ContentRule],
        "visibility": [member.value for member in Visibility],
        "level": [member.value for member in HeaderLevel],
        "verification": [member.value for member in Verification],
    }
    wanted = {f"{kind}.{value}" for kind, values in kinds.items() for value in values}
    assert wanted <= TEXTS.keys()


def chips(catalogue: Catalogue, words: Words, entry_id: str) -> list[str]:
    entry = catalogue.get(entry_id)
    assert entry is not None
    return entry_chips(entry, words, Language.ENGLISH)


@pytest.mark.parametrize(
    ("entry_id", "said"),
    [
        (
            "404",
            [
                "4xx Client error",
                "IANA registered",
                "Heuristically cacheable",
                "Do not repeat unchanged",
                "May carry content",
            ],
        ),
        ("100", ["1xx Informational", "IANA registered", "Retry: not applicable", "No content"]),
        ("304", ["3xx Redirection", "IANA registered", "Use the stored copy", "No content"]),
        (
            "429",
            ["4xx Client error", "IANA registered", "Must not be stored", "Retry after waiting", "May carry content"],
        ),
        ("104", ["1xx Informational", "IANA temporary"]),
        ("418", ["4xx Client error", "IANA: unused"]),
        (
            "499-nginx",
            ["4xx Client error", "Unofficial", "nginx", "Only in logs", "Retry: not applicable", "No response"],
        ),
        ("999-linkedin", ["Unofficial", "LinkedIn"]),
    ],
)
def test_chips_say_the_facts_in_their_order(catalogue: Catalogue, words: Words, entry_id: str, said: list[str]) -> None:
    shown = [chip for chip in chips(catalogue, words, entry_id) if not chip.startswith("Since HTTP")]
    assert shown[: len(said)] == said


def test_not_cacheable_is_never_said(catalogue: Catalogue, words: Words) -> None:
    """302 and 500 can be stored with explicit freshness (RFC 9110, Section 15.1)."""
    for entry_id in ("302", "500", "403"):
        assert "Cacheable if explicit" in chips(catalogue, words, entry_id)


def test_caching_is_not_mentioned_where_nothing_can_be_stored(catalogue: Catalogue, words: Words) -> None:
    said = {words.text(f"cache.{key}", Language.ENGLISH) for key in ("heuristic", "explicit", "never")}
    for entry_id in ("100", "103", "304", "444-nginx", "000-aws"):
        assert not said & set(chips(catalogue, words, entry_id))
    assert said & set(chips(catalogue, words, "200"))


@pytest.mark.parametrize("language", Language)
def test_every_entry_has_chips_without_a_double(catalogue: Catalogue, words: Words, language: Language) -> None:
    for entry in catalogue.entries:
        shown = entry_chips(entry, words, language)
        assert 3 <= len(shown) <= 8, entry.id
        assert len(set(shown)) == len(shown), entry.id


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("ko_KR.UTF-8", Language.KOREAN),
        ("ko", Language.KOREAN),
        ("ko-KR", Language.KOREAN),
        ("KO_kr", Language.KOREAN),
        ("C", Language.ENGLISH),
        ("POSIX", Language.ENGLISH),
        ("", Language.ENGLISH),
        ("en_GB.UTF-8", Language.ENGLISH),
        ("ja_JP", Language.ENGLISH),
    ],
)
def test_the_first_language_comes_from_the_locale(name: str, language: Language) -> None:
    assert Language.from_locale(name) is language
