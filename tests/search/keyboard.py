"""A simulated two-set (두벌식) keyboard and input method that share no code with the search.

The search splits text into strokes; this types strokes and returns the text that the screen shows after each. It
composes syllables by Unicode normalization.
"""

import unicodedata

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_PAIRS = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_APART = {whole: parts for parts, whole in _PAIRS.items()}


def strokes(text: str) -> list[str]:
    """Return the strokes that type ``text``: jamo, and other characters as they are."""
    typed: list[str] = []
    for char in text:
        parts = unicodedata.normalize("NFD", char) if "가" <= char <= "힣" else char
        for part in parts:
            jamo = _compatible(part)
            typed += _APART.get(jamo, jamo)
    return typed


def _compatible(part: str) -> str:
    code = ord(part)
    if 0x1100 <= code < 0x1113:
        return _LEADS[code - 0x1100]
    if 0x1161 <= code < 0x1176:
        return _VOWELS[code - 0x1161]
    if 0x11A8 <= code < 0x11C3:
        return _TAILS[code - 0x11A8]
    return part


class Composer:
    """Composes one syllable after the other. Lead, vowel and tail may each be a pair of jamo."""

    def __init__(self) -> None:
        self.done = ""
        self.lead = self.vowel = self.tail = ""

    @property
    def shown(self) -> str:
        return self.done + self._syllable()

    def _syllable(self) -> str:
        if not (self.lead and self.vowel):
            return self.lead + self.vowel + self.tail
        jamo = chr(0x1100 + _LEADS.index(self.lead)) + chr(0x1161 + _VOWELS.index(self.vowel))
        if self.tail:
            jamo += chr(0x11A8 + _TAILS.index(self.tail))
        return unicodedata.normalize("NFC", jamo)

    def _commit(self, lead: str = "", vowel: str = "") -> None:
        self.done += self._syllable()
        self.lead, self.vowel, self.tail = lead, vowel, ""

    def press(self, stroke: str) -> None:
        if stroke in _VOWELS:
            self._press_vowel(stroke)
        elif stroke in _LEADS:
            self._press_consonant(stroke)
        else:
            self._commit()
            self.done += stroke

    def _press_vowel(self, stroke: str) -> None:
        if self.tail:
            # The tail, or its second half, moves to the next syllable.
            parts = _APART.get(self.tail, self.tail)
            kept, moved = parts[:-1], parts[-1]
            self.tail = kept
            self._commit(moved, stroke)
        elif self.vowel and self.vowel + stroke in _PAIRS:
            self.vowel = _PAIRS[self.vowel + stroke]
        elif self.vowel:
            self._commit(vowel=stroke)
        elif self.lead in _APART:
            parts = _APART[self.lead]
            kept, moved = parts[0], parts[1]
            self.lead = kept
            self._commit(moved, stroke)
        else:
            self.vowel = stroke

    def _press_consonant(self, stroke: str) -> None:
        if self.lead and self.vowel and not self.tail and stroke in _TAILS:
            self.tail = stroke
        elif self.tail and self.tail + stroke in _PAIRS:
            self.tail = _PAIRS[self.tail + stroke]
        elif self.lead and not self.vowel and self.lead + stroke in _PAIRS:
            # Consonants in a row show as a cluster: ㄱㅅ as ㄳ.
            self.lead = _PAIRS[self.lead + stroke]
        else:
            self._commit(stroke)


def states(text: str) -> list[str]:
    """Return what the screen shows after each stroke of ``text``."""
    composer = Composer()
    shown = []
    for stroke in strokes(text):
        composer.press(stroke)
        shown.append(composer.shown)
    return shown


def initials(text: str) -> str:
    """Return what the screen shows when only the first consonant of each syllable is typed."""
    composer = Composer()
    for char in text:
        composer.press(strokes(char)[0])
    return composer.shown
