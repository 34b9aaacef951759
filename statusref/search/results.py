"""The types of a search's results: ranked matches and where they matched."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum, IntEnum
from typing import NamedTuple, overload

from statusref.domain.catalogue import Target


class Field(Enum):
    """The part of an entry that matched. The value is its name in JSON."""

    # Enum computes hashes in Python; each painted row looks up fields in dicts.
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
    """The kinds of match, the best first."""

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
    """Why there is no match, which also says what the suggestions are."""

    EMPTY = "empty"
    """The query is blank: no suggestions."""
    NUMBER = "number"
    """It has a number that is no status code, or digits among letters: the codes that may be meant, or the class."""
    SOME_WORDS = "some-words"
    """No entry has all words: the entries with the rarest word."""
    NEAREST = "nearest"
    """Nothing matches: the nearest by spelling."""
    UNKNOWN = "unknown"
    """Nothing matches and nothing is near: the essential codes."""


class Mark(NamedTuple):
    """A text that matched, unfolded, and its matching spans: code points, half-open, sorted, disjoint."""

    field: Field
    text: str
    spans: tuple[tuple[int, int], ...]


class Match:
    """One result: its target, its tier, and a score from 0 to 1 that never increases down the ranking.

    ``marks`` (the best first) are computed on first access, because a list shows only a few of many matches.
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

    def __repr__(self) -> str:
        return f"Match({self.id}, {self.tier.name}, {self.score:.3f})"


class Ranking(Sequence[Match]):
    """All matches in order. Each is made only when it is accessed: ten thousand cost no more than the few shown.

    ``make`` returns the match of a rank, ``targets`` the targets of many ranks at once.
    """

    __slots__ = ("_make", "_ranks", "_targets")

    def __init__(
        self,
        ranks: Sequence[int] = (),
        make: Callable[[int], Match] | None = None,
        targets: Callable[[Sequence[int]], list[Target]] | None = None,
    ) -> None:
        self._ranks = ranks
        self._make = make
        self._targets = targets

    def targets(self) -> list[Target]:
        """Return the targets of all matches in order, without making the matches."""
        return [] if self._targets is None else self._targets(self._ranks)

    @overload
    def __getitem__(self, index: int) -> Match: ...
    @overload
    def __getitem__(self, index: slice) -> "Ranking": ...
    def __getitem__(self, index: int | slice) -> "Match | Ranking":
        if isinstance(index, slice):
            return Ranking(self._ranks[index], self._make, self._targets)
        rank = self._ranks[index]
        if self._make is None:
            raise IndexError(index)
        return self._make(rank)

    def __len__(self) -> int:
        return len(self._ranks)

    def __iter__(self) -> Iterator[Match]:
        return (self[i] for i in range(len(self._ranks)))


class Results(NamedTuple):
    """The ranked matches of ``query``. Suggestions and their reason only if there is no match.

    ``truncated_query`` says that the query was too long and that its end was ignored.
    """

    query: str
    matches: Sequence[Match]
    suggestions: Sequence[Match] = ()
    reason: Reason | None = None
    truncated_query: bool = False
