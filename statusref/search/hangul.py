"""Splits Hangul into the key strokes of a two-set (두벌식) keyboard, and into initials (초성).

The keyboard has one key for each basic consonant and simple vowel, and shift with it for a doubled consonant: ㄲ is one
stroke and never ㄱ + ㄱ (KS X 5002). A compound vowel (ㅘ) and a final cluster (ㄳ) are two strokes. Whatever the
screen shows while a word is typed therefore has strokes that are a prefix of the word's strokes. That is how half-typed
words are found.
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
"""Maps conjoining jamo (NFD splits syllables into them) to the compatibility jamo that keyboards produce."""


class _Syllables(dict[int, str]):
    """A table for ``str.translate`` that computes each syllable when it is first needed. Other text stays as it is."""

    def __init__(self, convert: Callable[[int, int, int], str]) -> None:
        super().__init__({ord(jamo): strokes for jamo, strokes in _SPLIT.items()})
        self._convert = convert

    def __missing__(self, code: int) -> str:
        if FIRST_SYLLABLE <= code <= LAST_SYLLABLE:
            initial, rest = divmod(code - FIRST_SYLLABLE, _BLOCK)
            result = self[code] = self._convert(initial, *divmod(rest, len(_FINALS)))
            return result
        if code < FIRST_SYLLABLE:
            self[code] = chr(code)
        return chr(code)


def _syllable_strokes(initial: int, vowel: int, final: int) -> str:
    strokes = INITIALS[initial] + _jamo_strokes(_VOWELS[vowel])
    return strokes + _jamo_strokes(_FINALS[final]) if final else strokes


def _jamo_strokes(jamo: str) -> str:
    return _SPLIT.get(jamo, jamo)


_STROKES = _Syllables(_syllable_strokes)
_INITIALS = _Syllables(lambda initial, _vowel, _final: INITIALS[initial])


def strokes_of(text: str) -> str:
    """Replace every syllable and cluster of ``text`` by its key strokes; everything else stays."""
    return text if text.isascii() else text.translate(_STROKES)


def initials_of(text: str) -> str:
    """Replace every syllable by its first consonant and split lone clusters (ㄳ: ㄱㅅ); everything else stays."""
    return text if text.isascii() else text.translate(_INITIALS)


def is_syllable(char: str) -> bool:
    """Whether ``char`` is a whole syllable (가-힣)."""
    return "가" <= char <= "힣"


def is_jamo(char: str) -> bool:
    """Whether ``char`` is a single consonant or vowel as compatibility jamo (ㄱ-ㅣ)."""
    return "ㄱ" <= char <= "ㅣ"


def block_of(initial: str) -> tuple[str, str]:
    """Return the first and the last syllable that begin with ``initial``."""
    first = FIRST_SYLLABLE + INITIALS.index(initial) * _BLOCK
    return chr(first), chr(first + _BLOCK - 1)


def may_become(syllable: str) -> list[str]:
    """Return patterns of what a half-typed ``syllable`` may become with further strokes.

    ``고`` becomes 고-곻, 과-괗, 괘-괳 and 괴-굏. The final consonant of ``박`` may become a cluster or move to the next
    syllable: 박, 밗, 바가-바깋.
    """
    initial, rest = divmod(ord(syllable) - FIRST_SYLLABLE, _BLOCK)
    vowel, final = divmod(rest, len(_FINALS))
    start = FIRST_SYLLABLE + initial * _BLOCK
    if not final:
        vowels = [v for v, jamo in enumerate(_VOWELS) if _jamo_strokes(jamo).startswith(_jamo_strokes(_VOWELS[vowel]))]
        firsts = [start + v * len(_FINALS) for v in vowels]
        return [f"[{chr(first)}-{chr(first + len(_FINALS) - 1)}]" for first in firsts]
    start += vowel * len(_FINALS)
    strokes = _jamo_strokes(_FINALS[final])
    finals = [chr(start + f) for f, jamo in enumerate(_FINALS) if _jamo_strokes(jamo).startswith(strokes)]
    kept = chr(start + (_FINALS.index(strokes[0]) if len(strokes) > 1 else 0))
    first, last = block_of(strokes[-1])
    return [*finals, f"{kept}[{first}-{last}]"]


def compose(strokes: str) -> str:
    """Return what a two-set keyboard shows after ``strokes``. Any other character ends a syllable."""
    shown: list[str] = []
    at = 0
    while at < len(strokes):
        size, char = _first_syllable(strokes[at : at + 6])
        shown.append(char)
        at += size
    return "".join(shown)


_JOINED = {strokes: jamo for jamo, strokes in _SPLIT.items()}


def _first_syllable(strokes: str) -> tuple[int, str]:
    """Return how many of ``strokes`` belong to the first character shown, and that character."""
    if strokes[0] not in INITIALS or strokes[1:2] not in VOWELS:
        return 1, strokes[0]
    at = 3 if strokes[1:3] in _JOINED else 2
    vowel = _JOINED.get(strokes[1:at], strokes[1:at])
    final = " "
    # A consonant before a vowel belongs to the next syllable.
    if at < len(strokes) and strokes[at] in _FINALS[1:] and not _starts_syllable(strokes[at:]):
        pair = _JOINED.get(strokes[at : at + 2])
        if pair in CONSONANTS and not _starts_syllable(strokes[at + 1 :]):
            final, at = pair, at + 2
        else:
            final, at = strokes[at], at + 1
    block = INITIALS.index(strokes[0]) * _BLOCK + _VOWELS.index(vowel) * len(_FINALS)
    return at, chr(FIRST_SYLLABLE + block + _FINALS.index(final))


def _starts_syllable(strokes: str) -> bool:
    return strokes[:1] in INITIALS and strokes[1:2] in VOWELS
