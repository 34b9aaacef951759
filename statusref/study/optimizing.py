"""Computes FSRS's parameters from the user's own reviews. Needs the optional package ``fsrs-rs-python``."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from statusref.study.parameters import first_out_of_bounds
from statusref.study.state import Review

if TYPE_CHECKING:
    from fsrs_rs_python import FSRSItem

FEWEST_REVIEWS = 1000
"""With fewer reviews, the default parameters predict better (FSRS's authors): they come from many people's reviews."""


class OptimizerMissingError(Exception):
    """The package ``fsrs-rs-python`` is not installed."""


class TooFewReviewsError(Exception):
    """There are too few reviews: ``count`` of the ``FEWEST_REVIEWS`` that are needed."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(f"{count} of {FEWEST_REVIEWS} reviews")


@dataclass(frozen=True, slots=True)
class Optimized:
    """The parameters that fit ``reviews`` reviews. The errors are log losses of the predictions; smaller is better."""

    parameters: tuple[float, ...]
    reviews: int
    error_before: float
    error_after: float

    @property
    def is_better(self) -> bool:
        return self.error_after < self.error_before


def optimize(reviews: Iterable[Review], present: tuple[float, ...]) -> Optimized:
    """Return the parameters that fit ``reviews`` best, compared with the ``present`` ones (empty: the defaults).

    ``reviews`` are grouped by card, the oldest first. Raises OptimizerMissingError and TooFewReviewsError.
    """
    try:
        # Imported here because it may be missing.
        import fsrs_rs_python as optimizer  # noqa: PLC0415
    except ImportError as error:
        raise OptimizerMissingError from error
    listed = list(reviews)
    if len(listed) < FEWEST_REVIEWS:
        raise TooFewReviewsError(len(listed))
    items = [item for _, group in groupby(listed, key=lambda review: review.card_id) for item in _items(list(group))]
    found = tuple(optimizer.FSRS([]).compute_parameters(items))
    now = present or tuple(optimizer.DEFAULT_PARAMETERS)
    before, after = (optimizer.FSRS(list(numbers)).evaluate(items).log_loss for numbers in (now, found))
    # The scheduler refuses parameters out of bounds, and the user would notice that only at the next review.
    usable = found if not first_out_of_bounds(found) else now
    return Optimized(usable, len(listed), before, after if usable is found else before)


def _items(reviews: list[Review]) -> "list[FSRSItem]":
    """Return the training data from one card's reviews: for each review on a later day, all reviews up to it."""
    import fsrs_rs_python as optimizer  # noqa: PLC0415

    history = []
    items = []
    day = reviews[0].day
    for review in reviews:
        elapsed = max((review.day - day).days, 0)
        history.append(optimizer.FSRSReview(int(review.rating), elapsed))
        if elapsed:
            items.append(optimizer.FSRSItem(list(history)))
        day = review.day
    return items
