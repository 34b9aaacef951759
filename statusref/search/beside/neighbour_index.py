"""Finds the neighbours that a query names: by number with its context, by name, or by a message of theirs."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from statusref.domain.errors import ResourceError
from statusref.domain.neighbours import Neighbour, NeighbourStore, family_of
from statusref.search.beside.phrasebook import Hit, Phrasebook, Scanned, apart
from statusref.search.beside.spellings import Spelling, is_number, spellings
from statusref.search.folding import squash
from statusref.search.slices import Slices, emptied

MOST = 4
"""Neighbours that one query gives at most."""
_NEAR = 24
"""Characters between a word of the family and a short number that still belong together."""
_MOST_NUMBERS = 64
"""Numbers of a text, and words of families beside them, that are looked at."""
_FEWEST_TYPED = 5
"""Letters of a name that must be typed before it is found."""
_LONGEST_NAME = 80
_NUMBERS_SLICE = 4
_TOKEN = re.compile(r"-?(?:0x[0-9a-f]+|\d+)(?![\w.]*\w)", re.IGNORECASE)
_FLAGS = re.compile(r"(?:(?<=\d\d\d )[A-Z]{2,5}|[A-Z]{2,5}(?=, ?[A-Z]{2,5}\b))(?:, ?[A-Z]{2,5})*\b")
_FLAG = re.compile("[A-Z]+")
_LAST = "\U0010ffff"


class NeighbourIndex:
    """Ready when ``slices`` are finished, or after ``restore``; finds nothing before.

    It has the ids of the neighbours: a family is read when one of its neighbours is found. ``ordinary`` returns the
    folded texts that people type and mean a code by, those of one number at a time.
    """

    def __init__(self, store: NeighbourStore, ordinary: Callable[[], Iterable[list[str]]]) -> None:
        self._store = store
        self._ordinary = ordinary
        self.count = 0
        self._names: Phrasebook[str] = Phrasebook()
        self._beside: Phrasebook[str] = Phrasebook()
        self._family_words: Phrasebook[str] = Phrasebook()
        # Ids, with spaces between them: of each family the first with the number.
        self._numbers: dict[str, str] = {}
        self._flags: dict[str, str] = {}
        # Sorted lines: a name in small letters, a space, the id.
        self._typed: list[str] = []
        # Ids by folded name, found only if the query is nothing else.
        self._whole: dict[str, str] = {}
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        """Read and index one family at a time. Raises ResourceError for a family that is wrong."""
        ordinary: set[str] = set()
        neighbours = 0
        for count, texts in enumerate(self._ordinary()):
            ordinary.update(texts)
            if count % _NUMBERS_SLICE == 0:
                yield
        for slug in self._store.slugs:
            family = self._store.family(slug)
            yield
            for word in family.words:
                self._family_words.add(word, slug)
            for neighbour in family.entries:
                for spelling in spellings(neighbour, ordinary):
                    self._add(neighbour, spelling)
                    if " " in spelling.text and (folded := squash(spelling.text)) not in ordinary:
                        self._whole[folded] = f"{self._whole.get(folded, '')} {neighbour.id}".lstrip()
            neighbours += len(family.entries)
            yield
        self._typed.sort()
        self.count = neighbours
        yield from emptied(ordinary)

    def _add(self, neighbour: Neighbour, spelling: Spelling) -> None:
        text = spelling.text
        if is_number(text):
            same = self._numbers.get(text.lower(), "").split()
            if neighbour.family not in map(family_of, same):
                self._numbers[text.lower()] = " ".join((*same, neighbour.id))
            if not spelling.alone:
                return
        if spelling.exact_case and neighbour.family == "envoy":
            self._flags[text] = neighbour.id
        book = self._names if spelling.alone else self._beside
        book.add(text, neighbour.id, exact_case=spelling.exact_case)
        if spelling.alone and len(text) >= _FEWEST_TYPED and ("_" in text or text.isupper()) and " " not in text:
            self._typed.append(f"{text.lower()} {neighbour.id}")

    def state(self) -> Any:  # noqa: ANN401 (whatever ``restore`` takes)
        books = self._names, self._beside, self._family_words
        own = self._numbers, self._flags, self._typed, self._whole
        return self.count, [book.state for book in books], own

    def restore(self, state: Any) -> None:  # noqa: ANN401 (see ``state``)
        """Take what was saved instead of indexing the families."""
        self.count, books, own = state
        self._names, self._beside, self._family_words = map(Phrasebook, books)
        self._numbers, self._flags, self._typed, self._whole = own

    def find(self, scanned: Scanned) -> list[Neighbour]:
        """Return at most ``MOST`` neighbours that the text names: by number, then by the longest name."""
        found = map(self._read, list(dict.fromkeys(self._ids(scanned)))[:MOST])
        return [neighbour for neighbour in found if neighbour is not None]

    def _read(self, neighbour_id: str) -> Neighbour | None:
        # A file that was damaged since it was indexed costs only its own neighbours.
        with suppress(ResourceError):
            return self._store.get(neighbour_id)
        return None

    def _ids(self, scanned: Scanned) -> list[str]:
        text = scanned.text
        bare = text.strip().lower()
        found = self._numbers.get(bare, "").split()
        if not found:
            families = self._family_words.find(scanned)
            if families:
                found += self._by_number(text, families)
            if scanned.small != text:
                found += self._by_flags(text)
            hits = self._names.find(scanned)
            if families:
                slugs = {hit.value for hit in families}
                hits += [hit for hit in self._beside.find(scanned) if family_of(hit.value) in slugs]
                hits.sort(key=lambda hit: (-hit.size, hit.start))
            found += [hit.value for hit in apart(hits) if not _is_part(text, hit)]
            if not found and len(bare) >= _FEWEST_TYPED and " " not in bare:
                found += self._starting_with(bare)
            if not found and len(bare) <= _LONGEST_NAME:
                found += self._whole.get(squash(bare), "").split()
            if not found and text.strip() in self._flags:
                found.append(self._flags[text.strip()])
        return found

    def _by_number(self, text: str, families: list[Hit[str]]) -> Iterator[str]:
        """Yield the neighbours whose number stands near a word of their family; four digits may stand further away."""
        for number in islice(_TOKEN.finditer(text), _MOST_NUMBERS):
            named = self._numbers.get(number[0].lower()) or self._numbers.get(number[0].lower().lstrip("-"))
            if named is None or (number.start() and text[number.start() - 1] in "._/#"):
                continue
            for hit in families[:_MOST_NUMBERS]:
                if len(number[0]) >= 4 or _is_near(text, hit, number):
                    yield from (neighbour for neighbour in named.split() if family_of(neighbour) == hit.value)

    def _by_flags(self, text: str) -> Iterator[str]:
        """Yield what Envoy's response flags mean: behind a status code (``503 UF``), or several (``UF,URX``)."""
        for match in _FLAGS.finditer(text):
            flags = [self._flags.get(flag) for flag in _FLAG.findall(match[0])]
            yield from (flag for flag in flags if flag is not None and None not in flags)

    def _starting_with(self, start: str) -> list[str]:
        low = bisect_left(self._typed, start)
        high = bisect_left(self._typed, start + _LAST, low)
        return [line.split()[1] for line in self._typed[low : min(high, low + MOST)]]


def _is_part(text: str, hit: Hit[str]) -> bool:
    """Whether a number that was found is part of a longer one: ``404.1`` in ``v20.404.1``."""
    if not text[hit.start].isdigit():
        return False
    behind = text[hit.end : hit.end + 2]
    return text[hit.start - 1 : hit.start] in {".", ",", "-"} or (behind[:1] == "." and behind[1:].isdigit())


def _is_near(text: str, family: Hit[str], number: re.Match[str]) -> bool:
    """Whether the number is the first behind the word of its family, or stands right before it."""
    if number.start() >= family.end:
        between = text[family.end : number.start()]
        return len(between) <= _NEAR and not any(map(str.isdigit, between))
    between = text[number.end() : family.start]
    return number.end() <= family.start and between in {" ", "", "  "}
