"""Reads a query before it is searched."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.library import Library
from statusref.logs.evidence import LineReader
from statusref.search.slices import Slices
from statusref.search.understanding.comparing import Comparing
from statusref.search.understanding.evidence import is_pasted
from statusref.search.understanding.foreign import ForeignNumber, ForeignSystems
from statusref.search.understanding.framing import Framing, read_framing
from statusref.search.understanding.mentions import Mention, Mentions
from statusref.search.understanding.names import EXCEPTION_ENDINGS, CodeNames


class Understanding(NamedTuple):
    """What a query says.

    ``codes`` are the status codes in it, in order; with ``by_place`` they stand where programs print them, and nothing
    else in it is searched. ``classes`` are the first digits of the classes (``400번대``), ``rest`` the words that are
    neither codes nor framing, ``compared`` the ids that each of the compared codes may be. ``is_pasted`` says that a
    program printed it.
    """

    codes: tuple[int, ...] = ()
    by_place: bool = False
    classes: tuple[int, ...] = ()
    rest: tuple[str, ...] = ()
    foreign: ForeignNumber | None = None
    compared: tuple[tuple[str, ...], ...] = ()
    is_pasted: bool = False


class Understander:
    """Understands queries. Without ``library`` there are no framing words and no foreign systems."""

    def __init__(self, catalogue: Catalogue, library: Library | None) -> None:
        self._catalogue = catalogue
        self._library = library
        self._known = frozenset(entry.code for entry in catalogue.entries)
        self._names = CodeNames(catalogue)
        self._framing: Framing | None = None
        self._comparing: Comparing | None = None
        self._mentions = Mentions(self._known.__contains__, self._is_called, self._frames)
        self._foreign = ForeignSystems(lambda: () if library is None else library.foreign)
        self._lines = LineReader(catalogue)
        self.slices = Slices(self._build)

    @property
    def names(self) -> CodeNames:
        self._names.slices.finish()
        return self._names

    @property
    def framing(self) -> Framing:
        """The framing words. Raises ResourceError if their file is wrong."""
        if self._framing is None:
            self._framing = Framing() if self._library is None else read_framing(self._library.root)
        return self._framing

    @property
    def comparing(self) -> Comparing:
        """What finds the codes that a query compares."""
        if self._comparing is None:
            self._comparing = Comparing(self._catalogue, self.names, self.framing)
        return self._comparing

    def _build(self) -> Iterator[None]:
        """Load and compile everything. Raises ResourceError for a file that is wrong."""
        yield from self._lines.prepare()
        self._foreign.prepare()
        yield
        _ = self.framing
        yield
        yield from self._names.slices

    def state(self) -> Iterator[Any]:
        """Yield the pieces that ``restore`` takes, for the file of saved parts: framing words, then names."""
        yield self.framing.state
        yield from self.names.state()

    def restore(self, pieces: Iterator[Any]) -> Iterator[None]:
        """Take what was saved instead of reading and folding it, in slices."""
        framing = Framing(*next(pieces))
        yield
        yield from self._names.restore(pieces)
        self._framing = framing

    def ordinary(self) -> Iterator[list[str]]:
        """Yield the folded texts by which people mean the codes of each number."""
        return self.names.ordinary()

    def understand(self, text: str) -> Understanding:
        """Read ``text``, which has at least one letter or digit."""
        if not any(map(str.isdigit, text)):
            return self._words_only(text)
        mentions: list[Mention] = []
        codes = list(self._lines.read_text(text).in_order)
        pasted = is_pasted(text)
        if not pasted:
            plain = text.translate(_PLAIN)
            mentions = self._mentions.find(plain)
        foreign = self._foreign.recognise(text)
        if foreign is not None:
            mentions = [mention for mention in mentions if not foreign.start <= mention.start < foreign.end]
            codes = [code for code in codes if str(code) != foreign.number]
        if mentions:
            return self._with_mentions(text, mentions, by_place=codes == [mention.code for mention in mentions])
        if codes:
            return Understanding(tuple(codes), by_place=True)
        if foreign is not None or pasted:
            return Understanding(foreign=foreign, is_pasted=pasted)
        return self._words_only(text)

    def _words_only(self, text: str) -> Understanding:
        if len(text.split(None, 1)) < 2 and not text.endswith(EXCEPTION_ENDINGS):
            return Understanding(rest=(text,))
        compared = self.comparing.compared(text, [])
        named = () if compared else tuple(self.names.in_programs(text))
        if named:
            return Understanding(named, by_place=True)
        return Understanding(rest=tuple(self.framing.rest(text)), compared=tuple(map(tuple, compared)))

    def _with_mentions(self, text: str, mentions: list[Mention], *, by_place: bool) -> Understanding:
        # "100-continue" is a value of Expect. If the text has another code, too, it is about that code.
        meant = sorted(mentions, key=lambda mention: text[mention.end :].lower().startswith("-continue"))
        codes = dict.fromkeys(mention.code for mention in meant if not mention.is_class)
        classes = dict.fromkeys(mention.code // 100 for mention in meant if mention.is_class)
        compared = self.comparing.compared(text, meant)
        return Understanding(
            tuple(codes),
            by_place,
            classes=tuple(classes),
            rest=tuple(self.framing.rest(_without(text, mentions))),
            compared=tuple(map(tuple, compared)),
        )

    def _frames(self, word: str) -> bool:
        return self.framing.frames(word)

    def _is_called(self, code: int, word: str) -> bool:
        return self.framing.frames(word) or self.names.is_called(code, word)


_PLAIN = {ord("０") + digit: str(digit) for digit in range(10)} | {code: chr(code + 32) for code in range(65, 91)}
"""Full-width digits become digits and Latin letters small, one character each: places stay where they are."""


def _without(text: str, mentions: list[Mention]) -> str:
    """Cut the numbers out of ``text``, with the particle behind each of them."""
    parts = []
    end = 0
    for mention in mentions:
        parts.append(text[end : mention.start])
        end = mention.end
    parts.append(text[end:])
    return " ".join(parts)
