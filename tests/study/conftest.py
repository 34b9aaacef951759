"""Fixtures: a study of the shipped content, in a file of its own, with a clock that the test moves."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.resources import resource_root
from statusref.study.cards import Cards
from statusref.study.decks import Deck, DeckKind, all_decks
from statusref.study.loading import load_cards
from statusref.study.study import Study
from statusref.userdata.user_data import UserData, open_user_data

START = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


class Clock:
    """A clock that the test moves, with a time zone."""

    def __init__(self) -> None:
        self.time = START
        self.zone: tzinfo = ZoneInfo("Asia/Seoul")

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


StudyOpener = Callable[[], Study]


@pytest.fixture(scope="session")
def cards(catalogue: Catalogue) -> Cards:
    return load_cards(resource_root(), catalogue)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def user_data(tmp_path: Path, clock: Clock) -> Iterator[UserData]:
    data = open_user_data(tmp_path / "statusref.sqlite3", clock)
    yield data
    data.close()


@pytest.fixture
def study(user_data: UserData, cards: Cards, clock: Clock) -> Study:
    return Study(user_data.storage, cards, clock, lambda: clock.zone)


@pytest.fixture
def other_study(tmp_path: Path, cards: Cards, clock: Clock) -> Iterator[Study]:
    """A second study with a file of its own, as on another machine."""
    data = open_user_data(tmp_path / "elsewhere" / "statusref.sqlite3", clock)
    yield Study(data.storage, cards, clock, lambda: clock.zone)
    data.close()


@pytest.fixture(scope="session")
def everything(catalogue: Catalogue) -> Deck:
    return next(deck for deck in all_decks(catalogue, (), ()) if deck.kind is DeckKind.ALL)
