"""Framing words: they make a question of a query, and say nothing of the code that is asked for."""

import re
from collections.abc import Iterable
from pathlib import Path

from statusref.domain.fields import Fields
from statusref.domain.registry import read_json

FILE = "search/framing.json"
_PART = re.compile(r"[A-Za-z'-]+|[^A-Za-z'-]+")
_LATIN = re.compile("[a-z]")
_EDGES = " \t\r\n.,:;!?()[]{}<>'\"`“”‘’…·/|~*→-"


class Framing:
    """The framing words and Korean endings of both languages, and the words that stand between what is compared."""

    def __init__(
        self,
        english: Iterable[str] = (),
        korean: Iterable[str] = (),
        endings: Iterable[str] = (),
        comparing: Iterable[str] = (),
    ) -> None:
        self._english = frozenset(english)
        self._korean = frozenset(korean)
        self._initials = frozenset(word[0] for word in self._korean)
        self._endings = frozenset(endings)
        self._comparing = frozenset(comparing)
        self._known: dict[str, bool] = {}

    @property
    def state(self) -> list[frozenset[str]]:
        """The arguments of another one that is the same, for the file of saved parts."""
        return [self._english, self._korean, self._endings, self._comparing]

    def frames(self, word: str) -> bool:
        """Whether ``word`` only frames: all its parts do (``HTTP에러코드가``), whatever the punctuation around it."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            bare = word.strip(_EDGES).lower()
            known = self._known[word] = self._frames_bare(bare)
        return known

    def rest(self, text: str) -> list[str]:
        """Return the words of ``text`` that do not frame."""
        return [word for word in text.split() if not self.frames(word)]

    def compares(self, word: str) -> bool:
        """Whether ``word`` stands between or beside two things that are compared."""
        return word.strip(_EDGES).lower() in self._comparing

    def without_ending(self, word: str) -> str:
        """Return a Korean word without its particle or ending; a word without one as it is."""
        for size in range(min(len(word) - 1, _LONGEST_ENDING), 0, -1):
            if word[-size:] in self._endings:
                return word[:-size]
        return word

    def _frames_bare(self, word: str) -> bool:
        if word.isalpha() and (word.isascii() or not _LATIN.search(word)):
            return word in self._english if word.isascii() else self._frames_korean(word)
        return all(map(self._frames_part, _PART.findall(word)))

    def _frames_part(self, part: str) -> bool:
        if part[0].isascii() and (part[0].isalpha() or part[0] in "'-"):
            return part.strip("'-") in self._english or not part.strip("'-")
        return self._frames_korean(part)

    def _frames_korean(self, part: str) -> bool:
        """Whether ``part`` is framing words joined together, each perhaps with an ending."""
        if not part or part in self._endings:
            return True
        if part[0] not in self._initials:
            return False
        starts = (part[:size] for size in range(min(len(part), _LONGEST_WORD), 0, -1))
        return any(start in self._korean and self._ends(part[len(start) :]) for start in starts)

    def _ends(self, rest: str) -> bool:
        if not rest or rest in self._endings:
            return True
        return len(rest) > 1 and self._frames_korean(rest)


def read_framing(root: Path) -> Framing:
    """Read the file under ``root``. Raises ResourceError if it is missing, no JSON, or says what it must not."""
    fields = Fields(read_json(root, FILE), FILE)
    fields.only(frozenset({"en", "ko", "endings", "comparing"}))
    comparing = fields.object("comparing")
    return Framing(
        fields.texts("en"),
        fields.texts("ko"),
        fields.texts("endings"),
        (*comparing.texts("en"), *comparing.texts("ko")),
    )


_LONGEST_ENDING = 4
_LONGEST_WORD = 8
_MOST_KNOWN = 4096
