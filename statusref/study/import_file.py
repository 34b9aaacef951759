"""Reads and validates a file made by ``export_everything``."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Never

from statusref.study.export_file import FORMAT, VERSION
from statusref.study.import_errors import (
    InvalidContentError,
    NewerFormatError,
    NotJsonError,
    NotOursError,
    TooLargeError,
    UnreadableError,
)
from statusref.study.import_fields import ImportFields, is_whole, read_day, read_time
from statusref.study.options import StudyOptions
from statusref.study.state import CardState, Phase, Rating, Review
from statusref.userdata.storage import storable

MOST_BYTES = 256 * 1024 * 1024
MOST_REVIEWS = 2_000_000
_LONGEST_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Imported:
    """The validated contents of a file. Times are in UTC. The last item of each tuple is the time of the change."""

    bookmarks: tuple[tuple[str, datetime], ...]
    recents: tuple[tuple[str, datetime], ...]
    memos: tuple[tuple[str, str, datetime], ...]
    options: dict[str, tuple[object, datetime]]
    mistakes: tuple[tuple[str, str, datetime], ...]
    states: dict[str, tuple[CardState, datetime]]
    reviews: dict[str, list[Review]]


def read_import(path: Path) -> Imported:
    """Read and validate a file. Raises a subclass of ImportFileError."""
    document = _parse(_read(path))
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotOursError
    fields = ImportFields(document, "file")
    version = fields.whole("version", 1, 1_000_000)
    if version > VERSION:
        raise NewerFormatError(version)
    return Imported(
        bookmarks=tuple((item.text("entry"), item.time("at")) for item in fields.objects("bookmarks")),
        recents=tuple((item.text("entry"), item.time("at")) for item in fields.objects("recents")),
        memos=tuple((item.text("entry"), item.text("text"), item.time("at")) for item in fields.objects("memos")),
        options=_options(fields),
        mistakes=tuple((item.text("card"), item.text("given"), item.time("at")) for item in fields.objects("mistakes")),
        states={state.card_id: (state, at) for state, at in map(_state, fields.objects("cards"))},
        reviews=_reviews(document.get("reviews", {})),
    )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TooLargeError(MOST_BYTES, "bytes")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error


def _parse(raw: bytes) -> object:
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise NotJsonError(str(error)) from error


def _refuse(constant: str) -> Never:
    raise ValueError(f"{constant} is no JSON")


def _options(fields: ImportFields) -> dict[str, tuple[object, datetime]]:
    known = StudyOptions().to_json()
    options: dict[str, tuple[object, datetime]] = {}
    for item in fields.objects("options"):
        name, value = item.text("name"), item.value("value")
        # Options that this version does not know, or whose value it does not allow, are ignored without an error.
        if name in known and StudyOptions.from_json({name: value}).to_json()[name] == value:
            options[name] = (value, item.time("at"))
    return options


def _state(item: ImportFields) -> tuple[CardState, datetime]:
    phase = Phase(item.whole("phase", 0, 3))
    learnt = phase is not Phase.NEW
    if not learnt and not (item.is_null("due") and item.is_null("last_review")):
        raise item.error("phase", "a new card has no review")
    in_steps = phase in (Phase.LEARNING, Phase.RELEARNING)
    state = CardState(
        card_id=item.text("card"),
        phase=phase,
        step=item.whole("step", 0, 9) if in_steps else None,
        stability=item.number("stability", 0.001, 1e9) if learnt else None,
        difficulty=item.number("difficulty", 1, 10) if learnt else None,
        due=item.time("due") if learnt else None,
        last_review=item.time("last_review") if learnt else None,
        reps=item.whole("reps", 0, 10_000_000),
        lapses=item.whole("lapses", 0, 10_000_000),
        suspended=item.flag("suspended"),
        buried_on=None if item.is_null("buried_on") else read_day(item.value("buried_on"), f"{item.place}.buried_on"),
        wanted=item.flag("wanted"),
    )
    return state, item.time("at")


def _reviews(data: object) -> dict[str, list[Review]]:
    if not isinstance(data, dict):
        raise InvalidContentError("reviews", "an object is expected")
    total = sum(len(rows) for rows in data.values() if isinstance(rows, list))
    if total > MOST_REVIEWS:
        raise TooLargeError(MOST_REVIEWS, "reviews")
    days: dict[object, date] = {}
    return {storable(card_id): _reviews_of(storable(card_id), rows, days) for card_id, rows in data.items()}


def _reviews_of(card_id: str, rows: object, days: dict[object, date]) -> list[Review]:
    place = f"reviews[{card_id!r:.60}]"
    if not isinstance(rows, list):
        raise InvalidContentError(place, "a list is expected")
    reviews: list[Review] = []
    for position, row in enumerate(rows):
        match row:
            case [at, rating, duration_ms, phase, day] if (
                is_whole(rating, 1, 4) and is_whole(duration_ms, 0, _LONGEST_MS) and is_whole(phase, 0, 3)
            ):
                where = f"{place}[{position}]"
                if not isinstance(day, str) or day not in days:
                    days[day] = read_day(day, where)
                reviews.append(
                    Review(card_id, read_time(at, where), Rating(rating), duration_ms, Phase(phase), days[day])
                )
            case _:
                reason = "time, rating 1 to 4, milliseconds, phase 0 to 3 and day are expected"
                raise InvalidContentError(f"{place}[{position}]", reason)
    return reviews
