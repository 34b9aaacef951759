"""The user's study options."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from statusref.study.kinds import CardKind

STEP_LIMIT = timedelta(days=30)
PARAMETERS = 21
"""How many parameters FSRS 6 has."""


@dataclass(frozen=True, slots=True)
class StudyOptions:
    """The options. A value outside of the bounds below raises ValueError, which names the field.

    ``learning_steps`` and ``relearning_steps`` are at most ten intervals in seconds. ``desired_retention`` is the
    share of cards that should still be remembered when they are due (FSRS). ``maximum_interval`` is in days.
    With ``new_when_behind``, new cards do not count against ``reviews_per_day``. With ``known_is_suspended``, a card
    that the user already knows is suspended, else it is rated "easy". ``parameters`` are those of FSRS; empty: its
    defaults. ``ready_by`` is the study day before which the user wants to see all essential cards. ``deck_kinds`` has
    for each deck id the kinds of cards that the deck leaves out.
    """

    new_per_day: int = 10
    reviews_per_day: int = 200
    rollover_hour: int = 4
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    desired_retention: float = 0.9
    maximum_interval: int = 36500
    fuzz: bool = False
    leech_lapses: int = 8
    new_when_behind: bool = False
    known_is_suspended: bool = False
    parameters: tuple[float, ...] = ()
    ready_by: date | None = None
    deck_kinds: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        self._check("new_per_day", 0, 9999)
        self._check("reviews_per_day", 0, 9999)
        self._check("rollover_hour", 0, 23)
        self._check("maximum_interval", 1, 36500)
        self._check("leech_lapses", 1, 99)
        if not isinstance(self.desired_retention, int | float) or not 0.7 <= self.desired_retention <= 0.99:
            raise ValueError("desired_retention: from 0.7 to 0.99 is expected")
        for name in ("fuzz", "new_when_behind", "known_is_suspended"):
            if not isinstance(getattr(self, name), bool):
                raise ValueError(f"{name}: true or false is expected")  # noqa: TRY004 (one kind of error for all)
        for name in ("learning_steps", "relearning_steps"):
            steps = getattr(self, name)
            good = isinstance(steps, tuple) and len(steps) <= 10 and all(_is_step(step) for step in steps)
            if not good:
                raise ValueError(f"{name}: at most ten whole seconds up to 30 days are expected")
        numbers = self.parameters
        if (
            not isinstance(numbers, tuple)
            or len(numbers) not in {0, PARAMETERS}
            or not all(map(_is_parameter, numbers))
        ):
            raise ValueError(f"parameters: {PARAMETERS} numbers from 0 to 100 are expected")
        if self.ready_by is not None and not isinstance(self.ready_by, date):
            raise ValueError("ready_by: a date is expected")
        if not isinstance(self.deck_kinds, tuple) or not all(map(_is_deck_with_kinds, self.deck_kinds)):
            raise ValueError("deck_kinds: decks with kinds of cards are expected")

    def _check(self, name: str, low: int, high: int) -> None:
        value = getattr(self, name)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise ValueError(f"{name}: a whole number from {low} to {high} is expected")

    def left_out_of(self, deck_id: str) -> frozenset[str]:
        """Return the kinds of cards that a deck leaves out."""
        return frozenset(dict(self.deck_kinds).get(deck_id, ()))

    def leaving_out(self, deck_id: str, kinds: frozenset[str]) -> "StudyOptions":
        """Return these options with ``kinds`` left out of a deck."""
        others = {deck: left for deck, left in self.deck_kinds if deck != deck_id}
        return replace(
            self, deck_kinds=tuple(sorted({**others, **({deck_id: tuple(sorted(kinds))} if kinds else {})}.items()))
        )

    def to_json(self) -> dict[str, object]:
        """Return the options as JSON values by name."""
        values = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}
        values["ready_by"] = None if self.ready_by is None else self.ready_by.isoformat()
        values["deck_kinds"] = {deck: list(kinds) for deck, kinds in self.deck_kinds}
        return values

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "StudyOptions":
        """Read options by name. Unknown names are ignored; a value that is not valid is replaced by the default."""
        options = cls()
        for field in fields(cls):
            if field.name in values:
                try:
                    options = replace(options, **{field.name: _from_json(field.name, values[field.name])})
                except (ValueError, TypeError):
                    continue
        return options


_KINDS = frozenset(kind.value for kind in CardKind)


def _from_json(name: str, value: Any) -> Any:  # noqa: ANN401 (a value of JSON)
    if name == "ready_by" and isinstance(value, str):
        return date.fromisoformat(value)
    if name == "deck_kinds" and isinstance(value, dict):
        return tuple(sorted((deck, tuple(kinds)) for deck, kinds in value.items()))
    return tuple(value) if isinstance(value, list) else value


def _is_step(step: object) -> bool:
    return isinstance(step, int) and not isinstance(step, bool) and 1 <= step <= STEP_LIMIT.total_seconds()


def _is_parameter(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100


def _is_deck_with_kinds(value: object) -> bool:
    match value:
        case (str(), tuple() as kinds):
            return set(kinds) <= _KINDS
        case _:
            return False
