"""All entries together, and what any other number is."""

from typing import NamedTuple

from statusref.domain.normal_form import nfkc
from statusref.domain.status import ConfusablePair, Entry, StatusClass


class RegistryDates(NamedTuple):
    """Dates in ISO 8601: ``updated`` is the registry's last change, ``seen`` the day of our last comparison with it."""

    updated: str
    seen: str


class UnassignedNumber(NamedTuple):
    """A number in 100-599 that no entry has. A client treats it as the x00 of its class (RFC 9110, Section 15)."""

    code: int
    status_class: StatusClass
    span: tuple[int, int]

    @property
    def id(self) -> str:
        return str(self.code)


class InvalidNumber(NamedTuple):
    """A number outside 100-599: no valid status code. A client should treat it as a 5xx (RFC 9110, Section 15)."""

    code: int

    @property
    def id(self) -> str:
        return f"{self.code:03}"


NumberAnswer = UnassignedNumber | InvalidNumber
Target = Entry | NumberAnswer
"""An entry, or a number that no entry has: both have a page."""
TARGETS = (Entry, UnassignedNumber, InvalidNumber)
"""The types of a Target, for ``isinstance``."""


class Catalogue:
    """Every entry in order: by number, the registered use of a number before the unofficial ones."""

    def __init__(
        self,
        entries: tuple[Entry, ...],
        pairs: tuple[ConfusablePair, ...],
        unassigned: tuple[tuple[int, int], ...],
        dates: RegistryDates,
    ) -> None:
        self.entries = entries
        self.pairs = pairs
        self.unassigned = unassigned
        self.dates = dates
        self._by_id = {entry.id: entry for entry in entries}

    def get(self, entry_id: str) -> Entry | None:
        """Return the entry with this id (``404``, ``499-nginx``), or None."""
        return self._by_id.get(entry_id)

    def with_code(self, code: int) -> tuple[Entry, ...]:
        """Return every entry of a number, the registered one first; empty where there is none."""
        return tuple(entry for entry in self.entries if entry.code == code)

    def explain(self, code: int) -> NumberAnswer:
        """Return what a number from 0 to 999 is, as if no entry had it: unassigned or invalid."""
        status_class = StatusClass.of(code)
        if status_class is None:
            return InvalidNumber(code)
        span = next(span for span in self.unassigned if span[0] <= code <= span[1])
        return UnassignedNumber(code, status_class, span)

    def find(self, target_id: str) -> tuple[Target, ...]:
        """Return the targets that a typed id means (``499-nginx``, ``404``, ``299``, ``007``), in any case and width.

        A number from 0 to 999 finds each of its uses, the registered one first, or else the page that explains it.
        Empty if there is no such id.
        """
        typed = nfkc(target_id).strip().lower()
        if typed.isdecimal() and len(typed) <= 3:
            return self.with_code(int(typed)) or (self.explain(int(typed)),)
        entry = self.get(typed)
        return () if entry is None else (entry,)

    def target(self, target_id: str) -> Target | None:
        """Return the entry or number with exactly this id, or None."""
        return next((target for target in self.find(target_id) if target.id == target_id), None)

    def pairs_of(self, entry_id: str) -> tuple[ConfusablePair, ...]:
        """Return the pairs that an entry is part of, in the catalogue's order."""
        return tuple(pair for pair in self.pairs if entry_id in pair.ids)

    def unassigned_in(self, status_class: StatusClass) -> tuple[tuple[int, int], ...]:
        """Return the unassigned ranges of a class, both ends included."""
        first = status_class.first
        return tuple(span for span in self.unassigned if first <= span[0] < first + 100)


def title(target: Target) -> str:
    """Return number and phrase, such as ``404 Not Found``; the number alone where no entry has it."""
    match target:
        case Entry():
            return f"{target.number} {target.phrase}"
        case UnassignedNumber() | InvalidNumber():
            return target.id


def tone(target: Target) -> StatusClass | None:
    """Return the class in whose colour ``target`` is shown.

    None means the grey of unofficial codes and of numbers that no entry has.
    """
    return target.status_class if isinstance(target, Entry) and target.official else None
