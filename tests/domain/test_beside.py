"""Neighbours, messages and foreign systems: what is loaded, and how damage is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from statusref.domain.errors import ResourceError
from statusref.domain.foreign import load_foreign
from statusref.domain.library import Library
from statusref.domain.messages import MessageStore
from statusref.domain.neighbours import NeighbourStore
from statusref.resources import resource_root
from tests.content.material import shipped

ROOT = resource_root()


def test_a_library_has_them_all() -> None:
    library = Library(ROOT)
    assert len(list(library.neighbours.all())) > 250
    assert len(library.messages.messages) >= 150
    assert len(library.scenarios) > 100
    assert {system.id for system in library.foreign} == {"mail", "ftp", "sip", "rtsp", "sql", "process"}


def test_a_neighbour_by_its_id() -> None:
    store = NeighbourStore(ROOT, shipped())
    neighbour = store.get("IIS-404.13")
    assert neighbour is not None
    assert (neighbour.family, neighbour.number, neighbour.codes) == ("iis", "404.13", ("404", "413"))
    assert store.get("iis-404.99") is None
    assert store.get("404") is None
    assert store.get("499-nginx") is None


def test_a_message_by_its_id() -> None:
    message = MessageStore(ROOT, shipped()).get("nginx-upstream-timed-out")
    assert message is not None
    assert message.codes == ("504",)


def changed(tmp_path: Path, name: str, path: tuple[Any, ...], value: Any) -> None:
    document = json.loads((ROOT / name).read_text("utf-8"))
    *outer, last = path
    inner = document
    for step in outer:
        inner = inner[step]
    inner[last] = value
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(document), "utf-8")


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("family",), "other", "family"),
        (("entries", 0, "codes"), ["777"], "codes"),
        (("entries", 0, "no_answer"), "yes", "no_answer"),
        (("entries", 0, "extra"), 1, "extra"),
        (("words",), [""], "words"),
    ],
)
def test_a_damaged_family_is_named(tmp_path: Path, path: tuple[Any, ...], value: Any, field: str) -> None:
    changed(tmp_path, "neighbours/curl.json", path, value)
    with pytest.raises(ResourceError, match=rf"neighbours/curl\.json.*{field}"):
        list(NeighbourStore(tmp_path, shipped()).all())


def test_no_family_at_all(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="neighbours"):
        list(NeighbourStore(tmp_path, shipped()).all())


@pytest.mark.parametrize(("key", "value"), [("codes", ["777"]), ("phrases", "x"), ("example", {}), ("new", 1)])
def test_a_damaged_message_is_named(tmp_path: Path, key: str, value: Any) -> None:
    changed(tmp_path, "messages.json", ("messages", 0, key), value)
    with pytest.raises(ResourceError, match=r"messages\.json"):
        MessageStore(tmp_path, shipped())


def test_a_damaged_foreign_system_is_named(tmp_path: Path) -> None:
    changed(tmp_path, "foreign.json", ("systems", 0, "text"), {"ko": "x"})
    with pytest.raises(ResourceError, match=r"foreign\.json"):
        load_foreign(tmp_path)
