"""Checks whether a Korean particle fits the number, Latin word or bracket before it, as that is read aloud."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import hangulpy

READINGS: dict[str, str] = json.loads(Path(__file__).with_name("readings.json").read_text("utf-8"))

_DIGITS = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
# Only the last sound matters. The names of l and r end in ㄹ, those of m and n in another consonant, others in a vowel.
_LETTERS = {"l": "엘", "m": "엠", "n": "엔", "r": "알"}
_OTHER_LETTER = "이"
_SYMBOLS = {"%": "퍼센트", "+": "플러스", "°": "도", "/": "슬래시"}

# The form after a final consonant, and the form after a vowel.
_PAIRS = [
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이나", "나"),
    ("이라고", "라고"),
    ("이라는", "라는"),
    ("이라면", "라면"),
    ("이란", "란"),
    ("이며", "며"),
    ("이면", "면"),
    ("이든", "든"),
]
_PAIR_OF = {particle: pair for pair in _PAIRS for particle in pair}
_LONGEST_FIRST = "|".join(sorted(_PAIR_OF, key=len, reverse=True))

_AFTER_FOREIGN = re.compile(
    rf"(?P<word>[0-9A-Za-z](?:[0-9A-Za-z._/:+%°-]*[0-9A-Za-z/+%°])?)(?P<close>[\"'”’)\]>]*)(?P<particle>{_LONGEST_FIRST})"
    r"(?:(?:써|서|부터|도|만|는|의|까지)(?![가-힣])|(?![가-힣]))"
)
_BEFORE_BRACKET = re.compile(r"([0-9A-Za-z가-힣][0-9A-Za-z._/:+%°-]*)[\"'”’]*$")
# After Hangul, only clear mistakes are found: an object or direction particle of the wrong form.
_AFTER_HANGUL = re.compile(r"([가-힣]+?)(을|를|으로)(?:써|서|부터|도|만|는|의|까지)?(?![가-힣])")
_NO_PARTICLE = {"마을", "가을", "노을", "겨를", "나을"}
_SUBWORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|[0-9]+|[가-힣]+")


class Slip(NamedTuple):
    """A particle that does not fit, the one that would, and the text around it."""

    word: str
    particle: str
    expected: str
    around: str


def slips(text: str) -> Iterator[Slip]:
    """Find the particles that do not fit in plain text (no markup, no HTTP messages).

    Words are skipped if their reading is not listed and cannot be told from their spelling.
    """
    for match in _AFTER_FOREIGN.finditer(text):
        word, particle = _word_judged(text, match), match["particle"]
        reading = read_aloud(word)
        expected = _fitting(reading, particle) if reading else particle
        if expected != particle and not _fits_uncontracted(particle):
            yield Slip(word, particle, expected, text[max(0, match.start() - 20) : match.end() + 10])
    for match in _AFTER_HANGUL.finditer(text):
        noun, particle = match[1], match[2]
        expected = _fitting(noun, particle)
        if expected != particle and noun + particle not in _NO_PARTICLE:
            yield Slip(noun, particle, expected, text[max(0, match.start() - 20) : match.end() + 10])


def read_aloud(word: str) -> str | None:
    """Return in Hangul how the last part of a word is read, or None if that is not known."""
    end = word[-1]
    parts = _SUBWORDS.findall(word)
    last = parts[-1] if parts else ""
    known = READINGS.get(word.lower()) or READINGS.get(last.lower())
    if end in _SYMBOLS:
        return _SYMBOLS[end]
    if known is not None:
        return known
    if end in _DIGITS or "가" <= end <= "힣":
        return _DIGITS.get(end, end)
    if last.isupper() or len(last) == 1:
        return _LETTERS.get(last[-1].lower(), _OTHER_LETTER)
    return _by_spelling(last)


def _by_spelling(word: str) -> str | None:
    """Return a syllable with the same ending as the word, if the spelling leaves no doubt: ``Anki``, ``Markdown``."""
    if word.endswith(("a", "i", "o", "u", "y", "r", "s", "x", "z", "f", "v", "sh", "ch", "th")):
        return _OTHER_LETTER
    return {"l": "엘", "m": "엠", "n": "엔"}.get(word[-1:]) or ("잉" if word.endswith("ng") else None)


def _fitting(reading: str, particle: str) -> str:
    after_consonant, after_vowel = _PAIR_OF[particle]
    if after_vowel == "로" and hangulpy.get_jongsung(reading[-1]) == "ㄹ":
        return after_vowel
    return after_consonant if hangulpy.has_batchim(reading) else after_vowel


def _word_judged(text: str, match: re.Match[str]) -> str:
    """Return the word before the particle, without what is in brackets: ``표현`` in ``표현(representation)이``."""
    word = match["word"]
    if ")" not in match["close"]:
        return word
    opening = text.rfind("(", 0, match.end("close"))
    before = _BEFORE_BRACKET.search(text[:opening]) if opening > 0 else None
    return before[1] if before else word


def _fits_uncontracted(particle: str) -> bool:
    """After a vowel, ``404이나`` is old-fashioned but correct, because the 이 of the copula may stay."""
    return len(particle) > 1 and particle.startswith("이")
