"""The Anki package, read back with SQLite, and imported twice into Anki itself where that is installed."""

import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.prose import ProseStore
from statusref.domain.text import Language
from statusref.resources import resource_root
from statusref.study.anki import export_anki
from statusref.study.cards import Cards
from statusref.study.kinds import CardKind
from tests.study.conftest import START

Notes = dict[str, tuple[list[str], str]]


@pytest.fixture(scope="session")
def summary() -> Callable[[str, Language], str]:
    prose = ProseStore(resource_root())
    return lambda entry_id, language: prose.page(entry_id, language).summary


def _notes(path: Path, folder: Path) -> Notes:
    with zipfile.ZipFile(path) as package:
        assert sorted(package.namelist()) == ["collection.anki2", "media"]
        package.extract("collection.anki2", folder)
    with closing(sqlite3.connect(folder / "collection.anki2")) as connection:
        rows = connection.execute("SELECT guid, flds, tags FROM notes").fetchall()
        names = {
            model["name"] for model in json.loads(connection.execute("SELECT models FROM col").fetchone()[0]).values()
        }
    assert "StatusRef 코드 (code)" in names
    return {guid: (fields.split("\x1f"), tags) for guid, fields, tags in rows}


def test_fields_tags_and_guids(cards: Cards, summary: Callable[[str, Language], str], tmp_path: Path) -> None:
    path = tmp_path / "덱.apkg"
    count = export_anki(cards, summary, path, START)
    notes = _notes(path, tmp_path)
    kinds = [card.kind for card in cards.all()]
    assert count == len(notes) == len(kinds) - kinds.count(CardKind.CODE)
    fields, tags = next(note for note in notes.values() if note[0][0] == "404")
    assert fields[:3] == ["404", "Not Found", "찾을 수 없음"]
    assert {"class::4xx", "statusref::code", "importance::1"} <= set(tags.split())
    _, tags = next(note for note in notes.values() if note[0][:2] == ["499", "Client Closed Request"])
    assert "vendor::nginx" in tags.split()
    assert all(re.search("[가-힣]", "".join(fields)) for fields, _ in notes.values())
    assert not any(re.search(r"<(?!/?(?:li|ul|span|br)\b)", field) for fields, _ in notes.values() for field in fields)


def test_guids_stay_when_words_change(
    catalogue: Catalogue, cards: Cards, summary: Callable[[str, Language], str], tmp_path: Path
) -> None:
    export_anki(cards, summary, tmp_path / "one.apkg", START)
    entries = tuple(entry._replace(korean=f"{entry.korean} <b>&", importance=2) for entry in catalogue.entries)
    changed = Cards(Catalogue(entries, catalogue.pairs, catalogue.unassigned, catalogue.dates), (), ())
    export_anki(changed, summary, tmp_path / "two.apkg", START + timedelta(days=1))
    one, two = _notes(tmp_path / "one.apkg", tmp_path), _notes(tmp_path / "two.apkg", tmp_path)
    assert set(two) < set(one)
    assert any("&lt;b&gt;&amp;" in fields[2] for fields, _ in two.values())


def test_the_same_is_made_twice(cards: Cards, summary: Callable[[str, Language], str], tmp_path: Path) -> None:
    for name in ("one", "two"):
        export_anki(cards, summary, tmp_path / f"{name}.apkg", START)
    assert _notes(tmp_path / "one.apkg", tmp_path) == _notes(tmp_path / "two.apkg", tmp_path)


def test_nothing_is_left_behind(
    cards: Cards, summary: Callable[[str, Language], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    target = tmp_path / "out" / "deck.apkg"
    with pytest.raises(OSError, match="No such file"):
        export_anki(cards, summary, target, START)
    target.parent.mkdir()
    export_anki(cards, summary, target, START)
    assert list(target.parent.iterdir()) == [target]
    assert list(scratch.iterdir()) == []


def test_the_real_anki_imports_it_and_updates(
    cards: Cards, catalogue: Catalogue, summary: Callable[[str, Language], str], tmp_path: Path
) -> None:
    collection_module = pytest.importorskip("anki.collection", reason="the anki package is not installed")
    path = tmp_path / "deck.apkg"
    collection = collection_module.Collection(str(tmp_path / "collection.anki2"))
    try:

        def bring_in() -> tuple[int, int]:
            options = collection_module.ImportAnkiPackageOptions(merge_notetypes=True)
            request = collection_module.ImportAnkiPackageRequest(package_path=str(path), options=options)
            log = collection.import_anki_package(request).log
            return len(log.new), len(log.updated)

        count = export_anki(cards, summary, path, START)
        assert bring_in() == (count, 0)
        assert collection.card_count() == len(cards.all())
        assert bring_in() == (0, 0)
        entries = tuple(entry._replace(korean="고친 뜻") if entry.id == "404" else entry for entry in catalogue.entries)
        corrected = Cards(Catalogue(entries, catalogue.pairs, catalogue.unassigned, catalogue.dates), (), ())
        export_anki(corrected, summary, path, START + timedelta(days=1))
        bring_in()
        assert collection.note_count() == count
        assert collection.card_count() == len(cards.all())
        (note_id,) = collection.find_notes('"note:StatusRef 코드 (code)" Code:404')
        assert collection.get_note(note_id)["Korean"] == "고친 뜻"
        assert len(collection.get_note(note_id).cards()) == 2
    finally:
        collection.close()
