"""The cards. They are made from the catalogue, the scenarios and the misconceptions, so no fact is written twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from statusref.domain.catalogue import Catalogue
from statusref.domain.scenarios import Misconception, Scenario
from statusref.domain.status import ConfusablePair, Entry, Registration


class CardKind(Enum):
    """What a card asks for. The value is the start of the card's id, which saved reviews refer to: never change it."""

    MEANING = "meaning"
    CODE = "code"
    PAIR = "pair"
    SCENARIO = "scenario"
    MISCONCEPTION = "misconception"


@dataclass(frozen=True, slots=True)
class MeaningCard:
    """Shows a code and asks for its meaning."""

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
    """Shows a meaning and asks for the code, which may be typed."""

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
    """Shows two codes that people confuse and asks for the difference."""

    pair: ConfusablePair
    entries: tuple[Entry, ...]

    kind = CardKind.PAIR

    @property
    def id(self) -> str:
        # Sorted, so that the id stays the same if the catalogue names the two in the other order.
        return "pair:{}~{}".format(*sorted(self.pair.ids))


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """Shows a situation and asks for the code, which may be typed. ``entries`` are the right ones, the best first."""

    scenario: Scenario
    entries: tuple[Entry, ...]

    kind = CardKind.SCENARIO

    @property
    def id(self) -> str:
        return f"scenario:{self.scenario.id}"


@dataclass(frozen=True, slots=True)
class MisconceptionCard:
    """Shows a statement and asks whether it is true."""

    misconception: Misconception
    entries: tuple[Entry, ...]

    kind = CardKind.MISCONCEPTION

    @property
    def id(self) -> str:
        return f"misconception:{self.misconception.id}"


Card = MeaningCard | CodeCard | PairCard | ScenarioCard | MisconceptionCard

_KIND_ORDER = {kind: position for position, kind in enumerate(CardKind)}


class Cards:
    """All cards, in the order in which new ones are shown: by importance, by class, then the easier kinds first."""

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
        """Return the card with this id, or None if the catalogue does not (or no longer) make it."""
        return self.by_id.get(card_id)

    def about(self, entry_id: str) -> tuple[Card, ...]:
        """Return the cards about an entry, in order."""
        return tuple(card for card in self.by_id.values() if any(entry.id == entry_id for entry in card.entries))


def has_unofficial_rival(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether an unofficial code has the same name in one language, or is a code that people mix this one up with."""
    others = {pair.other(entry.id) for pair in catalogue.pairs_of(entry.id)}
    return any(
        not other.official
        and (other.id in others or other.phrase.casefold() == entry.phrase.casefold() or other.korean == entry.korean)
        for other in catalogue.entries
        if other.id != entry.id
    )


def order_of(card: Card) -> tuple[int, int, int, int, str]:
    """Return the sort key of a card."""
    entries = card.entries
    return _importance(card), entries[0].code // 100, _KIND_ORDER[card.kind], entries[0].code, card.id


def _importance(card: Card) -> int:
    """Return 1 (essential) to 3. A pair asks for both entries, so its less important entry counts."""
    own = None
    if isinstance(card, ScenarioCard):
        own = card.scenario.importance
    elif isinstance(card, MisconceptionCard):
        own = card.misconception.importance
    asked = card.entries if isinstance(card, PairCard) else card.entries[:1]
    return own or max(entry.importance for entry in asked)


def _make(
    catalogue: Catalogue, scenarios: Sequence[Scenario], misconceptions: Sequence[Misconception]
) -> Iterator[Card]:
    def entries(ids: tuple[str, ...]) -> tuple[Entry, ...]:
        return tuple(entry for entry_id in ids if (entry := catalogue.get(entry_id)) is not None)

    for entry in catalogue.entries:
        yield MeaningCard(entry)
        # Several codes are named "(Unused)", so this name cannot ask for one of them.
        if entry.registration is not Registration.UNUSED:
            yield CodeCard(entry)
    for pair in catalogue.pairs:
        yield PairCard(pair, entries(pair.ids))
    for scenario in scenarios:
        yield ScenarioCard(scenario, entries(scenario.codes))
    for misconception in misconceptions:
        yield MisconceptionCard(misconception, entries(misconception.codes))
