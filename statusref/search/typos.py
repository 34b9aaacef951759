"""Words near a misspelt one, by keys: one wrong, missing, doubled or swapped key, two in long words."""

from collections.abc import Callable, Iterator

from statusref.domain.status import Entry
from statusref.search.entry_texts import attributes, keywords, names
from statusref.search.folding import words_of
from statusref.search.hangul import keys_of
from statusref.search.keys import Ranks
from statusref.search.needle import Needle
from statusref.search.results import Field
from statusref.search.slices import Slices

_SHORTEST = 3
_LONG = 8
_MOST = 8
_LONGEST = 60
_Near = tuple[int, str, int]
"""Distance, word, and its place among the choices."""


class TypoIndex:
    """The words and names of a catalogue by length. Ready when ``slices`` are done."""

    def __init__(self, ranks: Ranks) -> None:
        self._ranks = ranks
        self._plain: dict[str, str] = {}
        self._by_size: dict[int, list[str]] = {}
        self._by_pair: dict[str, list[str]] = {}
        self._near: Callable[[str, list[str], int], list[_Near]] = _nothing
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        """Collect the words, and load the library that measures distance."""
        for count, entry in enumerate(self._ranks.entries):
            for text in _texts(entry):
                self._add(text)
            if count % 4 == 3:
                yield
        for count, keys in enumerate(self._plain):
            self._by_size.setdefault(len(keys), []).append(keys)
            self._by_pair.setdefault(keys[:2], []).append(keys)
            if count % 1000 == 999:
                yield
        yield
        self._near = _load()

    def _add(self, text: str) -> None:
        words = words_of(text)
        for plain in (*words, "".join(words)):
            keys = keys_of(plain)
            if len(keys) >= _SHORTEST and not plain.isdecimal():
                self._plain.setdefault(keys, plain)

    def corrections(self, needle: Needle, *, is_finished: bool = False) -> list[str]:
        """Return folded words and names that ``needle`` may have been meant to be, the nearest first.

        Unless it ``is_finished`` it may also be the beginning of a longer word.
        """
        keys = keys_of(needle.plain)
        if self._near is _nothing or not _SHORTEST <= len(keys) <= _LONGEST or needle.digits or needle.initials:
            return []
        most = 2 if len(keys) > _LONG else 1
        found = self._whole_words(keys, most)
        if not found and not is_finished:
            found = self._begun_words(keys, most)
        return [self._plain[word] for _, word in found[:_MOST]]

    def nearest(self, needle: Needle) -> list[str]:
        """Return what is nearest to ``needle`` within half of its length: for a suggestion, not for a match."""
        keys = keys_of(needle.plain)
        if self._near is _nothing or not _SHORTEST <= len(keys) <= _LONGEST:
            return []
        size = len(keys)
        choices = [word for word in self._begun_like(keys) if abs(len(word) - size) <= 2]
        return [self._plain[word] for _, word, _ in self._near(keys, choices, max(2, size // 2))[:_MOST]]

    def _begun_like(self, keys: str) -> list[str]:
        """Return the words with the same first key, or with the second in its place: few people miss the first."""
        return [word for pair, words in self._by_pair.items() if pair[0] in keys[:2] for word in words]

    def _whole_words(self, keys: str, most: int) -> list[tuple[int, str]]:
        size = len(keys)
        if size == _SHORTEST:
            # One changed key of three is any word; three swapped ones are the same word.
            same = sorted(keys)
            choices = [[word for word in self._by_size.get(size, ()) if sorted(word) == same]]
        elif most == 1:
            choices = [self._by_size.get(near, []) for near in (size - 1, size, size + 1)]
        else:
            choices = [[word for word in self._begun_like(keys) if abs(len(word) - size) <= most]]
        found = [near for words in choices for near in self._near(keys, words, most)]
        return sorted((distance, word) for distance, word, _ in found)

    def _begun_words(self, keys: str, most: int) -> list[tuple[int, str]]:
        """Take ``keys`` for the beginning of a word that is still being typed, a slip in the first two keys apart."""
        if len(keys) <= _SHORTEST:
            return []
        pairs = dict.fromkeys((keys[:2], keys[1::-1], keys[0] + keys[2], keys[1:3]))
        longer = [word for pair in pairs for word in self._by_pair.get(pair, ()) if len(word) > len(keys)]
        best: dict[str, int] = {}
        for size in (len(keys), len(keys) + 1, len(keys) - 1):
            for distance, _, place in self._near(keys, [word[:size] for word in longer], most):
                word = longer[place]
                best[word] = min(distance, best.get(word, distance))
        return sorted((distance, word) for word, distance in best.items())


def _texts(entry: Entry) -> Iterator[str]:
    """Yield what people may misspell: not the constants, which repeat the phrases, and no numbers."""
    for texts in (names(entry), keywords(entry), attributes(entry)):
        for text in texts:
            if text.field not in (Field.CONSTANT, Field.SPECIFICATION):
                yield text.text


def _load() -> Callable[[str, list[str], int], list[_Near]]:
    # Loaded here because it costs as much as the rest of the search; most searches never need it.
    from rapidfuzz.distance.OSA import distance as scorer  # noqa: PLC0415
    from rapidfuzz.process import extract  # noqa: PLC0415

    def near(keys: str, choices: list[str], most: int) -> list[_Near]:
        found = extract(keys, choices, scorer=scorer, score_cutoff=most, limit=None)
        return sorted((int(distance), word, place) for word, distance, place in found)

    return near


def _nothing(_keys: str, _choices: list[str], _most: int) -> list[_Near]:
    return []
