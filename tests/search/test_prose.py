"""Prose is found by the start of its words, in both languages, and ranks below all other matches as typed."""

from pathlib import Path

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.prose import ProseStore
from statusref.domain.text import Language
from statusref.search.engine import SearchEngine
from statusref.search.results import Field, Tier
from tests.search.asking import found, ids, marked, prepared

KOREAN = "## 요약\n\n서버가 **꿀벌을** 세었습니다. 그다음 `반딧불이`를 찾았습니다.\n\n## 예시\n\n```\nzebra\n```\n"
ENGLISH = "## Summary\n\nThe server counted [honeybees](x). Then it found fireflies.\n\n## Example\n\n```\nzebra\n```\n"
EMPTY = {Language.KOREAN: "## 요약\n\n없다\n", Language.ENGLISH: "## Summary\n\nNo.\n"}


@pytest.fixture(scope="module")
def engine(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    root: Path = tmp_path_factory.mktemp("resources")
    (root / "codes").mkdir()
    for entry in catalogue.entries:
        own = entry.id in {"404", "202", "520-cloudflare"}
        pages = {Language.KOREAN: KOREAN, Language.ENGLISH: ENGLISH} if own else EMPTY
        for language, text in pages.items():
            (root / "codes" / f"{entry.id}.{language.value}.md").write_text(text, encoding="utf-8")
    return prepared(SearchEngine(catalogue, ProseStore(root)))


@pytest.mark.parametrize(
    "query", ["honeybees", "honeyb", "FIREFLIES", "꿀벌", "꿀벌을", "반딧ㅂ", "반디", "honeybees 꿀벌"]
)
def test_by_the_start_of_a_word(engine: SearchEngine, query: str) -> None:
    assert ids(engine, query) == ["202", "404", "520-cloudflare"]
    assert found(engine, query, "404").tier is Tier.PROSE


@pytest.mark.parametrize("query", ["neybees", "벌을", "ho", "zebra"])
def test_not_inside_words_nor_examples(engine: SearchEngine, query: str) -> None:
    assert not [match for match in engine.search(query).matches if match.tier is Tier.PROSE]


@pytest.mark.parametrize(
    ("query", "sentence", "word"),
    [
        ("honeyb", "The server counted honeybees.", "honeyb"),
        ("fireflies", "Then it found fireflies.", "fireflies"),
        ("꿀벌", "서버가 꿀벌을 세었습니다.", "꿀벌"),
        ("꿀버", "서버가 꿀벌을 세었습니다.", "꿀벌"),
        ("반딧불", "그다음 반딧불이를 찾았습니다.", "반딧불"),
    ],
)
def test_mark_is_the_sentence_without_markup(engine: SearchEngine, query: str, sentence: str, word: str) -> None:
    mark = found(engine, query, "404").marks[0]
    assert (mark.field, mark.text) == (Field.PROSE, sentence)
    assert marked(mark) == [word]


def test_with_words_of_other_fields(engine: SearchEngine) -> None:
    assert ids(engine, "cloudflare honeybees") == ["520-cloudflare"]
    assert ids(engine, "not found 꿀벌") == ["404"]


def test_below_names(engine: SearchEngine) -> None:
    assert [match.tier for match in engine.search("found").matches][-1] is Tier.PROSE
    assert ids(engine, "found")[0] == "302"


def test_a_missing_page_is_said(catalogue: Catalogue, tmp_path: Path) -> None:
    engine = SearchEngine(catalogue, ProseStore(tmp_path))
    with pytest.raises(ResourceError, match=r"codes/.*\.md"):
        prepared(engine)
    assert ids(engine, "404")[0] == "404"


def test_shipped_prose(catalogue: Catalogue, request: pytest.FixtureRequest) -> None:
    shipped = request.getfixturevalue("shipped_engine")
    assert len(ids(shipped, "서버가")) > len(catalogue.entries) / 2
