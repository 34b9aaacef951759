"""Finds the column of the status code in access logs with a format that an administrator has defined."""

import re
from collections.abc import Set as AbstractSet

from statusref.logs.layout import PatternLayout
from statusref.logs.lazy_pattern import LazyPattern

_FIELD = rb'(?:\[[^\]\n]*+\]|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|[^ \t|\n"\[]++)'
_GAP = rb"[ \t|]++"
_FIELDS = LazyPattern(_FIELD)
_REQUEST = LazyPattern(rb"\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT)\b")
_PATH = LazyPattern(rb'"?(?:[A-Z]{3,7} )?(/[^ "]*|https?://[^ "]*)')
_FEWEST = 5
"""The fewest lines from which a layout is concluded."""


def custom_layout(sample: list[bytes], known: AbstractSet[int]) -> PatternLayout | None:
    """Return a layout with the code in the column that has only ``known`` codes in all lines of ``sample``.

    If there are several such columns, the one with the fewest different codes. None if there are fewer than five lines,
    if one has no request, or if no single column is left.
    """
    if len(sample) < _FEWEST or not all(_REQUEST.search(line) for line in sample):
        return None
    columns = list(zip(*(_FIELDS.findall(line) for line in sample), strict=False))
    places = [place for place, column in enumerate(columns) if all(_code(field) in known for field in column)]
    if not places:
        return None
    few = min(len(set(columns[place])) for place in places)
    code = [place for place in places if len(set(columns[place])) == few]
    if len(code) != 1:
        return None
    fields = [_FIELD] * (code[0] + 1)
    for place, column in enumerate(columns[: code[0]]):
        if all(re.match(rb"[\"\[]?\d{1,4}[/-][\w]{2,3}[/-]\d{2,4}", field) for field in column):
            fields[place] = rb'["\[]?(?P<time>[^\]"\t|\n]++)["\]]?' if b"[" in column[0] else rb"(?P<time>[^ \t|\n]++)"
            break
    for place, column in enumerate(columns[: code[0]]):
        if all(_PATH.match(field) for field in column):
            fields[place] = (
                rb'"?(?:[A-Z]{3,7} )?(?P<path>[^ "\t|\n]++)[^"\n]*?"?'
                if column[0][:1] == b'"'
                else rb"(?P<path>[^ \t|\n]++)"
            )
            break
    fields[-1] = rb'"?(?P<code>[1-9]\d\d)"?(?=[ \t|\n])'
    return PatternLayout("custom", rb"[ \t|]*+" + _GAP.join(fields))


def _code(field: bytes) -> int:
    bare = field.strip(b'"')
    return int(bare) if len(bare) == 3 and bare.isdigit() else -1
