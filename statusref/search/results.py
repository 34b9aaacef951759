"""The types of a search's results: ranked matches and where they matched."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, overload

from statusref.domain.catalogue import Target
from statusref.domain.foreign import Foreign
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.status import ConfusablePair

if TYPE_CHECKING:
    from statusref.domain.chooser import Outcome, Walk
else:
    # The window starts without the chooser. Not in quotes below: Python would compile them, and for the first text that
    # it compiles it makes 119 types, a third of a megabyte.
    Outcome = Walk = object


class ForeignAnswer(NamedTuple):
    """A number of another system: which system, and the number as it was typed."""

    system: Foreign
    number: str

    @property
    def id(self) -> str:
        return self.system.id


class Choice(NamedTuple):
    """The end of a path through the chooser."""

    walk: Walk
    outcome: Outcome

    @property
    def id(self) -> str:
        return self.walk.path


class Memo(NamedTuple):
    """The user's memo on an entry or a number. Its words are in the mark of the match."""

    about: Target

    @property
    def id(self) -> str:
        return f"memo-{self.about.id}"


Found = Target | Note | Neighbour | Message | Choice | ForeignAnswer | Memo
"""What a search finds: codes, and what stands beside them."""
T_co = TypeVar("T_co", bound=Found, covariant=True)


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
    MEMO = "memo"


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
    BESIDE = 8
    """A note, neighbour, message, choice or foreign answer, and a code that one of them means."""
    MEMO = 9
    """What the user has written."""
    KEYWORD = 10
    SITUATION = 11
    """The query's words describe a situation in which the code is sent."""
    ATTRIBUTE = 12
    PROSE = 13
    OTHER_LAYOUT = 14
    TYPO = 15
    NUMBER_PAGE = 16


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


class Match(Generic[T_co]):
    """One result: its target, its tier, and a score from 0 to 1 that never increases down the ranking.

    ``marks`` (the best first) are computed on first access, because a list shows only a few of many matches.
    """

    __slots__ = ("_find_marks", "_marks", "score", "target", "tier")

    def __init__(self, target: T_co, tier: Tier, score: float, find_marks: Callable[[], tuple[Mark, ...]]) -> None:
        self.target = target
        self.tier = tier
        self.score = score
        self._find_marks = find_marks
        self._marks: tuple[Mark, ...] | None = None

    @property
    def id(self) -> str:
        target: Found = self.target
        return target.slug if isinstance(target, Note) else target.id

    @property
    def is_code(self) -> bool:
        """Whether it is the page of an entry or of a number."""
        return not isinstance(self.target, Note | Neighbour | Message | Choice | ForeignAnswer | Memo)

    @property
    def marks(self) -> tuple[Mark, ...]:
        if self._marks is None:
            self._marks = self._find_marks()
        return self._marks

    def __repr__(self) -> str:
        return f"Match({self.id}, {self.tier.name}, {self.score:.3f})"


class Ranking(Sequence[Match[Target]]):
    """All matches of codes in order.

    Each is made only when it is accessed: ten thousand cost no more than the few shown.

    ``make`` returns the match of a rank, ``targets`` and ``identities`` those of many ranks at once.
    """

    __slots__ = ("_identities", "_make", "_ranks", "_targets")

    def __init__(
        self,
        ranks: Sequence[int] = (),
        make: Callable[[int], Match[Target]] | None = None,
        targets: Callable[[Sequence[int]], list[Target]] | None = None,
        identities: Callable[[Sequence[int]], list[int]] | None = None,
    ) -> None:
        self._ranks = ranks
        self._make = make
        self._targets = targets
        self._identities = identities

    def targets(self) -> list[Target]:
        """Return the targets of all matches in order, without making the matches."""
        return [] if self._targets is None else self._targets(self._ranks)

    def identities(self) -> list[int]:
        """Return a number for each target, in order; in all results of one search it is the same for one target."""
        return [] if self._identities is None else self._identities(self._ranks)

    @overload
    def __getitem__(self, index: int) -> Match[Target]: ...
    @overload
    def __getitem__(self, index: slice) -> "Ranking": ...
    def __getitem__(self, index: int | slice) -> "Match[Target] | Ranking":
        if isinstance(index, slice):
            return Ranking(self._ranks[index], self._make, self._targets, self._identities)
        rank = self._ranks[index]
        if self._make is None:
            raise IndexError(index)
        return self._make(rank)

    def __len__(self) -> int:
        return len(self._ranks)

    def __iter__(self) -> Iterator[Match[Target]]:
        return (self[i] for i in range(len(self._ranks)))


class Mixed(Sequence[Match[Found]]):
    """The matches of codes with others set among them: ``others`` maps a place in the whole list to its match."""

    __slots__ = ("_codes", "_others", "_places")

    def __init__(self, codes: Ranking, others: dict[int, Match[Found]]) -> None:
        self._codes = codes
        self._others = others
        self._places = sorted(others)

    def targets(self) -> list[Found]:
        """Return the targets of all matches in order, without making those of codes."""
        targets: list[Found] = [*self._codes.targets()]
        for place in self._places:
            targets.insert(place, self._others[place].target)
        return targets

    def identities(self) -> list[int | str]:
        """Return the numbers of codes and the ids of the others, in order."""
        identities: list[int | str] = [*self._codes.identities()]
        for place in self._places:
            identities.insert(place, self._others[place].target.id)
        return identities

    @overload
    def __getitem__(self, index: int) -> Match[Found]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Match[Found]]: ...
    def __getitem__(self, index: int | slice) -> Match[Found] | Sequence[Match[Found]]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        other = self._others.get(place)
        return self._codes[place - bisect_left(self._places, place)] if other is None else other

    def __len__(self) -> int:
        return len(self._codes) + len(self._others)


class Comparison(NamedTuple):
    """Two codes that the query compares: the pair with its sentence, and the note about both, if there is one."""

    pair: ConfusablePair
    note: Note | None


class Results(NamedTuple):
    """The ranked matches of ``query``. Suggestions and their reason only if there is no match.

    ``codes`` are the matches that are codes, in the same order. ``truncated_query`` says that the query was too long
    and that its end was ignored. ``comparison`` is set where the query compares two codes that people mix up.
    ``compared`` are the ids of all codes that it compares.
    """

    query: str
    matches: Sequence[Match[Found]]
    codes: Ranking
    suggestions: Ranking = Ranking()
    reason: Reason | None = None
    truncated_query: bool = False
    comparison: Comparison | None = None
    compared: tuple[str, ...] = ()
