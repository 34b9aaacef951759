"""Ranking as one whole number per match: sorting, joining and choosing are then plain operations on integers.

    key = (band * SUBS + sub) * count + position

``band`` orders the tiers; all name tiers of registered entries precede all name tiers of unofficial ones. ``sub``
orders within a tier: a shown name before an alias, then the place of the match; for headers the requirement level.
``position`` is the entry's place in a fixed order: the essential first, then registered before unofficial, then by
number.

Numbers that no entry has are keys too: ``-1 - number`` before all entries, ``pages + number`` behind them.
"""

from collections.abc import Iterable, Sequence

from statusref.domain.catalogue import Catalogue, Target
from statusref.search.results import Tier
from statusref.search.rules import Rank

SUBS = 8
_NAMES = Tier.KEYWORD - Tier.EXACT_NAME
_DIRECT = Tier.OTHER_LAYOUT + _NAMES
"""How many bands there are for what is found as typed; the layout's and the typos' bands repeat them below."""
_BANDS = 3 * _DIRECT + 1


class Ranks:
    """Makes and reads ranking keys for one catalogue."""

    __slots__ = ("_catalogue", "_pages", "_span", "count", "entries", "positions")

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.entries = sorted(catalogue.entries, key=lambda e: (not e.essential, not e.official, e.code, e.id))
        self.positions = {entry.id: position for position, entry in enumerate(self.entries)}
        self.count = max(1, len(self.entries))
        self._span = SUBS * self.count
        self._pages = 3 * _DIRECT * self._span

    def bases(self, ranks: Iterable[Rank], *, official: bool) -> list[int]:
        """Return for each rank what, with the position of an entry added, is its key."""
        return [(_band(tier, official=official) * SUBS + sub) * self.count for tier, sub in ranks]

    def best_of(self, keys: list[int]) -> dict[int, int]:
        """Return the best of ``keys``, which are reordered, by position."""
        keys.sort(reverse=True)
        count = self.count
        return {key % count: key for key in keys}

    def before(self, tier: Tier) -> int:
        """Return the number below which lie the keys of what was found as typed in a better tier than ``tier``."""
        return _band(tier, official=True) * self._span

    def is_whole(self, key: int) -> bool:
        """Whether the key's match is of a whole shown text (order 0 within its tier)."""
        return key // self.count % SUBS == 0

    def other_layout(self, key: int) -> int:
        """Move a key found with the other keyboard layout below everything found as typed."""
        return key + _DIRECT * self._span

    def typo(self, key: int) -> int:
        """Move a key found for a corrected query below the other layout's."""
        return key + 2 * _DIRECT * self._span

    def exact_page(self, number: int) -> int:
        """Return the key of the page that explains ``number``, as the answer."""
        return -1 - number

    def last_page(self, number: int) -> int:
        """Return the key of the page that explains ``number``, behind all entries."""
        return self._pages + number

    def essentials(self) -> list[int]:
        """Return the keys of the entries that everybody meets, for want of a better suggestion."""
        found = enumerate(self.entries)
        return [self.last_page(0) - self.count + position for position, entry in found if entry.essential]

    def of_class(self, digit: int) -> list[int]:
        """Return the keys of the entries whose code begins with ``digit``, or of the page that explains its x00."""
        last = self.last_page(0) - self.count
        keys = [last + position for position, entry in enumerate(self.entries) if entry.code // 100 == digit]
        return keys or [self.last_page(digit * 100)]

    def target(self, key: int) -> Target:
        """Return what a key stands for."""
        if key < 0:
            return self._catalogue.explain(-1 - key)
        if key >= self._pages:
            return self._catalogue.explain(key - self._pages)
        return self.entries[key % self.count]

    def targets(self, keys: Sequence[int]) -> list[Target]:
        """Return what all ``keys`` stand for: ten thousand a keystroke on a large catalogue, hence in one go."""
        entries, count, pages = self.entries, self.count, self._pages
        return [entries[key % count] if 0 <= key < pages else self.target(key) for key in keys]

    def tier(self, key: int) -> Tier:
        """Return the tier of a key; what the layout or a correction found is of that tier, whatever it then matched."""
        if key < 0:
            return Tier.EXACT_NUMBER
        if key >= self._pages:
            return Tier.NUMBER_PAGE
        band = key // self._span
        if band >= 2 * _DIRECT:
            return Tier.TYPO
        if band >= _DIRECT:
            return Tier.OTHER_LAYOUT
        return Tier(band if band < Tier.KEYWORD else band - _NAMES)

    def score(self, key: int) -> float:
        """Return a number from 1 (an exact code) to 0 (a number page behind all entries) that falls with the rank."""
        if key < 0:
            return 1.0
        if key >= self._pages:
            return 0.0
        return 1 - (key // self.count) / (_BANDS * SUBS)


def _band(tier: Tier, *, official: bool) -> int:
    if tier >= Tier.KEYWORD:
        return tier + _NAMES
    return tier if official or tier < Tier.EXACT_NAME else tier + _NAMES
