"""Reads values of a known type from an import file. Errors name the place, such as ``cards[3].due``."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TypeGuard

from statusref.study.import_errors import InvalidContentError
from statusref.userdata.storage import storable
from statusref.userdata.times import from_micros, to_micros

LONGEST_TEXT = 1_000_000
"""The most characters a text may have, such as a memo."""


class ImportFields:
    """The fields of the JSON object at ``place``. Every getter raises InvalidContentError."""

    __slots__ = ("_data", "place")

    def __init__(self, data: object, place: str) -> None:
        if not isinstance(data, dict):
            raise InvalidContentError(place, "an object is expected")
        self._data = data
        self.place = place

    def error(self, name: str, reason: str) -> InvalidContentError:
        return InvalidContentError(f"{self.place}.{name}", reason)

    def value(self, name: str) -> object:
        if name not in self._data:
            raise self.error(name, "missing")
        return self._data[name]

    def objects(self, name: str) -> "Iterator[ImportFields]":
        """Yield the objects of a list. A missing list counts as empty."""
        items = self._data.get(name, [])
        if not isinstance(items, list):
            raise self.error(name, "a list is expected")
        for position, item in enumerate(items):
            yield ImportFields(item, f"{name}[{position}]")

    def text(self, name: str) -> str:
        value = self.value(name)
        if not isinstance(value, str) or len(value) > LONGEST_TEXT:
            raise self.error(name, f"text of at most {LONGEST_TEXT} characters is expected")
        return storable(value)

    def whole(self, name: str, low: int, high: int) -> int:
        value = self.value(name)
        if not is_whole(value, low, high):
            raise self.error(name, f"a whole number from {low} to {high} is expected")
        return value

    def number(self, name: str, low: float, high: float) -> float:
        value = self.value(name)
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            raise self.error(name, f"a number from {low} to {high} is expected")
        return float(value)

    def flag(self, name: str) -> bool:
        value = self.value(name)
        if not isinstance(value, bool):
            raise self.error(name, "true or false is expected")
        return value

    def time(self, name: str) -> datetime:
        return read_time(self.value(name), f"{self.place}.{name}")

    def is_null(self, name: str) -> bool:
        return self.value(name) is None


def is_whole(value: object, low: int, high: int) -> TypeGuard[int]:
    """Whether a value is a whole number from ``low`` to ``high``."""
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def read_time(value: object, place: str) -> datetime:
    """Read an ISO 8601 time with a zone and return it in UTC. Raises InvalidContentError."""
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise InvalidContentError(place, "a time with its zone is expected, as in 2026-11-21T09:30:00+00:00")
    # Not with astimezone, which overflows on the first and the last day that datetime knows.
    return time if time.tzinfo is UTC else from_micros(to_micros(time))


def read_day(value: object, place: str) -> date:
    """Read an ISO 8601 day. Raises InvalidContentError."""
    try:
        if isinstance(value, str):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise InvalidContentError(place, "a day is expected, as in 2026-11-21")
