"""``show`` and ``list`` of the numbers and names beside HTTP."""

import json

import jsonschema
import pytest

from tests.cli.conftest import Cli
from tests.cli.json_shapes import WHOLE_NEIGHBOUR
from tests.shipped import shipped_library

NEIGHBOURS = list(shipped_library().neighbours.all())


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_says_everything(cli: Cli, language: str) -> None:
    neighbour = next(one for one in NEIGHBOURS if one.id == "cloudflare-1015")
    code, out, err = cli("show", "cloudflare-1015", "--lang", language)
    assert (code, err) == (0, "")
    text = out.replace("\n", " ")
    for part in (neighbour.number, neighbour.name, neighbour.source, "429", "Too Many Requests"):
        assert part in text
    for both in (neighbour.meaning, neighbour.check):
        assert (both.ko if language == "ko" else both.en) in text


def test_a_page_fits_the_terminal(cli: Cli) -> None:
    lines = cli("show", "nsurl-1012", "--lang", "en", width=60).out.splitlines()
    assert max(map(len, lines)) <= 60


@pytest.mark.parametrize("typed", ["curl-52", "CURL-52", " curl-52 "])
def test_json(cli: Cli, typed: str) -> None:
    shape = json.loads(cli("show", typed, "--json").out)
    jsonschema.validate(shape, WHOLE_NEIGHBOUR)
    assert (shape["id"], shape["kind"], shape["no_answer"]) == ("curl-52", "neighbour", True)


@pytest.mark.parametrize("typed", ["curl-", "curl-9999", "nothing-1", "-", "../curl-52"])
def test_no_such_neighbour(cli: Cli, typed: str) -> None:
    code, out, err = cli("show", "--", typed)
    assert (code, out) == (1, "")
    assert err


def test_the_list_of_all(cli: Cli) -> None:
    code, out, err = cli("list", "--class", "neighbour", "--lang", "ko")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == [neighbour.id for neighbour in NEIGHBOURS]
    shapes = json.loads(cli("list", "--class", "neighbour", "--json").out)
    jsonschema.validate(shapes, {"type": "array", "items": WHOLE_NEIGHBOUR})
    assert len(shapes) == len(NEIGHBOURS)


def test_the_list_without_a_class_has_codes_only(cli: Cli) -> None:
    assert {shape["kind"] for shape in json.loads(cli("list", "--json").out)} == {"code"}
