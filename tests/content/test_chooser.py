"""The shipped chooser: valid by its schema, complete, and right for the scenarios."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from statusref.domain.chooser import Chooser, Outcome, read_chooser
from statusref.domain.chooser_tree import MOST_QUESTIONS
from statusref.domain.scenarios import load_scenarios
from statusref.domain.status import Registration
from tests.content.material import ROOT, load_json, shipped

NOT_TO_SEND = {"305", "510"}
"""Registered, but deprecated (RFC 9110, Section 15.4.6) and marked as obsoleted in the registry."""
NOT_TO_ASK_ABOUT = {"200", "205", "305", "306"}
"""Who received one of these has nothing to choose: a plain success, one like 204, and two to be left alone."""
FOLDER = Path(__file__).parent
WALKS: dict[str, str] = json.loads((FOLDER / "chooser_walks.json").read_text("utf-8"))["walks"]
QUESTIONS: list[Any] = [
    json.loads(line) for line in (FOLDER / "chooser_questions.jsonl").read_text("utf-8").splitlines()
]
"""What people asked in public, the path that they would take, and the codes in the accepted answer or the RFC."""


@pytest.fixture(scope="module")
def chooser() -> Chooser:
    return read_chooser(ROOT, shipped())


@pytest.fixture(scope="module")
def codes() -> dict[str, tuple[str, ...]]:
    return {scenario.id: scenario.codes for scenario in load_scenarios(ROOT, shipped())}


def test_the_file_is_inside_the_schema() -> None:
    schema: Any = load_json("chooser.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = jsonschema.Draft202012Validator(schema).iter_errors(load_json("chooser.json"))
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []


def ends(chooser: Chooser, path: str) -> dict[str, str]:
    """The id of the outcome at the end of every path that begins with ``path``."""
    walk = chooser.walk(path)
    assert walk is not None, path
    if isinstance(walk.at, Outcome):
        return {path: walk.at.id}
    return {end: to for answer in walk.at.answers for end, to in ends(chooser, f"{path}/{answer.id}").items()}


def test_every_path_ends_at_an_outcome_after_a_few_questions(chooser: Chooser) -> None:
    paths = {path: outcome for way in chooser.ways for path, outcome in ends(chooser, way.id).items()}
    assert max(path.count("/") for path in paths) <= MOST_QUESTIONS
    assert set(paths.values()) == set(chooser.outcomes)
    for outcome, path in chooser.paths().items():
        assert path.count("/") == min(end.count("/") for end, to in paths.items() if to == outcome)


def test_every_code_that_may_be_sent_can_be_chosen(chooser: Chooser) -> None:
    may_be_sent = {
        entry.id
        for entry in shipped().entries
        if entry.registration in {Registration.REGISTERED, Registration.TEMPORARY}
    }
    chosen = {chooser.outcomes[outcome].code for outcome in ends(chooser, "answer").values()}
    assert chosen == may_be_sent - NOT_TO_SEND


def test_every_registered_code_that_is_received_is_explained(chooser: Chooser) -> None:
    registered = {entry.id for entry in shipped().entries if entry.official}
    explained = {chooser.outcomes[outcome].code for outcome in ends(chooser, "received").values()}
    assert registered - explained == NOT_TO_ASK_ABOUT


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked["question"])
def test_a_public_question_ends_at_its_code(chooser: Chooser, asked: Any) -> None:
    walk = chooser.walk(asked["path"])
    assert walk is not None
    assert isinstance(walk.at, Outcome)
    assert walk.at.code in asked["codes"]


@pytest.mark.parametrize("scenario_id", WALKS)
def test_a_scenario_ends_at_its_code(chooser: Chooser, codes: dict[str, tuple[str, ...]], scenario_id: str) -> None:
    walk = chooser.walk(WALKS[scenario_id])
    assert walk is not None
    assert isinstance(walk.at, Outcome)
    assert walk.at.code in codes[scenario_id]


def test_enough_scenarios_are_walked() -> None:
    assert len(WALKS) >= 120


def test_a_phrase_asks_for_one_outcome(chooser: Chooser) -> None:
    counts = Counter(phrase for outcome in chooser.outcomes.values() for phrase in outcome.asked)
    assert [phrase for phrase, count in counts.items() if count > 1] == []


def test_the_answers_to_a_question_differ(chooser: Chooser) -> None:
    for question in chooser.questions.values():
        for language in ("ko", "en"):
            texts = [getattr(answer.text, language) for answer in question.answers]
            assert len(set(texts)) == len(texts), question.id
