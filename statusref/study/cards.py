"""The cards. They are made from the catalogue, the scenarios and the misconceptions, so no fact is written twice."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from statusref.domain.catalogue import Catalogue
from statusref.domain.scenarios import Misconception, Scenario
from statusref.domain.status import ConfusablePair, Entry, Registration
from statusref.study.kinds import CardKind


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

_KIND_ORDER = (CardKind.MEANING, CardKind.CODE, CardKind.SCENARIO, CardKind.PAIR, CardKind.MISCONCEPTION)
"""A situation comes after its code was met in both directions, a pair after both of its codes."""


class Cards:
    """All cards, in the order in which new ones are shown.

    First the important ones, of these the easier kinds first, of one kind the codes by ``frequency`` (ids, the code
    that is met most often first; empty: by number). Where a code has several cards of one kind, each code has its first
    before any has its second.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        scenarios: Sequence[Scenario],
        misconceptions: Sequence[Misconception],
        frequency: Sequence[str] = (),
    ) -> None:
        order = frequency or [entry.id for entry in catalogue.entries]
        places = {entry_id: place for place, entry_id in enumerate(order)}
        made = list(_make(catalogue, scenarios, misconceptions))
        groups = {card.id: _group_of(card, places) for card in made}
        made.sort(key=lambda card: groups[card.id])
        turns: Counter[tuple[int, int, int]] = Counter()
        keys: dict[str, tuple[int, int, int, int]] = {}
        for card in made:
            importance, kind, place, _ = groups[card.id]
            keys[card.id] = (importance, kind, turns[importance, kind, place], place)
            turns[importance, kind, place] += 1
        made.sort(key=lambda card: keys[card.id])
        _break_runs(made)
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


def _break_runs(cards: list[Card]) -> None:
    """Let no number be guessed from the two before it: 405, 404 and then 403 would be."""
    for place in range(2, len(cards) - 1):
        first, second, third = (card.entries[0].code for card in cards[place - 2 : place + 1])
        if abs(third - second) == 1 and third - second == second - first:
            cards[place], cards[place + 1] = cards[place + 1], cards[place]


def codes_of(card: Card) -> frozenset[int]:
    """Return the numbers that a card is about. Cards that share one are siblings: one gives the other away."""
    return frozenset(entry.code for entry in card.entries)


def has_unofficial_rival(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether an unofficial code has the same name in one language, or is a code that people mix this one up with."""
    others = {pair.other(entry.id) for pair in catalogue.pairs_of(entry.id)}
    return any(
        not other.official
        and (other.id in others or other.phrase.casefold() == entry.phrase.casefold() or other.korean == entry.korean)
        for other in catalogue.entries
        if other.id != entry.id
    )


def _group_of(card: Card, places: Mapping[str, int]) -> tuple[int, int, int, str]:
    """Return importance, kind and the place of the code; a pair has the place of its rarer code."""
    place = max(places[entry.id] for entry in _asked(card))
    return importance_of(card), _KIND_ORDER.index(card.kind), place, card.id


def _asked(card: Card) -> tuple[Entry, ...]:
    """Return what must be known to answer: both codes of a pair, the most important of a statement, else the first."""
    match card:
        case PairCard(_, entries):
            return entries
        case MisconceptionCard(_, entries):
            return (min(entries, key=lambda entry: entry.importance),)
        case _:
            return card.entries[:1]


def needed_before(card: Card) -> Iterator[str]:
    """Yield the ids of the cards to be met before this one: the meanings of the codes that it asks for."""
    if not isinstance(card, MeaningCard):
        for entry in _asked(card):
            yield f"meaning:{entry.id}"


def importance_of(card: Card) -> int:
    """Return 1 (essential) to 3. A pair asks for both entries, so its less important entry counts."""
    asked = max(entry.importance for entry in _asked(card))
    match card:
        case ScenarioCard(scenario):
            return max(scenario.importance or 0, asked)
        case MisconceptionCard(misconception):
            return max(misconception.importance or 0, asked)
        case _:
            return asked


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
