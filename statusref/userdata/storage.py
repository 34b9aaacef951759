"""The interface between the store and the parts of the user data: reading rows and writing changes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol

Value = str | int | float | None
Row = tuple[Any, ...]


class Change(NamedTuple):
    """An SQL statement and the rows of values to run it with."""

    sql: str
    rows: Sequence[Sequence[Value]]


def change(sql: str, *values: Value) -> Change:
    """Return a change that runs ``sql`` once."""
    return Change(sql, (values,))


class Storage(Protocol):
    """Storage of user data: the file, or memory while the file cannot be used."""

    def read(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Return the rows of a query."""

    def write(self, changes: Sequence[Change], *, durable: bool = True) -> None:
        """Make changes in one transaction. Changes that are not ``durable`` survive a crash, but not a power failure.

        Never raises because of the file: changes that cannot be saved are kept in memory and saved later.
        """

    def now(self) -> datetime:
        """Return the current time, with a time zone."""


def storable(text: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot hold, by U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
