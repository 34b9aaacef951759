"""The neighbours of status codes: every family is valid by the schema, ids are unique, and real lines name them."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.content.material import ROOT, load_json, shipped

FAMILIES = sorted((ROOT / "neighbours").glob("*.json"))
LINES = Path(__file__).parents[1] / "search" / "neighbours"


@pytest.fixture(scope="module")
def schema() -> Any:
    return load_json("neighbours.schema.json")


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def lines_of(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def entries() -> list[Any]:
    return [entry for path in FAMILIES for entry in read(path)["entries"]]


def problems(schema: Any, document: Any) -> list[str]:
    errors = jsonschema.Draft202012Validator(schema).iter_errors(document)
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


def objects(schema: Any) -> list[Any]:
    """Every part of the schema that describes an object."""
    if not isinstance(schema, dict):
        return []
    found = [schema] if schema.get("type") == "object" else []
    return found + [part for inner in schema.values() for part in objects(inner)]


def test_the_schema_is_a_schema(schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_schema_leaves_nothing_open_and_explains_every_field(schema: Any) -> None:
    found = objects(schema)
    assert len(found) == 3
    for part in found:
        assert part["additionalProperties"] is False
        assert set(part["required"]) == set(part["properties"])
        assert all(field.get("description") for field in part["properties"].values())


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_a_family_is_inside_the_schema(schema: Any, path: Path) -> None:
    assert problems(schema, read(path)) == []


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_a_family_names_its_file_and_its_entries(path: Path) -> None:
    family = read(path)
    assert family["family"] == path.stem
    assert not [entry["id"] for entry in family["entries"] if not entry["id"].startswith(f"{path.stem}-")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("words", 0), "Upper"),
        (("title", "ko"), "no Korean"),
        (("about", "en"), "한글"),
        (("entries", 0, "no_answr"), True),
        (("entries", 0, "id"), "No Id"),
        (("entries", 0, "codes"), ["40"]),
        (("entries", 0, "check"), {"ko": "확인합니다."}),
        (("entries", 0, "no_answer"), "yes"),
        (("entries", 0, "source"), ""),
    ],
)
def test_what_is_outside_the_schema_is_found(schema: Any, path: tuple[Any, ...], value: Any) -> None:
    document = read(FAMILIES[0])
    *outer, last = path
    inner = document
    for step in outer:
        inner = inner[step]
    inner[last] = value
    assert len(problems(schema, document)) == 1


def test_an_id_stands_for_one_thing() -> None:
    """``statusref show`` takes ids of neighbours and of codes, so they must differ."""
    ids = Counter(entry["id"] for entry in entries())
    ids.update(entry.id for entry in shipped().entries)
    assert len(ids) > 100
    assert [name for name, count in ids.items() if count > 1] == []


def test_the_codes_of_a_neighbour_exist() -> None:
    known = {entry.id for entry in shipped().entries}
    assert not [(entry["id"], code) for entry in entries() for code in entry["codes"] if code not in known]


def test_no_spelling_of_an_entry_is_listed_twice() -> None:
    found = []
    for entry in entries():
        aliases = Counter(alias.casefold() for alias in entry["aliases"])
        aliases.update({entry["number"].casefold(), entry["name"].casefold()})
        found += [(entry["id"], spelling) for spelling, count in aliases.items() if count > 1]
    assert not found


def test_every_family_has_lines_that_people_paste() -> None:
    assert {path.stem for path in LINES.glob("*.jsonl")} == {path.stem for path in FAMILIES}


@pytest.mark.parametrize("path", sorted(LINES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_the_lines_name_entries_of_their_family(path: Path) -> None:
    known = {entry["id"] for entry in read(ROOT / "neighbours" / f"{path.stem}.json")["entries"]}
    lines = lines_of(path)
    assert len({line["input"] for line in lines}) == len(lines) >= 6
    assert not [line for line in lines if set(line) != {"input", "neighbour", "source"} or not all(line.values())]
    assert not [line["neighbour"] for line in lines if line["neighbour"] not in known]
