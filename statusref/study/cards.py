"""The cards, made from the catalogue, the scenarios and the misconceptions: no fact is written twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from statusref.domain.catalogue import Catalogue
from statusref.domain.scenarios import Misconception, Scenario
from statusref.domain.status import ConfusablePair, Entry, Registration


class CardKind(Enum):
    """What a card asks. The value begins the card's id and must not change: histories hang on it."""

    MEANING = "meaning"
    CODE = "code"
    PAIR = "pair"
    SCENARIO = "scenario"
    MISCONCEPTION = "misconception"


@dataclass(frozen=True, slots=True)
class MeaningCard:
    """A code is shown, its meaning is asked."""

    entry: Entry

    kind = CardKind.MEANING

    @property
    def id(self) -> str:
        return f"meaning:{self.entry.id}"

    @property
    def entries(self) -> tuple[Entry, ...]:
        return (self.entry,)


@dataclass(frozen=True, slots=True)
class CodeCard:
    """A meaning is shown, its code is asked. May be typed."""

    entry: Entry

    kind = CardKind.CODE

    @property
    def id(self) -> str:
        return f"code:{self.entry.id}"

    @property
    def entries(self) -> tuple[Entry, ...]:
        return (self.entry,)


@dataclass(frozen=True, slots=True)
class PairCard:
    """Two codes that people mix up are shown, and what tells them apart is asked."""

    pair: ConfusablePair
    entries: tuple[Entry, ...]

    kind = CardKind.PAIR

    @property
    def id(self) -> str:
        # Sorted, so that turning a pair around in the catalogue keeps its history.
        return "pair:{}~{}".format(*sorted(self.pair.ids))


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A situation, and which code fits is asked. ``entries`` are the right ones, the best first. May be typed."""

    scenario: Scenario
    entries: tuple[Entry, ...]

    kind = CardKind.SCENARIO

    @property
    def id(self) -> str:
        return f"scenario:{self.scenario.id}"


@dataclass(frozen=True, slots=True)
class MisconceptionCard:
    """A statement, true or false."""

    misconception: Misconception
    entries: tuple[Entry, ...]

    kind = CardKind.MISCONCEPTION

    @property
    def id(self) -> str:
        return f"misconception:{self.misconception.id}"


Card = MeaningCard | CodeCard | PairCard | ScenarioCard | MisconceptionCard

_KIND_ORDER = {kind: position for position, kind in enumerate(CardKind)}


class Cards:
    """Every card, in the order in which new ones come: by importance, then by class, then what is easier first."""

    def __init__(
        self, catalogue: Catalogue, scenarios: Sequence[Scenario], misconceptions: Sequence[Misconception]
    ) -> None:
        made = sorted(_make(catalogue, scenarios, misconceptions), key=order_of)
        self.catalogue = catalogue
        self.by_id: dict[str, Card] = {card.id: card for card in made}

    def all(self) -> tuple[Card, ...]:
        """Return every card in order."""
        return tuple(self.by_id.values())

    def get(self, card_id: str) -> Card | None:
        """Return the card with this id, or None if there is none (any more)."""
        return self.by_id.get(card_id)

    def about(self, entry_id: str) -> tuple[Card, ...]:
        """Return the cards that an entry is part of, in order."""
        return tuple(card for card in self.by_id.values() if any(entry.id == entry_id for entry in card.entries))


def order_of(card: Card) -> tuple[int, int, int, int, str]:
    """Return the sort key of a card. A pair is as important as its less important entry: both must be known."""
    entries = card.entries
    asked = entries if isinstance(card, PairCard) else entries[:1]
    importance = max(entry.importance for entry in asked)
    return importance, entries[0].code // 100, _KIND_ORDER[card.kind], entries[0].code, card.id


def _make(
    catalogue: Catalogue, scenarios: Sequence[Scenario], misconceptions: Sequence[Misconception]
) -> Iterator[Card]:
    def entries(ids: tuple[str, ...]) -> tuple[Entry, ...]:
        return tuple(entry for entry_id in ids if (entry := catalogue.get(entry_id)) is not None)

    for entry in catalogue.entries:
        yield MeaningCard(entry)
        # "(Unused)" asks for no code in particular.
        if entry.registration is not Registration.UNUSED:
            yield CodeCard(entry)
    for pair in catalogue.pairs:
        yield PairCard(pair, entries(pair.ids))
    for scenario in scenarios:
        yield ScenarioCard(scenario, entries(scenario.codes))
    for misconception in misconceptions:
        yield MisconceptionCard(misconception, entries(misconception.codes))
