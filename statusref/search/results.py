"""What a search answers: ranked matches with the places that matched."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum, IntEnum
from typing import NamedTuple, overload

from statusref.domain.catalogue import Target


class Field(Enum):
    """The part of an entry that matched. The value names it in JSON."""

    # Enum hashes by name, in Python; these are keys of dicts that every painted row looks up.
    __hash__ = object.__hash__

    CODE = "code"
    PHRASE = "phrase"
    KOREAN = "korean"
    ALIAS = "alias"
    FORMER = "former"
    OTHER_NAME = "other_name"
    CONSTANT = "constant"
    KEYWORD = "keyword"
    HEADER = "header"
    VENDOR = "vendor"
    TAG = "tag"
    SPECIFICATION = "specification"
    PROSE = "prose"
    NUMBER_PAGE = "number_page"


class Tier(IntEnum):
    """How a match came about, in ranking order (search.md, Rules)."""

    EXACT_NUMBER = 0
    NUMBER_PREFIX = 1
    EXACT_NAME = 2
    NAME_START = 3
    WORD_START = 4
    INITIALS = 5
    HALF_TYPED = 6
    INSIDE = 7
    KEYWORD = 8
    ATTRIBUTE = 9
    PROSE = 10
    OTHER_LAYOUT = 11
    TYPO = 12
    NUMBER_PAGE = 13


class Reason(Enum):
    """Why a result is empty, and therefore what its suggestions are."""

    EMPTY = "empty"  # nothing was asked: only spaces, controls or the like; no suggestions
    NUMBER = (
        "number"  # a number that can be no status code, or one among other words: the codes it may mean, or its class
    )
    SOME_WORDS = "some-words"  # no entry has all words: those that have the rarest of them
    NEAREST = "nearest"  # nothing matches: the nearest by spelling
    UNKNOWN = "unknown"  # nothing matches and nothing is near: the codes that everybody meets


class Mark(NamedTuple):
    """A text that matched, as it is written, and the spans in it: code points, half-open, sorted, disjoint."""

    field: Field
    text: str
    spans: tuple[tuple[int, int], ...]


class Match:
    """One result: its target, how it was found, and a score from 0 to 1 that never rises down the ranking.

    The marks, best first, are worked out when they are first asked for: a long result shows only a few of them.
    """

    __slots__ = ("_find_marks", "_marks", "score", "target", "tier")

    def __init__(self, target: Target, tier: Tier, score: float, find_marks: Callable[[], tuple[Mark, ...]]) -> None:
        self.target = target
        self.tier = tier
        self.score = score
        self._find_marks = find_marks
        self._marks: tuple[Mark, ...] | None = None

    @property
    def id(self) -> str:
        return self.target.id

    @property
    def marks(self) -> tuple[Mark, ...]:
        if self._marks is None:
            self._marks = self._find_marks()
        return self._marks

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Match):
            return NotImplemented
        return (self.target, self.tier, self.score) == (other.target, other.tier, other.score)

    def __hash__(self) -> int:
        return hash((self.target.id, self.tier))

    def __repr__(self) -> str:
        return f"Match({self.id}, {self.tier.name}, {self.score:.3f})"


class Ranking(Sequence[Match]):
    """All matches in order. Each is made when it is asked for, so that ten thousand cost no more than the few shown."""

    __slots__ = ("_keys", "_make", "_targets")

    def __init__(
        self,
        keys: Sequence[int] = (),
        make: Callable[[int], Match] | None = None,
        targets: Callable[[Sequence[int]], list[Target]] | None = None,
    ) -> None:
        self._keys = keys
        self._make = make
        self._targets = targets

    def targets(self) -> list[Target]:
        """What all matches are of, in order, without making the matches."""
        return [] if self._targets is None else self._targets(self._keys)

    @overload
    def __getitem__(self, index: int) -> Match: ...
    @overload
    def __getitem__(self, index: slice) -> "Ranking": ...
    def __getitem__(self, index: int | slice) -> "Match | Ranking":
        if isinstance(index, slice):
            return Ranking(self._keys[index], self._make, self._targets)
        key = self._keys[index]
        if self._make is None:
            raise IndexError(index)
        return self._make(key)

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Match]:
        return (self[i] for i in range(len(self._keys)))

    def __repr__(self) -> str:
        return f"Ranking({list(self)!r})"


class Results(NamedTuple):
    """The answer to ``query``: all matches ranked; suggestions with their reason only where there is no match.

    ``truncated_query`` says that the query was longer than what is compared and its end did not count. ``converted``
    is what was searched too because it comes from the same keys with the other keyboard layout.
    """

    query: str
    matches: Sequence[Match]
    suggestions: Sequence[Match] = ()
    reason: Reason | None = None
    truncated_query: bool = False
    converted: str | None = None
