"""What the chooser says as a result: below the first code, for questions in words."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.resources import resource_root
from statusref.search.engine import SearchEngine
from statusref.search.results import Choice, Match, Results
from tests.search.asking import prepared
from tests.search.tables import rows

QUESTIONS: list[Any] = list(rows("choosing.jsonl"))


def choices(results: Results) -> list[Choice]:
    return [match.target for match in results.matches if isinstance(match.target, Choice)]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["input"])
def test_a_question_of_others_leads_to_its_outcome(engine: SearchEngine, question: Any) -> None:
    assert [choice.outcome.id for choice in choices(engine.search(question["input"]))] == [question["outcome"]]


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("중복 이메일", "answer/client-fault/state/duplicate"),
        ("중복이메일", "answer/client-fault/state/duplicate"),
        ("이메일이 이미 있을 때 상태 코드", "answer/client-fault/state/duplicate"),
        (unicodedata.normalize("NFD", "이메일이 이미 있을 때 상태 코드"), "answer/client-fault/state/duplicate"),
        ("which code for expired token", "answer/client-fault/who/login/api"),
        ("토큰 만료", "answer/client-fault/who/login/api"),
        ("rate limit", "answer/client-fault/pace/many"),
        ("낙관적 락 실패", "answer/client-fault/state/edit/body"),
        ("upstream timed out", "answer/server-fault/behind/late"),
        ("cloudflare web server is down", "received/failed/cloudflare/refused"),
    ],
)
def test_the_choice_stands_right_below_the_first_code(engine: SearchEngine, query: str, path: str) -> None:
    matches = engine.search(query).matches
    place = next(place for place, match in enumerate(matches) if match.is_code)
    chosen: Match[Any] = matches[place + 1]
    assert isinstance(chosen.target, Choice)
    assert chosen.id == path
    assert (chosen.target.outcome.code, chosen.tier, chosen.score) == (
        matches[place].id,
        matches[place].tier,
        matches[place].score,
    )
    assert not chosen.is_code


@pytest.mark.parametrize(
    "query",
    [
        "",
        "404",
        "not found",
        "찾을 수 없음",
        "캐시",
        "nginx",
        "401 vs 403",
        "unauthorized vs forbidden",
        "중복 이메일 409",
        "ㅊㅇ",
        "Retry-After",
        '203.0.113.7 - - [10/Nov/2026:13:55:36 +0000] "GET / HTTP/1.1" 404 153',
    ],
)
def test_where_nothing_is_asked_the_chooser_is_silent(engine: SearchEngine, query: str) -> None:
    assert choices(engine.search(query)) == []


def test_a_damaged_chooser_is_named(tmp_path: Path) -> None:
    for path in resource_root().iterdir():
        if path.name != "chooser.json":
            (tmp_path / path.name).symlink_to(path)
    (tmp_path / "chooser.json").write_text("{", encoding="utf-8")
    library = Library(tmp_path)
    with pytest.raises(ResourceError, match=r"chooser\.json: no valid JSON"):
        prepared(SearchEngine(library.catalogue, library.prose, library))
