"""The cards. They are made from catalogue, scenarios and misconceptions, so that every fact is written only once."""

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
"""The easier kinds come first: a situation after both cards of its code, a pair after the cards of both codes."""


class Cards:
    """All cards, in the order in which new ones are shown.

    They are sorted by importance, then by kind (the easier kinds first), then by the place of the code in
    ``frequency``: entry ids, the one that people meet most often first; if it is empty, by number. If codes have
    several cards of one kind, the first card of every code comes before the second card of any code.
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


def _break_runs(cards: list[Card]) -> None:
    """Swap cards where three codes in a row go up or down by one (405, 404, 403): the third could be guessed."""
    for place in range(2, len(cards) - 1):
        first, second, third = (card.entries[0].code for card in cards[place - 2 : place + 1])
        if abs(third - second) == 1 and third - second == second - first:
            cards[place], cards[place + 1] = cards[place + 1], cards[place]


def codes_of(card: Card) -> frozenset[int]:
    """Return the numbers that a card is about. Cards that share one are siblings: one shows the answer of the other."""
    return frozenset(entry.code for entry in card.entries)


def has_unofficial_rival(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether some unofficial entry has the same name in one language, or is mixed up with this one (a pair)."""
    others = {pair.other(entry.id) for pair in catalogue.pairs_of(entry.id)}
    return any(
        not other.official
        and (other.id in others or other.phrase.casefold() == entry.phrase.casefold() or other.korean == entry.korean)
        for other in catalogue.entries
        if other.id != entry.id
    )


def _group_of(card: Card, places: Mapping[str, int]) -> tuple[int, int, int, str]:
    """Return importance, place of the kind, place of the code, and card id. For a pair the rarer code counts."""
    place = max(places[entry.id] for entry in _asked(card))
    return importance_of(card), _KIND_ORDER.index(card.kind), place, card.id


def _asked(card: Card) -> tuple[Entry, ...]:
    """Return the entries that the card asks for: both of a pair, the most important of a statement, else the first."""
    match card:
        case PairCard(_, entries):
            return entries
        case MisconceptionCard(_, entries):
            return (min(entries, key=lambda entry: entry.importance),)
        case _:
            return card.entries[:1]


def needed_before(card: Card) -> Iterator[str]:
    """Yield the ids of the cards to study before this one: the meaning cards of the entries that it asks for."""
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
        # Several codes have the name "(Unused)", so a card with this name would have several answers.
        if entry.registration is not Registration.UNUSED:
            yield CodeCard(entry)
    for pair in catalogue.pairs:
        yield PairCard(pair, entries(pair.ids))
    for scenario in scenarios:
        yield ScenarioCard(scenario, entries(scenario.codes))
    for misconception in misconceptions:
        yield MisconceptionCard(misconception, entries(misconception.codes))
