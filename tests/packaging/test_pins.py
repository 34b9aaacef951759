"""The pinned dependencies: complete, with hashes, and in the ranges that pyproject.toml allows."""

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.checkout import CHECKOUT

_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?P<marker> ; [^\\]+)? \\$")
_HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
_LISTS = ("requirements.txt", "requirements-dev.txt")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))


def pins(name: str) -> dict[str, str]:
    matches = map(_PIN.match, (CHECKOUT / name).read_text("utf-8").splitlines())
    return {match["name"]: match["version"] for match in matches if match}


@pytest.mark.parametrize("name", _LISTS)
def test_every_line_is_a_pin_or_its_hash(name: str) -> None:
    lines = (CHECKOUT / name).read_text("utf-8").splitlines()
    assert len(lines) > len(pins(name)) > 5
    assert [line for line in lines if not _PIN.match(line) and not _HASH.match(line)] == []


def test_both_lists_agree() -> None:
    base, dev = (pins(name) for name in _LISTS)
    assert {name: (base[name], dev[name]) for name in base.keys() & dev.keys() if base[name] != dev[name]} == {}


def test_what_the_project_asks_for_is_pinned_as_it_allows(project: dict[str, Any]) -> None:
    base, dev = (pins(name) for name in _LISTS)
    groups = project["dependency-groups"]
    asked = [(text, base) for text in (*project["project"]["dependencies"], *project["build-system"]["requires"])]
    asked += [(text, base) for text in project["project"]["optional-dependencies"]["pdf"]]
    asked += [(text, dev) for text in groups["dev"] if isinstance(text, str)]
    for text, pinned in asked:
        wanted = Requirement(text)
        assert pinned.get(canonicalize_name(wanted.name), "") in wanted.specifier, text


def test_the_build_group_is_the_build_backend(project: dict[str, Any]) -> None:
    assert project["dependency-groups"]["build"] == project["build-system"]["requires"]


def test_qt_is_the_version_that_works(project: dict[str, Any]) -> None:
    pinned = pins("requirements.txt")
    assert (pinned["pyside6-essentials"], pinned["shiboken6"]) == ("6.11.3", "6.11.3")
    assert not {"pyside6", "pyside6-addons"} & pinned.keys()
    (qt,) = (text for text in project["project"]["dependencies"] if text.startswith("PySide6"))
    assert "6.12.0" not in Requirement(qt).specifier
    assert "6.11.3" in Requirement(qt).specifier
