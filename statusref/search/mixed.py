"""Queries in which initials stand beside whole syllables (``ㅈ렬화``, ``찾을ㅅㅇ``), as a pattern over folded text."""

import re

from statusref.search.hangul import CONSONANTS, block_of, initials_of, is_syllable, may_become


def mixed_pattern(plain: str) -> re.Pattern[str]:
    """Compile a folded query: a lone consonant is any syllable that it begins, the last syllable may be half typed."""
    last = len(plain) - 1
    return re.compile("".join(_part(char, whole=i < last) for i, char in enumerate(plain)))


def _part(char: str, *, whole: bool) -> str:
    if char in CONSONANTS:
        return "".join(f"(?:{jamo}|{_begun_by(jamo)})" for jamo in initials_of(char))
    if is_syllable(char) and not whole:
        return f"(?:{'|'.join(may_become(char))})"
    return re.escape(char)


def _begun_by(jamo: str) -> str:
    block = block_of(jamo)
    # A cluster's second consonant is always one that can begin a syllable; ㄳ itself has been taken apart before.
    return f"[{block[0]}-{block[1]}]"
