"""Finds the words near a misspelt one: one key stroke wrong, missing, doubled or swapped, in long words two."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from statusref.domain.status import Entry
from statusref.search.entry_texts import attributes, keywords, names
from statusref.search.folding import words_of
from statusref.search.hangul import strokes_of
from statusref.search.needle import Needle
from statusref.search.ranks import Ranks
from statusref.search.results import Field
from statusref.search.slices import Slices, emptied

_SHORTEST = 3
_LONG = 8
_MOST = 8
_LONGEST = 60
_PIECE = 2000
_REMEMBERED = 64
"""How many words the corrections are remembered for: while a query is typed, most of its words stay the same."""
_Near = tuple[int, str, int]
"""Distance, word, and the index of the word among the choices."""
_BySize = dict[int, dict[str, str]]
"""By the number of their strokes: words as they are written, by their strokes."""
_ByPair = dict[str, str]
"""The strokes of words, by the first two, with spaces between the words."""
_Pairs = defaultdict[str, list[str]]
"""The same while words are added."""


class TypoIndex:
    """Knows the words and names of a catalogue. Ready when ``slices`` are finished; finds nothing before."""

    def __init__(self, ranks: Ranks) -> None:
        self._ranks = ranks
        self._by_size: _BySize = {}
        self._by_pair: _ByPair = {}
        self._remembered: dict[str, list[tuple[int, str]]] = {}
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        """Collect the words."""
        if self._by_size:
            return
        by_size: _BySize = {}
        by_pair: _Pairs = defaultdict(list)
        known: set[str] = set()
        for count, entry in enumerate(self._ranks.entries):
            for text in _texts(entry):
                # Most headers, tags and vendors stand on many entries.
                if text in known:
                    continue
                known.add(text)
                words = words_of(text)
                if len(words) > 1:
                    words.append("".join(words))
                for plain in words:
                    if not plain.isdecimal():
                        _add(strokes_of(plain), plain, by_size, by_pair)
            if count % 4 == 3:
                yield
        yield from emptied(known)
        joined: _ByPair = {}
        while by_pair:
            pair, strokes = by_pair.popitem()
            joined[pair] = " ".join(strokes)
            yield
        self._by_size, self._by_pair = by_size, joined

    def state(self) -> Iterator[tuple[_BySize, _ByPair]]:
        """Yield the pieces that ``restore`` takes, for the file of saved parts."""
        words = chain.from_iterable(map(dict.items, self._by_size.values()))
        while some := list(islice(words, _PIECE)):
            by_size: _BySize = {}
            by_pair: _Pairs = defaultdict(list)
            for strokes, plain in some:
                _add(strokes, plain, by_size, by_pair)
            yield by_size, {pair: " ".join(words) for pair, words in by_pair.items()}

    def restore(self, pieces: Iterable[tuple[_BySize, _ByPair]]) -> Iterator[None]:
        """Take what was saved instead of collecting the words, in slices."""
        by_size: _BySize = {}
        by_pair: _ByPair = {}
        for sizes, pairs in pieces:
            for size, words in sizes.items():
                by_size.setdefault(size, {}).update(words)
            for pair, strokes in pairs.items():
                by_pair[pair] = f"{by_pair[pair]} {strokes}" if pair in by_pair else strokes
            yield
        self._by_size, self._by_pair = by_size, by_pair

    def corrections(self, needle: Needle, *, is_finished: bool = False) -> list[str]:
        """Return at most eight folded words and names that ``needle`` may be a misspelling of, the nearest first.

        Unless ``is_finished``, it may also be a misspelt start of a longer word.
        """
        strokes = strokes_of(needle.plain)
        if not self._by_size or not _SHORTEST <= len(strokes) <= _LONGEST:
            return []
        if needle.digits or needle.initials or strokes.isdecimal():
            return []
        most = 2 if len(strokes) > _LONG else 1
        found = self._remembered.get(strokes)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[strokes] = self._whole_words(strokes, most)
        if not found and not is_finished:
            found = self._word_prefixes(strokes, most)
        return [self._by_size[len(word)][word] for _, word in found[:_MOST]]

    def nearest(self, needle: Needle) -> list[str]:
        """Return at most eight words for suggestions: the nearest to ``needle``, at most half of its strokes away."""
        strokes = strokes_of(needle.plain)
        if not self._by_size or not _SHORTEST <= len(strokes) <= _LONGEST:
            return []
        size = len(strokes)
        choices = [word for word in self._with_similar_start(strokes) if abs(len(word) - size) <= 2]
        found = _near(strokes, choices, max(2, size // 2))[:_MOST]
        return [self._by_size[len(word)][word] for _, word, _ in found]

    def _with_similar_start(self, strokes: str) -> list[str]:
        """Return the words that begin with one of the first two strokes. People seldom mistype the first stroke."""
        return [word for pair, words in self._by_pair.items() if pair[0] in strokes[:2] for word in words.split()]

    def _whole_words(self, strokes: str, most: int) -> list[tuple[int, str]]:
        size = len(strokes)
        if size == _SHORTEST:
            # With one stroke of three changed it could be any word, so only the order of the strokes may differ.
            same = sorted(strokes)
            choices = [[word for word in self._by_size.get(size, ()) if sorted(word) == same]]
        elif most == 1:
            choices = [list(self._by_size.get(near, ())) for near in (size - 1, size, size + 1)]
        else:
            choices = [[word for word in self._with_similar_start(strokes) if abs(len(word) - size) <= most]]
        found = [near for words in choices for near in _near(strokes, words, most)]
        return sorted((distance, word) for distance, word, _ in found)

    def _word_prefixes(self, strokes: str, most: int) -> list[tuple[int, str]]:
        """Find words that start with something near ``strokes``, for a word that is not typed to its end.

        The first two strokes may only be swapped, or one of them be superfluous; otherwise there would be too many
        words to compare.
        """
        if len(strokes) <= _SHORTEST:
            return []
        pairs = dict.fromkeys((strokes[:2], strokes[1::-1], strokes[0] + strokes[2], strokes[1:3]))
        longer = [word for pair in pairs for word in self._by_pair.get(pair, "").split() if len(word) > len(strokes)]
        best: dict[str, int] = {}
        for size in (len(strokes), len(strokes) + 1, len(strokes) - 1):
            for distance, _, place in _near(strokes, [word[:size] for word in longer], most):
                word = longer[place]
                best[word] = min(distance, best.get(word, distance))
        return sorted((distance, word) for word, distance in best.items())


def _add(strokes: str, plain: str, by_size: _BySize, by_pair: _Pairs) -> None:
    """Add a word, unless it is too short or there is one with the same strokes."""
    size = len(strokes)
    if size >= _SHORTEST and strokes not in (words := by_size.setdefault(size, {})):
        words[strokes] = plain
        by_pair[strokes[:2]].append(strokes)


def _texts(entry: Entry) -> Iterator[str]:
    """Yield the texts that people may misspell. Constants only repeat the phrases; specifications are numbers."""
    for texts in (names(entry), keywords(entry), attributes(entry)):
        for text in texts:
            if text.field not in (Field.CONSTANT, Field.SPECIFICATION):
                yield text.text


def _near(strokes: str, choices: list[str], most: int) -> list[_Near]:
    """Return the choices that are at most ``most`` strokes away, the nearest first."""
    # Imported at the first query that may be misspelt: it takes two megabytes, which a window that nobody mistypes in
    # does not need, and 20 ms, which no other key should wait for.
    from rapidfuzz.distance.OSA import distance as scorer  # noqa: PLC0415
    from rapidfuzz.process import extract  # noqa: PLC0415

    found = extract(strokes, choices, scorer=scorer, score_cutoff=most, limit=None)
    return sorted((int(distance), word, place) for word, distance, place in found)
