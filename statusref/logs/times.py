"""Reads the times in log lines, in the formats that servers write."""

from datetime import UTC, datetime
from functools import lru_cache

from statusref.logs.lazy_pattern import LazyPattern

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}

_ISO = LazyPattern(
    r"(?P<year>\d{4})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?:[T\t]| - | )"
    r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?P<fraction>[.,]\d{1,9})?[ ]?(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
_COMMON = LazyPattern(
    r"(?P<day>\d{1,2})[/ -](?P<month>[A-Za-z]{3})[/ -](?P<year>\d{4})[: ]"
    r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
    r"(?P<fraction>\.\d{1,9})?(?:[ ](?P<zone>[+-]\d{4}))?"
)
_EPOCH = LazyPattern(r"(?P<seconds>[12]\d{9})(?:\.\d+|\d{3}|\d{6}|\d{9})?\Z")

ANYWHERE = LazyPattern(
    rb"\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?[+-]\d\d:?\d\d|Z)?"
    rb"|\d{1,2}[/ -][A-Z][a-z]{2}[/ -]\d{4}[: ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?: [+-]\d{4})?"
)
"""Finds a time in a line of unknown layout."""


@lru_cache(4096)
def iso_time(text: str) -> str:
    """Return ``text`` as ISO 8601, with its time zone if it has one; unchanged if it is not understood."""
    time = parsed(text)
    return text if time is None else time.isoformat()


@lru_cache(4096)
def parsed(text: str) -> datetime | None:
    """Return the time at the beginning of ``text``, or None. It has a time zone only if the text has one."""
    if found := _EPOCH.match(text):
        return datetime.fromtimestamp(int(found["seconds"]), UTC)
    found = _ISO.match(text) or _COMMON.match(text)
    if found is None:
        return None
    month = found["month"]
    zone = (found["zone"] or "").replace("Z", "+0000")
    try:
        return datetime.fromisoformat(
            f"{int(found['year']):04}-{int(month) if month.isdecimal() else _MONTHS[month.lower()]:02}"
            f"-{int(found['day']):02}T{int(found['hour']):02}:{found['minute']}:{found['second'] or '00'}{zone}"
        )
    except (KeyError, ValueError):
        return None
