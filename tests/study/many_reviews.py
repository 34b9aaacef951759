"""Makes many reviews, for tests and benchmarks."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from statusref.study.state import Phase, Rating, Review

CARD_IDS = tuple(f"meaning:{code}" for code in ("200", "201", "204", "301", "302", "304", "400", "401", "403", "404"))


def many_reviews(count: int, until: datetime, card_ids: Sequence[str] = CARD_IDS) -> dict[str, list[Review]]:
    """Make ``count`` reviews of the last two years, spread over the cards and at least a second apart."""
    randomness = random.Random(count)
    reviews: dict[str, list[Review]] = {card_id: [] for card_id in card_ids}
    step = timedelta(days=730) / count
    for number in range(count):
        at = until - step * (count - number)
        rows = reviews[card_ids[number % len(card_ids)]]
        phase = Phase.REVIEW if rows else Phase.NEW
        rating = Rating(randomness.choices((1, 2, 3, 4), (1, 2, 8, 1))[0])
        rows.append(Review(card_ids[number % len(card_ids)], at, rating, 4000, phase, at.date()))
    return reviews


def as_rows(reviews: dict[str, list[Review]]) -> dict[str, list[list[object]]]:
    """Return reviews in the form of an exported file."""
    return {
        card_id: [
            [review.reviewed_at.isoformat(), review.rating, review.duration_ms, review.phase, review.day.isoformat()]
            for review in rows
        ]
        for card_id, rows in reviews.items()
    }
