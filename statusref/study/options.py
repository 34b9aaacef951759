"""The user's study options."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import timedelta
from typing import Any

STEP_LIMIT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class StudyOptions:
    """Raises ValueError, naming the field, for a value outside the bounds checked below.

    ``learning_steps`` and ``relearning_steps`` are at most ten intervals in seconds. ``desired_retention`` is the
    share of cards that should still be remembered when they are due (FSRS). ``maximum_interval`` is in days.
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

    def __post_init__(self) -> None:
        self._check("new_per_day", 0, 9999)
        self._check("reviews_per_day", 0, 9999)
        self._check("rollover_hour", 0, 23)
        self._check("maximum_interval", 1, 36500)
        self._check("leech_lapses", 1, 99)
        if not isinstance(self.desired_retention, int | float) or not 0.7 <= self.desired_retention <= 0.99:
            raise ValueError("desired_retention: from 0.7 to 0.99 is expected")
        if not isinstance(self.fuzz, bool):
            raise ValueError("fuzz: true or false is expected")  # noqa: TRY004 (one kind of error for all)
        for name in ("learning_steps", "relearning_steps"):
            steps = getattr(self, name)
            good = isinstance(steps, tuple) and len(steps) <= 10 and all(_is_step(step) for step in steps)
            if not good:
                raise ValueError(f"{name}: at most ten whole seconds up to 30 days are expected")

    def _check(self, name: str, low: int, high: int) -> None:
        value = getattr(self, name)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise ValueError(f"{name}: a whole number from {low} to {high} is expected")

    def to_json(self) -> dict[str, object]:
        """Return the options as JSON values by name."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "StudyOptions":
        """Read options by name. Unknown names are ignored; a value that is not valid is replaced by the default."""
        options = cls()
        for field in fields(cls):
            if field.name in values:
                value = values[field.name]
                chosen: dict[str, Any] = {field.name: tuple(value) if isinstance(value, list) else value}
                try:
                    options = replace(options, **chosen)
                except ValueError:
                    continue
        return options


def _is_step(step: object) -> bool:
    return isinstance(step, int) and not isinstance(step, bool) and 1 <= step <= STEP_LIMIT.total_seconds()
