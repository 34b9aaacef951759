"""Exports the cards as an Anki package. Importing a newer package updates the notes and makes no duplicates."""

import itertools
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.study import anki_models
from statusref.study.cards import Cards, MeaningCard, MisconceptionCard, PairCard, ScenarioCard
from statusref.system.files import replace

if TYPE_CHECKING:
    from genanki import Deck, Model  # type: ignore[import-untyped, unused-ignore]

Summary = Callable[[str, Language], str]

_DECK = "StatusRef HTTP 상태 코드"


def export_anki(cards: Cards, summary: Summary, path: Path, now: datetime) -> int:
    """Write every card to ``path`` and return the number of notes.

    ``summary`` returns the one-sentence summary of an entry id in a language. Raises OSError; an earlier file at
    ``path`` is then still there, unchanged.
    """
    # Imported here because only this command needs it.
    import genanki  # type: ignore[import-untyped, unused-ignore] # noqa: PLC0415

    deck = genanki.Deck(anki_models.DECK_ID, _DECK)
    for position, (model, key, fields, tags) in enumerate(_notes(cards, summary)):
        guid = genanki.guid_for("statusref", key)
        # Anki shows new cards in the order of ``due``.
        deck.add_note(genanki.Note(model=model, fields=fields, guid=guid, tags=tags, due=position))
    partial = path.with_name(f"{path.name}.partial")
    try:
        _write(deck, partial, now)
        replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
    return len(deck.notes)


def _write(deck: "Deck", path: Path, now: datetime) -> None:
    """Write the package. Unlike genanki's own writer, this compresses it and leaves no temporary file behind."""
    import genanki  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "collection.anki2"
        with closing(sqlite3.connect(database)) as connection:
            ids = itertools.count(int(now.timestamp() * 1000))
            genanki.Package(deck).write_to_db(connection.cursor(), now.timestamp(), ids)
            connection.commit()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.write(database, database.name)
            package.writestr("media", "{}")


def _notes(cards: Cards, summary: Summary) -> "list[tuple[Model, str, list[str], list[str]]]":
    """Return note type, key, fields and tags of each note. The two cards of an entry (meaning, code) are one note."""
    code, pair = anki_models.code_model(), anki_models.pair_model()
    scenario, misconception = anki_models.scenario_model(), anki_models.misconception_model()
    notes: list[tuple[Model, str, list[str], list[str]]] = []
    for card in cards.all():
        tags = _tags(card.entries, card.kind.value)
        match card:
            case MeaningCard(entry):
                asks = "1" if cards.get(f"code:{entry.id}") else ""
                notes.append(
                    (code, f"entry:{entry.id}", [*_code_fields(entry, summary), asks], _tags((entry,), "code"))
                )
            case PairCard(contrast, (first, second)):
                both = [_label(first), *_names(first), *_names(second)]
                both[0] += f" · {_label(second)}"
                notes.append((pair, card.id, [*both, *_escaped(contrast.difference.ko, contrast.difference.en)], tags))
            case ScenarioCard():
                notes.append((scenario, card.id, _scenario_fields(card), tags))
            case MisconceptionCard(item):
                truth = "맞습니다 · True" if item.truth else "아닙니다 · False"
                texts = [
                    item.statement.ko,
                    item.statement.en,
                    truth,
                    item.correction.ko,
                    item.correction.en,
                    item.source,
                ]
                notes.append((misconception, card.id, _escaped(*texts), tags))
    return notes


def _code_fields(entry: Entry, summary: Summary) -> list[str]:
    return _escaped(
        entry.number,
        entry.phrase,
        entry.korean,
        summary(entry.id, Language.KOREAN),
        summary(entry.id, Language.ENGLISH),
        entry.vendor.ko if entry.vendor else "",
    )


def _scenario_fields(card: ScenarioCard) -> list[str]:
    scenario = card.scenario
    answer = " / ".join(f"{_label(entry)} {escape(entry.phrase)}" for entry in card.entries)
    tempting = "".join(
        f"<li>{escape(wrong.code)}: {escape(wrong.why_not.ko)} <span class=quiet>{escape(wrong.why_not.en)}</span></li>"
        for wrong in scenario.tempting
    )
    return [
        *_escaped(scenario.situation.ko, scenario.situation.en),
        answer,
        *_escaped(scenario.why.ko, scenario.why.en),
        f"<ul>{tempting}</ul>" if tempting else "",
    ]


def _names(entry: Entry) -> list[str]:
    return [_label(entry), *_escaped(entry.korean, entry.phrase)]


def _label(entry: Entry) -> str:
    return escape(entry.number if entry.vendor is None else f"{entry.number} ({entry.vendor.en})")


def _escaped(*texts: str) -> list[str]:
    return [escape(text).replace("\n", "<br>") for text in texts]


def _tags(entries: tuple[Entry, ...], kind: str) -> list[str]:
    """Return tags for kind, class, vendor, importance, topic. In Anki, tags have no spaces, and ``::`` makes a tree."""
    tags = {f"statusref::{kind}"}
    for entry in entries:
        status_class = entry.status_class
        tags.add(f"class::{status_class.value if status_class else 'other'}")
        tags.add(f"importance::{entry.importance}")
        tags.update(f"topic::{tag}" for tag in entry.tags)
        if entry.vendor:
            tags.add("vendor::" + "_".join(entry.vendor.en.split()))
    return sorted(tags)
