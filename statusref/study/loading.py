"""Loads what the cards are made from."""

from pathlib import Path

from statusref.domain.catalogue import Catalogue
from statusref.domain.frequency import load_frequency
from statusref.domain.scenarios import load_misconceptions, load_scenarios
from statusref.study.cards import Cards


def load_cards(root: Path, catalogue: Catalogue) -> Cards:
    """Read the study material under ``root`` and return all cards. Raises ResourceError for a wrong file."""
    scenarios, misconceptions = load_scenarios(root, catalogue), load_misconceptions(root, catalogue)
    return Cards(catalogue, scenarios, misconceptions, load_frequency(root, catalogue))
