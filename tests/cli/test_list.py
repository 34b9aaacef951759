"""``list``: every entry, one a line or one an object."""

import json

import jsonschema
import pytest

from tests.cli.conftest import Cli
from tests.cli.json_shapes import ENTRY
from tests.shipped import shipped_library

ENTRIES = shipped_library().catalogue.entries


def test_one_line_for_every_entry(cli: Cli) -> None:
    code, out, err = cli("list", "--lang", "ko")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == [entry.id for entry in ENTRIES]
    assert "404             Not Found  찾을 수 없음\n" in out


def test_one_object_for_every_entry(cli: Cli) -> None:
    out = cli("list", "--json").out
    entries = json.loads(out)
    jsonschema.validate(entries, {"type": "array", "items": ENTRY})
    assert [entry["id"] for entry in entries] == [entry.id for entry in ENTRIES]
    assert len(out.splitlines()) == len(ENTRIES) + 2


@pytest.mark.parametrize("name", ["1xx", "2xx", "3xx", "4xx", "5xx"])
def test_a_class_includes_its_unofficial_entries(cli: Cli, name: str) -> None:
    ids = {entry["id"] for entry in json.loads(cli("list", "--class", name, "--json").out)}
    assert ids == {entry.id for entry in ENTRIES if f"{entry.code // 100}xx" == name}
    assert {line.split()[0] for line in cli("list", "--class", name).out.splitlines()} == ids


def test_the_unofficial_ones(cli: Cli) -> None:
    ids = {entry["id"] for entry in json.loads(cli("list", "--class", "unofficial", "--json").out)}
    assert ids == {entry.id for entry in ENTRIES if entry.vendor}
    assert {"000-aws", "999-linkedin"} <= ids
