"""Sixty days of study, simulated with the default limits: how even the days are, and what is late."""

import argparse

from statusref.domain.registry import load_catalogue
from statusref.resources import resource_root
from statusref.study.loading import load_cards
from statusref.study.options import StudyOptions
from tests.benchmarks.figures import print_table, verdict
from tests.study.simulation import study_for

_DAYS = 60
_RECALL = 0.85


def main() -> None:
    """Print the table, the worst of some students."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--students", type=int, default=5)
    arguments = parser.parse_args()
    cards = load_cards(resource_root(), load_catalogue(resource_root()))
    courses = [study_for(cards, _DAYS, _RECALL, seed, StudyOptions()) for seed in range(arguments.students)]
    rows = [
        (name, f"{value:.3g}", verdict(value, budget))
        for name, value, budget in (
            ("busiest day ÷ median of its week", max(course.steepest for course in courses), 1.6),
            ("days late at most", max(max(course.lateness) for course in courses), 2),
            ("share of cards beside a sibling", max(course.sibling_share for course in courses), 0.05),
            ("same code twice in a row", max(course.in_a_row for course in courses), 0),
        )
    ]
    print_table(f"{_DAYS} days of study, recall {_RECALL}", ("", "worst", "budget"), rows)


if __name__ == "__main__":
    main()
