"""Writes all user data as one JSON file."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from statusref.system.files import replace
from statusref.userdata.storage import Storage
from statusref.userdata.times import from_micros

FORMAT = "statusref-user-data"
VERSION = 1
_REVIEWS = "SELECT card_id, reviewed_at, rating, duration_ms, phase, day FROM reviews ORDER BY card_id, reviewed_at"


def export_everything(storage: Storage, path: Path) -> None:
    """Write all user data to ``path``. Raises OSError; an earlier file there is then unchanged.

    The file is UTF-8 JSON, one object: ``format``, ``version`` and ``exported_at``; ``bookmarks`` (``entry``, ``at``;
    in the user's order) and ``recents`` (the same, the oldest first); ``memos`` (``entry``, ``text``, ``at``);
    ``options`` (``name``, ``value``, ``at``); ``mistakes`` (``card``, ``given``, ``at``); ``cards`` (``card``, ``at``
    and the fields of CardState); ``reviews``, by card id a list of ``[at, rating, milliseconds, phase before, study
    day]``. Times are ISO 8601 in UTC with microseconds, days ISO 8601. Ratings are 1 to 4; phases are 0 new, 1
    learning, 2 review, 3 relearning. A memo with an empty text was removed at that time.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            for piece in _pieces(storage):
                file.write(piece)
        replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def _pieces(storage: Storage) -> Iterator[str]:
    """Yield the file in pieces, so that the text of a million reviews is never in memory at once."""
    head = {"format": FORMAT, "version": VERSION, "exported_at": _iso(storage.now())}
    yield _json(head)[:-1]
    for name, rows in _tables(storage).items():
        yield f',\n"{name}": [\n' + ",\n".join(map(_json, rows)) + "\n]"
    yield ',\n"reviews": {'
    for number, (card_id, reviews) in enumerate(groupby(storage.read(_REVIEWS), key=itemgetter(0))):
        lines = (_json([_moment(at), rating, ms, phase, _day(day)]) for _, at, rating, ms, phase, day in reviews)
        yield f"{',' if number else ''}\n{_json(card_id)}: [\n" + ",\n".join(lines) + "]"
    yield "\n}}\n"


def _tables(storage: Storage) -> dict[str, list[dict[str, object]]]:
    read = storage.read
    return {
        "bookmarks": [
            {"entry": entry_id, "at": _moment(at)}
            for entry_id, at in read("SELECT entry_id, added_at FROM bookmarks ORDER BY position")
        ],
        "recents": [
            {"entry": entry_id, "at": _moment(at)}
            for entry_id, at in read("SELECT entry_id, opened_at FROM recents ORDER BY position")
        ],
        "memos": [
            {"entry": entry_id, "text": text, "at": _moment(at)}
            for entry_id, text, at in read("SELECT entry_id, text, changed_at FROM memos ORDER BY entry_id")
        ],
        "options": [
            {"name": name, "value": json.loads(value), "at": _moment(at)}
            for name, value, at in read("SELECT name, value, changed_at FROM options ORDER BY name")
        ],
        "mistakes": [
            {"card": card_id, "given": given, "at": _moment(at)}
            for card_id, given, at in read("SELECT card_id, given, made_at FROM mistakes ORDER BY card_id, made_at")
        ],
        "cards": _cards(storage),
    }


def _cards(storage: Storage) -> list[dict[str, object]]:
    columns = ("phase", "step", "stability", "difficulty", "reps", "lapses")
    sql = (
        f"SELECT card_id, due, last_review, suspended, buried_on, wanted, changed_at, {', '.join(columns)} "  # noqa: S608
        "FROM cards ORDER BY card_id"
    )
    return [
        {
            "card": card_id,
            **dict(zip(columns, values, strict=True)),
            "due": _moment(due),
            "last_review": _moment(last_review),
            "suspended": bool(suspended),
            "buried_on": None if buried_on is None else _day(buried_on),
            "wanted": bool(wanted),
            "at": _moment(at),
        }
        for card_id, due, last_review, suspended, buried_on, wanted, at, *values in storage.read(sql)
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _moment(micros: int | None) -> str | None:
    return None if micros is None else _iso(from_micros(micros))


def _iso(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
