"""What the parts of the user data need of the store: reading rows, and writing changes that belong together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

Value = str | int | float | None
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One statement and the rows of values it is run with."""

    sql: str
    rows: Sequence[Sequence[Value]]


def change(sql: str, *values: Value) -> Change:
    """Make a change that runs ``sql`` once."""
    return Change(sql, (values,))


class Storage(Protocol):
    """Where user data lies: the file, or memory while the file cannot be used."""

    def read(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Return the rows of a query."""

    def write(self, changes: Sequence[Change], *, durable: bool = True) -> None:
        """Make changes, all or none. On return on disk if ``durable``, else safe from this process's crash only.

        Never raises because of the file: the changes are then kept in memory and tried again later.
        """

    def now(self) -> datetime:
        """Return the present time, with its zone."""


def storable(text: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot hold, by U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
