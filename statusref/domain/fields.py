"""Reads typed fields out of parsed JSON and says exactly where something is wrong."""

from collections.abc import Callable, Sequence
from enum import Enum
from sys import intern
from typing import TypeVar

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.text import Text

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


class Fields:
    """The fields of one JSON object in ``file``. Every getter raises ResourceError naming file, entry and field."""

    __slots__ = ("_data", "_entry", "_file", "_path")

    def __init__(self, data: object, file: str, entry: str | None = None, path: str = "") -> None:
        self._file = file
        self._entry = entry
        self._path = path
        if not isinstance(data, dict):
            raise ResourceError(file, "an object is expected", entry=entry, field=path.rstrip(".") or None)
        self._data = data

    def error(self, name: str, reason: str) -> ResourceError:
        """Make the error for the field ``name``."""
        return ResourceError(self._file, reason, entry=self._entry, field=self._path + name)

    def only(self, allowed: frozenset[str]) -> None:
        """Raise if there is a field that is not in ``allowed``."""
        for name in self._data:
            if name not in allowed:
                raise self.error(name, "unknown field")

    def _get(self, name: str) -> object:
        try:
            return self._data[name]
        except KeyError:
            raise self.error(name, "missing") from None

    def text(self, name: str) -> str:
        value = self._get(name)
        if not isinstance(value, str) or not value:
            raise self.error(name, "text is expected")
        return intern(value)  # many texts are equal, such as sources

    def optional_text(self, name: str) -> str | None:
        return None if self._get(name) is None else self.text(name)

    def flag(self, name: str) -> bool:
        value = self._get(name)
        if not isinstance(value, bool):
            raise self.error(name, "true or false is expected")
        return value

    def whole(self, name: str, low: int, high: int) -> int:
        value = self._get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.error(name, f"a whole number from {low} to {high} is expected")
        return value

    def choice(self, name: str, enum: type[E]) -> E:
        value = self._get(name)
        try:
            return enum(value)
        except ValueError:
            allowed = ", ".join(str(member.value) for member in enum)
            raise self.error(name, f"{value!r} is none of {allowed}") from None

    def optional_choice(self, name: str, enum: type[E]) -> E | None:
        return None if self._get(name) is None else self.choice(name, enum)

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._get(name)
        if not isinstance(value, list) or not set(map(type, value)) <= {str} or "" in value:
            raise self.error(name, "a list of texts is expected")
        return tuple(map(intern, value))

    def entry_ids(self, name: str, catalogue: Catalogue) -> tuple[str, ...]:
        """Read a list of entry ids, all of which must be in ``catalogue``."""
        ids = self.texts(name)
        for entry_id in ids:
            if catalogue.get(entry_id) is None:
                raise self.error(name, f"names the unknown entry {entry_id}")
        return ids

    def both(self, name: str) -> Text:
        value = self._get(name)
        # Thousands of these are read at the start, so the usual case comes first. The code below makes the error.
        if type(value) is dict:
            korean, english = value.get("ko"), value.get("en")
            if korean and english and type(korean) is type(english) is str:
                return Text(korean, english)
        inner = self.object(name)
        return Text(inner.text("ko"), inner.text("en"))

    def optional_both(self, name: str) -> Text | None:
        return None if self._get(name) is None else self.both(name)

    def object(self, name: str) -> "Fields":
        return Fields(self._get(name), self._file, self._entry, f"{self._path}{name}.")

    def objects(self, name: str, read: "Callable[[Fields], T]") -> tuple[T, ...]:
        """Read a list of objects, each with ``read``."""
        value = self._get(name)
        if not isinstance(value, list):
            raise self.error(name, "a list is expected")
        return tuple(
            read(Fields(item, self._file, self._entry, f"{self._path}{name}[{position}]."))
            for position, item in enumerate(value)
        )

    def of_entry(self, entry_id: str) -> "Fields":
        """Return the same fields, whose errors name the entry instead of its position in the list."""
        return Fields(self._data, self._file, entry_id)

    def __contains__(self, name: str) -> bool:
        return name in self._data


def check_ids(ids: Sequence[str], file: str) -> None:
    """Raise ResourceError if ``file`` has no id, or one of ``ids`` is there twice."""
    if not ids:
        raise ResourceError(file, "is empty")
    for position, item_id in enumerate(ids):
        if item_id in ids[:position]:
            raise ResourceError(file, "stands twice", entry=item_id)
