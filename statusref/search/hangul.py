"""Hangul as a two-set (두벌식) keyboard types it: syllables, jamo and clusters taken apart into keys and initials.

The Korean keyboard has one key for each basic consonant, each doubled consonant (with shift) and each simple vowel. A
compound vowel (ㅘ) and a final cluster (ㄳ) are two keys; ㄲ is one key and never ㄱ+ㄱ (KS X 5002). Every state the
screen shows while a word is typed is therefore, taken apart into keys, a prefix of the word's keys: that is what
finds half-typed words.
"""

from collections.abc import Callable

FIRST_SYLLABLE = 0xAC00
LAST_SYLLABLE = 0xD7A3
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_SPLIT = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
CONSONANTS = frozenset(INITIALS) | {c for c in _FINALS if c != " "}
VOWELS = frozenset(_VOWELS)
_BLOCK = len(_VOWELS) * len(_FINALS)

CONJOINING = {
    **{0x1100 + i: c for i, c in enumerate(INITIALS)},
    **{0x1161 + i: c for i, c in enumerate(_VOWELS)},
    **{0x11A7 + i: c for i, c in enumerate(_FINALS) if i},
}
"""Conjoining jamo (what NFD leaves of a syllable) to the compatibility jamo that keyboards give."""


class _Syllables(dict[int, str]):
    """For ``str.translate``: what a syllable becomes, worked out when it is first met; all else stays as it is."""

    def __init__(self, become: Callable[[int, int, int], str]) -> None:
        super().__init__({ord(jamo): keys for jamo, keys in _SPLIT.items()})
        self._become = become

    def __missing__(self, code: int) -> str:
        if FIRST_SYLLABLE <= code <= LAST_SYLLABLE:
            initial, rest = divmod(code - FIRST_SYLLABLE, _BLOCK)
            result = self[code] = self._become(initial, *divmod(rest, len(_FINALS)))
            return result
        if code < FIRST_SYLLABLE:
            self[code] = chr(code)
        return chr(code)


def _take_apart(initial: int, vowel: int, final: int) -> str:
    keys = INITIALS[initial] + _typed(_VOWELS[vowel])
    return keys + _typed(_FINALS[final]) if final else keys


def _typed(jamo: str) -> str:
    return _SPLIT.get(jamo, jamo)


_KEYS = _Syllables(_take_apart)
_INITIALS = _Syllables(lambda initial, _vowel, _final: INITIALS[initial])


def keys_of(text: str) -> str:
    """Take every syllable and cluster of ``text`` apart into keys; everything else stays."""
    return text if text.isascii() else text.translate(_KEYS)


def initials_of(text: str) -> str:
    """Replace every syllable by its first consonant and take lone clusters apart; everything else stays."""
    return text if text.isascii() else text.translate(_INITIALS)


def is_syllable(char: str) -> bool:
    """Whether ``char`` is a whole syllable (가-힣)."""
    return "가" <= char <= "힣"


def is_jamo(char: str) -> bool:
    """Whether ``char`` is a lone compatibility consonant or vowel (ㄱ-ㅣ)."""
    return "ㄱ" <= char <= "ㅣ"


def block_of(initial: str) -> tuple[str, str]:
    """Return the first and the last syllable that begin with ``initial``."""
    first = FIRST_SYLLABLE + INITIALS.index(initial) * _BLOCK
    return chr(first), chr(first + _BLOCK - 1)


def may_become(syllable: str) -> list[str]:
    """Return patterns for what ``syllable`` can be the beginning of while it is typed.

    ``고`` becomes 고-곻, 과-괗, 괘-괳 and 괴-굏. The final of ``박`` may become a cluster or the next syllable's
    first: 박, 밗, 바가-바깋.
    """
    initial, rest = divmod(ord(syllable) - FIRST_SYLLABLE, _BLOCK)
    vowel, final = divmod(rest, len(_FINALS))
    start = FIRST_SYLLABLE + initial * _BLOCK
    if not final:
        grown = [v for v, jamo in enumerate(_VOWELS) if _typed(jamo).startswith(_typed(_VOWELS[vowel]))]
        firsts = [start + v * len(_FINALS) for v in grown]
        return [f"[{chr(first)}-{chr(first + len(_FINALS) - 1)}]" for first in firsts]
    start += vowel * len(_FINALS)
    typed = _typed(_FINALS[final])
    finals = [chr(start + f) for f, jamo in enumerate(_FINALS) if _typed(jamo).startswith(typed)]
    kept = chr(start + (_FINALS.index(typed[0]) if len(typed) > 1 else 0))
    first, last = block_of(typed[-1])
    return [*finals, f"{kept}[{first}-{last}]"]


def compose(keys: str) -> str:
    """Put keys together to what a two-set keyboard shows after them; what is no jamo ends a syllable."""
    shown: list[str] = []
    at = 0
    while at < len(keys):
        size, char = _first_syllable(keys[at : at + 6])
        shown.append(char)
        at += size
    return "".join(shown)


_TOGETHER = {keys: jamo for jamo, keys in _SPLIT.items()}


def _first_syllable(keys: str) -> tuple[int, str]:
    """Return how many of ``keys`` the first written character takes, and that character."""
    if keys[0] not in INITIALS or keys[1:2] not in VOWELS:
        return 1, keys[0]
    at = 3 if keys[1:3] in _TOGETHER else 2
    vowel = _TOGETHER.get(keys[1:at], keys[1:at])
    final = " "
    # A consonant before a vowel begins the next syllable.
    if at < len(keys) and keys[at] in _FINALS[1:] and not _begins_syllable(keys[at:]):
        pair = _TOGETHER.get(keys[at : at + 2])
        if pair in CONSONANTS and not _begins_syllable(keys[at + 1 :]):
            final, at = pair, at + 2
        else:
            final, at = keys[at], at + 1
    block = INITIALS.index(keys[0]) * _BLOCK + _VOWELS.index(vowel) * len(_FINALS)
    return at, chr(FIRST_SYLLABLE + block + _FINALS.index(final))


def _begins_syllable(keys: str) -> bool:
    return keys[:1] in INITIALS and keys[1:2] in VOWELS
