"""A two-set (두벌식) keyboard with its input method, written apart from the search: it composes with Unicode's own
arithmetic.

The search takes text apart into keys; this types keys and shows what the screen shows. Each state is a string.
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
    """The keys that a typist presses for ``text``: jamo, and other characters as they are."""
    keys: list[str] = []
    for char in text:
        parts = unicodedata.normalize("NFD", char) if "가" <= char <= "힣" else char
        for part in parts:
            jamo = _compatible(part)
            keys += _APART.get(jamo, jamo)
    return keys


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
    """What is being composed: a lead, a vowel and a tail, each perhaps a pair."""

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

    def press(self, key: str) -> None:
        if key in _VOWELS:
            self._press_vowel(key)
        elif key in _LEADS:
            self._press_consonant(key)
        else:
            self._commit()
            self.done += key

    def _press_vowel(self, key: str) -> None:
        if self.tail:
            # The tail, or its second half, turns out to be the next syllable's first.
            parts = _APART.get(self.tail, self.tail)
            kept, moved = parts[:-1], parts[-1]
            self.tail = kept
            self._commit(moved, key)
        elif self.vowel and self.vowel + key in _PAIRS:
            self.vowel = _PAIRS[self.vowel + key]
        elif self.vowel:
            self._commit(vowel=key)
        elif self.lead in _APART:
            parts = _APART[self.lead]
            kept, moved = parts[0], parts[1]
            self.lead = kept
            self._commit(moved, key)
        else:
            self.vowel = key

    def _press_consonant(self, key: str) -> None:
        if self.lead and self.vowel and not self.tail and key in _TAILS:
            self.tail = key
        elif self.tail and self.tail + key in _PAIRS:
            self.tail = _PAIRS[self.tail + key]
        elif self.lead and not self.vowel and self.lead + key in _PAIRS:
            # Consonants in a row show as a cluster: ㄱㅅ as ㄳ.
            self.lead = _PAIRS[self.lead + key]
        else:
            self._commit(key)


def states(text: str) -> list[str]:
    """Everything the screen shows while ``text`` is typed, first key to last."""
    composer = Composer()
    shown = []
    for key in strokes(text):
        composer.press(key)
        shown.append(composer.shown)
    return shown


def initials(text: str) -> str:
    """What the screen shows after only the first consonants were typed."""
    composer = Composer()
    for char in text:
        composer.press(strokes(char)[0])
    return composer.shown
