"""Scenarios and misconceptions: valid by their schemas, enough of them, spread over the classes, and fair."""

import re
from collections import Counter
from typing import Any

import jsonschema
import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.scenarios import Misconception, Scenario, load_misconceptions, load_scenarios
from statusref.domain.status import StatusClass
from statusref.domain.text import Language, Text
from tests.content.material import ROOT, load_json, shipped

SCENARIOS = load_scenarios(ROOT, shipped())
MISCONCEPTIONS = load_misconceptions(ROOT, shipped())


@pytest.mark.parametrize("name", ["scenarios", "misconceptions"])
def test_the_file_is_inside_its_schema(name: str) -> None:
    schema: Any = load_json(f"study/{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = jsonschema.Draft202012Validator(schema).iter_errors(load_json(f"study/{name}.json"))
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


@pytest.mark.parametrize("name", ["scenarios", "misconceptions"])
def test_the_schema_is_strict(name: str) -> None:
    spoilt: Any = load_json(f"study/{name}.json")
    spoilt[name][0]["note"] = "an unknown field"
    schema = load_json(f"study/{name}.schema.json")
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(spoilt))


def test_there_are_enough() -> None:
    assert len(SCENARIOS) >= 120
    assert len(MISCONCEPTIONS) >= 60


def classes(catalogue: Catalogue, codes: tuple[str, ...]) -> set[StatusClass | None]:
    return {entry.status_class for code in codes if (entry := catalogue.get(code)) is not None}


def test_scenarios_are_spread_over_all_classes(catalogue: Catalogue) -> None:
    counted = Counter(found for scenario in SCENARIOS for found in classes(catalogue, scenario.codes[:1]))
    assert all(counted[status_class] >= 5 for status_class in StatusClass), counted


def test_misconceptions_are_spread_over_all_classes(catalogue: Catalogue) -> None:
    counted = Counter(found for item in MISCONCEPTIONS for found in classes(catalogue, item.codes[:1]))
    assert all(counted[status_class] >= 3 for status_class in StatusClass), counted


def test_every_essential_code_is_asked_for(catalogue: Catalogue) -> None:
    asked = {code for scenario in SCENARIOS for code in scenario.codes}
    assert {entry.id for entry in catalogue.entries if entry.essential} <= asked


def test_true_statements_are_among_the_false_ones() -> None:
    """If all statements were false, the user could answer without reading."""
    true = sum(item.truth for item in MISCONCEPTIONS)
    assert len(MISCONCEPTIONS) * 0.1 <= true <= len(MISCONCEPTIONS) / 2


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_a_scenario_tempts_and_says_why_not(scenario: Scenario) -> None:
    assert len(scenario.tempting) >= 2
    wrong = [temptation.code for temptation in scenario.tempting]
    assert len(set(wrong)) == len(wrong)
    for text in (scenario.situation, scenario.why, *(temptation.why_not for temptation in scenario.tempting)):
        check_text(text)


@pytest.mark.parametrize("item", MISCONCEPTIONS, ids=lambda item: item.id)
def test_a_misconception_is_corrected_with_its_source(item: Misconception) -> None:
    check_text(item.statement)
    check_text(item.correction)
    assert len(item.source) >= 6
    assert item.statement != item.correction


def check_text(text: Text) -> None:
    """Complete sentences without markup, Hangul in Korean texts only."""
    for language in Language:
        assert re.search(r"[.?!”\"')]$", text[language]), text[language]
        assert not re.search(r"\*\*|`|\]\(|<[a-z/]|  |\n", text[language]), text[language]
    assert re.search("[가-힣]", text.ko), text.ko
    assert not re.search("[가-힣]", text.en), text.en


def test_no_situation_gives_its_answer_away() -> None:
    """A scenario asks for a code, so its situation must not name that code."""
    told = [
        scenario.id
        for scenario in SCENARIOS
        for language in Language
        if re.search(rf"(?<!\d){scenario.codes[0][:3]}(?!\d)", scenario.situation[language])
    ]
    assert not told


def test_nothing_is_asked_twice() -> None:
    for language in Language:
        situations = Counter(scenario.situation[language] for scenario in SCENARIOS)
        statements = Counter(item.statement[language] for item in MISCONCEPTIONS)
        assert situations.most_common(1)[0][1] == statements.most_common(1)[0][1] == 1
