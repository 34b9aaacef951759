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
from tests.each import for_each

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


def test_every_essential_code_is_asked_for_several_times(catalogue: Catalogue) -> None:
    asked = Counter(scenario.codes[0] for scenario in SCENARIOS)
    essential = [entry.id for entry in catalogue.entries if entry.essential]
    assert [code for code in essential if asked[code] < 4] == []


ABSOLUTE = {
    Language.KOREAN: r"반드시|[가-힣]만 |뿐|안 됩니다|없습니다|모든|모두|어떤|아무|결코|언제나|꼭",
    Language.ENGLISH: r"\b(must|never|always|only|every|any|all|no|nobody|none|cannot|has to|have to|alone)\b",
}
PERMISSIVE = {
    Language.KOREAN: r"도 됩니다|수 있|수도 있|허용|않아도|필요는 없|어긋나지|의무가 아",
    Language.ENGLISH: r"\b(may|might|can|could|need not|optional|lets?|obliged|left out|obligation)\b",
}


def check_balance(items: list[Misconception]) -> None:
    true = sum(item.truth for item in items)
    assert 0.45 <= true / len(items) <= 0.55, f"{true} of {len(items)} are true"


def test_about_half_of_the_statements_are_true() -> None:
    check_balance(list(MISCONCEPTIONS))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("wording", [ABSOLUTE, PERMISSIVE], ids=["absolute", "permissive"])
def test_the_wording_gives_nothing_away(wording: dict[Language, str], language: Language) -> None:
    """Nobody can answer by rules such as "what sounds permissive is true" or "never say never"."""
    worded = [item for item in MISCONCEPTIONS if re.search(wording[language], item.statement[language], re.IGNORECASE)]
    assert len(worded) >= 20
    check_balance(worded)
    check_balance([item for item in MISCONCEPTIONS if item not in worded])


@pytest.mark.parametrize("language", Language)
def test_the_length_gives_nothing_away(language: Language) -> None:
    by_length = sorted(MISCONCEPTIONS, key=lambda item: len(item.statement[language]))
    middle = len(by_length) // 2
    check_balance(by_length[:middle])
    check_balance(by_length[middle:])


@for_each("scenario", SCENARIOS, lambda scenario: scenario.id)
def test_a_scenario_tempts_and_says_why_not(scenario: Scenario) -> None:
    assert len(scenario.tempting) >= 2
    wrong = [temptation.code for temptation in scenario.tempting]
    assert len(set(wrong)) == len(wrong)
    for text in (scenario.situation, scenario.why, *(temptation.why_not for temptation in scenario.tempting)):
        check_text(text)


@for_each("item", MISCONCEPTIONS, lambda item: item.id)
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
