"""Converts text that was typed with the wrong keyboard layout on: QWERTY or two-set (두벌식, KS X 5002)."""

from statusref.search.hangul import INITIALS, compose, is_jamo, is_syllable, strokes_of

_LATIN = "qwertyuiopasdfghjklzxcvbnmQWERTOP"
_JAMO = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"
_TO_JAMO = dict(zip(_LATIN, _JAMO, strict=True)) | {c: _JAMO[_LATIN.index(c.lower())] for c in "YUIASDFGHJKLZXCVBNM"}
_TO_LATIN = {ord(jamo): latin.lower() for latin, jamo in zip(_LATIN, _JAMO, strict=True)}

_FEWEST = 2
"""A single letter converted would start far too many words."""


def latin_key(letter: str) -> str:
    """Return the Latin letter on the key that types a jamo: ``o`` for ``ㅐ``. Any other text stays as it is."""
    return letter.translate(_TO_LATIN)


def other_layout(text: str) -> str | None:
    """Return what the same key strokes give with the other layout, or None if that makes no sense.

    Only letters are converted, never digits. Latin letters must become whole syllables (the last may be half typed),
    or consonants only, which are initials.
    """
    if text.isupper():
        text = text.lower()
    if sum(map(str.isalpha, text)) < _FEWEST:
        return None
    has_hangul = any(is_syllable(char) or is_jamo(char) for char in text)
    has_latin = any(char.isascii() and char.isalpha() for char in text)
    if has_hangul == has_latin:
        return None
    if has_hangul:
        return strokes_of(text).translate(_TO_LATIN)
    hangul = compose("".join(_TO_JAMO.get(char, char) for char in text))
    letters = [char for char in hangul if is_syllable(char) or is_jamo(char)]
    if all(map(is_syllable, letters[:-1])) or all(char in INITIALS for char in letters):
        return hangul
    return None
