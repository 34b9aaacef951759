"""What was meant when the other keyboard layout was on: the same keys, as QWERTY or as 두벌식 (KS X 5002)."""

from statusref.search.hangul import INITIALS, compose, is_jamo, is_syllable, keys_of

_LATIN = "qwertyuiopasdfghjklzxcvbnmQWERTOP"
_JAMO = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"
_TO_JAMO = dict(zip(_LATIN, _JAMO, strict=True)) | {c: _JAMO[_LATIN.index(c.lower())] for c in "YUIASDFGHJKLZXCVBNM"}
_TO_LATIN = {ord(jamo): latin.lower() for latin, jamo in zip(_LATIN, _JAMO, strict=True)}


_FEWEST = 2
"""One letter is the beginning of anything."""


def other_layout(text: str) -> str | None:
    """Return what the keys of ``text`` write with the other layout, or None if that makes no sense.

    Only letters are converted, never digits. Latin letters must give syllables, or consonants alone, which are
    initials.
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
        return keys_of(text).translate(_TO_LATIN)
    hangul = compose("".join(_TO_JAMO.get(char, char) for char in text))
    letters = [char for char in hangul if is_syllable(char) or is_jamo(char)]
    if all(map(is_syllable, letters[:-1])) or all(char in INITIALS for char in letters):
        return hangul
    return None
