"""The lists that the search reads a question with: inside their schemas, and true to the registry."""

import re
import unicodedata
from collections import Counter
from typing import Any

import jsonschema
import pytest

from statusref.domain.foreign import load_foreign
from tests.content.material import ROOT, load_json, shipped

FILES = ("foreign", "search/framing", "search/concepts", "search/situations", "search/sentences")


@pytest.mark.parametrize("name", FILES)
def test_the_list_is_inside_its_schema(name: str) -> None:
    schema = load_json(f"{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = jsonschema.Draft202012Validator(schema).iter_errors(load_json(f"{name}.json"))
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


@pytest.mark.parametrize("name", FILES)
def test_the_list_is_composed_korean(name: str) -> None:
    text = (ROOT / f"{name}.json").read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)


def test_the_situations_name_entries_and_each_group_once() -> None:
    situations: list[Any] = load_json("search/situations.json")["situations"]
    known = {entry.id for entry in shipped().entries}
    assert not [code for situation in situations for code in situation["codes"] if code not in known]
    groups = Counter(tuple(situation["codes"]) for situation in situations)
    assert [group for group, count in groups.items() if count > 1] == []


def test_every_class_has_situations() -> None:
    codes = {code for situation in load_json("search/situations.json")["situations"] for code in situation["codes"]}
    essential = {entry.id for entry in shipped().entries if entry.essential}
    assert essential <= codes
    assert {code[0] for code in codes} >= set("12345")


def test_a_concept_stands_once() -> None:
    names = Counter(concept["id"] for concept in load_json("search/concepts.json")["concepts"])
    assert [name for name, count in names.items() if count > 1] == []


def test_every_foreign_system_says_its_number_and_has_patterns_for_it() -> None:
    for system in load_foreign(ROOT):
        assert "{number}" in system.text.ko
        assert "{number}" in system.text.en
        for pattern in system.patterns:
            assert re.compile(pattern).groupindex.keys() == {"number"}
