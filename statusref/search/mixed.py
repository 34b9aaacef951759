"""Makes patterns of queries that mix initials and whole syllables (``ㅈ렬화``, ``찾을ㅅㅇ``)."""

import re

from statusref.search.hangul import CONSONANTS, block_of, initials_of, is_syllable, may_become


def mixed_pattern(plain: str) -> re.Pattern[str]:
    """Return a pattern of a folded query for folded text.

    A lone consonant matches itself and every syllable with this initial. The last syllable may be half typed.
    """
    return re.compile(mixed_source(plain))


def mixed_source(plain: str) -> str:
    """Return the same as the source of a pattern, to be part of a larger one."""
    last = len(plain) - 1
    return "".join(_part(char, is_last=i == last) for i, char in enumerate(plain))


def _part(char: str, *, is_last: bool) -> str:
    if char in CONSONANTS:
        return "".join(f"(?:{jamo}|{_syllables_with(jamo)})" for jamo in initials_of(char))
    if is_syllable(char) and is_last:
        return f"(?:{'|'.join(may_become(char))})"
    return re.escape(char)


def _syllables_with(jamo: str) -> str:
    # Always a possible initial: ``initials_of`` has split clusters, which are not, into two consonants that are.
    first, last = block_of(jamo)
    return f"[{first}-{last}]"
