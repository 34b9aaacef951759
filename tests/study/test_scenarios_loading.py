"""Scenarios and misconceptions: the shipped files load, and an error in a file is reported with its place."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.scenarios import MISCONCEPTIONS, SCENARIOS, load_misconceptions, load_scenarios
from statusref.resources import resource_root

BOTH = {"ko": "가", "en": "a"}
SCENARIO: dict[str, Any] = {
    "id": "one",
    "codes": ["404"],
    "situation": BOTH,
    "why": BOTH,
    "tempting": [{"code": "410", "why_not": BOTH}],
}
MISCONCEPTION: dict[str, Any] = {
    "id": "one",
    "codes": ["404"],
    "statement": BOTH,
    "truth": False,
    "correction": BOTH,
    "source": "RFC 9110",
}


def test_the_shipped_files(catalogue: Catalogue) -> None:
    assert len(load_scenarios(resource_root(), catalogue)) >= 120
    assert len(load_misconceptions(resource_root(), catalogue)) >= 60


def _write(root: Path, name: str, document: object) -> None:
    (root / "study").mkdir(exist_ok=True)
    (root / name).write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"codes": []}, "codes"),
        ({"codes": ["404", "404"]}, "codes"),
        ({"codes": ["777"]}, "codes"),
        ({"tempting": [{"code": "777", "why_not": BOTH}]}, "tempting"),
        ({"tempting": [{"code": "404", "why_not": BOTH}]}, "tempting"),
        ({"tempting": [{"code": "410"}]}, "tempting[0].why_not"),
        ({"situation": {"ko": "가"}}, "situation.en"),
        ({"why": ""}, "why"),
        ({"importance": 4}, "importance"),
        ({"extra": 1}, "extra"),
        ({"id": ""}, "id"),
    ],
)
def test_wrong_scenarios(tmp_path: Path, catalogue: Catalogue, changes: dict[str, Any], field: str) -> None:
    _write(tmp_path, SCENARIOS, {"scenarios": [{**SCENARIO, **changes}]})
    with pytest.raises(ResourceError) as raised:
        load_scenarios(tmp_path, catalogue)
    assert raised.value.file == SCENARIOS
    assert (raised.value.field or "").endswith(field)


@pytest.mark.parametrize(
    "changes", [{"truth": "no"}, {"source": ""}, {"codes": ["777"]}, {"extra": 1}, {"correction": None}]
)
def test_wrong_misconceptions(tmp_path: Path, catalogue: Catalogue, changes: dict[str, Any]) -> None:
    _write(tmp_path, MISCONCEPTIONS, {"misconceptions": [{**MISCONCEPTION, **changes}]})
    with pytest.raises(ResourceError, match=next(iter(changes))):
        load_misconceptions(tmp_path, catalogue)


def test_twice_empty_missing_and_no_json(tmp_path: Path, catalogue: Catalogue) -> None:
    _write(tmp_path, SCENARIOS, {"scenarios": [SCENARIO, copy.deepcopy(SCENARIO)]})
    with pytest.raises(ResourceError, match="entry one: stands twice"):
        load_scenarios(tmp_path, catalogue)
    _write(tmp_path, SCENARIOS, {"scenarios": []})
    with pytest.raises(ResourceError, match="is empty"):
        load_scenarios(tmp_path, catalogue)
    with pytest.raises(ResourceError, match=MISCONCEPTIONS):
        load_misconceptions(tmp_path, catalogue)
    (tmp_path / SCENARIOS).write_text("{")
    with pytest.raises(ResourceError, match="no valid JSON"):
        load_scenarios(tmp_path, catalogue)
