"""Brings the forms of an English word together: ``deleting``, ``deleted`` and ``deletes`` are ``delet``."""

from functools import lru_cache

_ENDINGS = (
    "ations",
    "ation",
    "ating",
    "ated",
    "ates",
    "ate",
    "ings",
    "ing",
    "ions",
    "ion",
    "ied",
    "ies",
    "ed",
    "es",
    "ly",
    "s",
)
_FEWEST = 3


@lru_cache(4096)
def stem(word: str) -> str:
    """Return the stem of ``word``, in small letters. Words that differ only in their ending have the same stem."""
    plain = word.removesuffix("'s").replace("'", "")
    for ending in _ENDINGS if plain.endswith(_ENDINGS) else ():
        if plain.endswith(ending) and len(plain) - len(ending) >= _FEWEST and not plain.endswith("ss"):
            plain = plain.removesuffix(ending)
            if len(plain) > _FEWEST and plain[-1] == plain[-2] and plain[-1] not in "aeiouls":
                plain = plain[:-1]
            break
    if len(plain) > _FEWEST and plain[-1] in "ey":
        plain = plain[:-1]
    return plain.removesuffix("i") if len(plain) > _FEWEST else plain
