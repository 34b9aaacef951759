"""One way to understand a query."""

from collections.abc import Iterable

from statusref.search.needle import Needle


class Interpretation:
    """What to look for: any of ``wholes``, or all of ``words`` together.

    A whole is the query without its spaces. Each of ``words`` is a list of spellings, any of which will do.
    """

    __slots__ = ("wholes", "words")

    def __init__(self, wholes: Iterable[Needle] = (), words: Iterable[Iterable[Needle]] = ()) -> None:
        self.wholes = list(wholes)
        self.words = [list(spellings) for spellings in words]

    @classmethod
    def as_typed(cls, whole: Needle | None, words: Iterable[Needle]) -> "Interpretation":
        """Return the interpretation in which each word has one spelling."""
        return cls([] if whole is None else [whole], [[word] for word in words])
