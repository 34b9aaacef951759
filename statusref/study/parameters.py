"""The parameters of FSRS: numbers that describe how fast a person forgets."""

import re
from collections.abc import Sequence

from statusref.study.options import PARAMETERS

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", re.IGNORECASE)


class ParametersError(Exception):
    """A list that FSRS cannot use. ``number`` is the place of the wrong number, from 1; 0 if their count is wrong."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"parameter {number}" if number else f"{PARAMETERS} numbers are expected")


def parse_parameters(text: str) -> tuple[float, ...]:
    """Read the numbers that Anki shows under "FSRS parameters", with anything between them.

    Raises ParametersError if there are not 21 or one lies outside the bounds of the fsrs library.
    """
    numbers = tuple(map(float, _NUMBER.findall(text[:10_000])))
    if len(numbers) != PARAMETERS:
        raise ParametersError(0)
    wrong = first_out_of_bounds(numbers)
    if wrong:
        raise ParametersError(wrong)
    return numbers


def first_out_of_bounds(numbers: Sequence[float]) -> int:
    """Return the place, from 1, of the first number outside of the fsrs library's bounds; 0 if there is none.

    ``numbers`` must be 21.
    """
    # Imported here because it is slow, and only needed if the user has own parameters.
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS  # noqa: PLC0415

    bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    pairs = enumerate(zip(numbers, bounds, strict=True), start=1)
    return next((place for place, (number, (low, high)) in pairs if not low <= number <= high), 0)
