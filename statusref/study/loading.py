"""Loads what the cards are made from."""

from pathlib import Path

from statusref.domain.catalogue import Catalogue
from statusref.domain.scenarios import load_misconceptions, load_scenarios
from statusref.study.cards import Cards


def load_cards(root: Path, catalogue: Catalogue) -> Cards:
    """Read scenarios and misconceptions under ``root`` and return all cards. Raises ResourceError for a wrong file."""
    return Cards(catalogue, load_scenarios(root, catalogue), load_misconceptions(root, catalogue))
