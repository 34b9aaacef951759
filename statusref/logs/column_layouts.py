"""Logs that name their columns: the W3C format (IIS, CloudFront) and CSV (JMeter, k6).

Sources: W3C's working draft on the Extended Log File Format; the documentation of IIS, of CloudFront's standard logs,
of JMeter's CSV listener, and of k6's CSV output.
"""

import re
from collections.abc import Iterator

from statusref.logs.layout import PatternLayout
from statusref.logs.lazy_pattern import LazyPattern

FIELDS = b"#Fields:"
_W3C_FIELD = rb"[^ \t\n]++"
_W3C_GAP = rb"[ \t]++"

_STATUS = LazyPattern(
    r"(?:http|response|resp|res|sc)?[ _.-]?(?:status|code|(?:status|return|result)[ _.-]?code)"
    r"|(?:상태|응답|http)\s*코드",
    re.IGNORECASE,
)
_UPSTREAM = LazyPattern(
    r"(?:upstream|origin|backend|target)[ _.-]?(?:response[ _.-]?)?(?:status|code)\w*", re.IGNORECASE
)
_TIME = LazyPattern(r"time[ _.-]?stamp|date[ _.-]?time|@?time(?:[ _.-]?local)?|date|일시|시각|시간", re.IGNORECASE)
_PATH = LazyPattern(r"url|uri|path|request[ _.-]?(?:uri|url|path)|cs-uri-stem|경로", re.IGNORECASE)


def w3c_layout(block: bytes) -> PatternLayout | None:
    """Return the layout that the first ``#Fields:`` line of ``block`` describes; None if it has no status column."""
    found = re.search(rb"^#Fields:[ \t]*+([^\n]*)", block, re.MULTILINE)
    names = found[1].decode("ascii", "replace").split() if found else []
    if "sc-status" not in names:
        return None
    groups = {names.index("sc-status"): b"(?P<code>[1-9]\\d\\d)"}
    if "cs-uri-stem" in names:
        groups[names.index("cs-uri-stem")] = b"(?P<path>" + _W3C_FIELD + b")"
    has_date = names[: names.index("time") + 1][-2:] == ["date", "time"] if "time" in names else False
    fields = [groups.get(place, _W3C_FIELD) for place in range(len(names))]
    if has_date:
        place = names.index("date")
        fields[place : place + 2] = [b"(?P<time>" + _W3C_FIELD + _W3C_GAP + _W3C_FIELD + b")"]
    last = max(place for place, field in enumerate(fields) if b"?P<" in field)
    name = "cloudfront" if "x-edge-location" in names else "iis" if "s-ip" in names else "w3c"
    return PatternLayout(name, b"(?!#)" + _W3C_GAP.join(fields[: last + 1]) + rb"(?=[ \t\n])", is_complete=True)


def parted_at_headings(block: bytes) -> Iterator[bytes]:
    """Yield ``block`` in parts with one ``#Fields:`` line each: IIS writes a new one whenever it starts again."""
    start = place = 0
    while place := block.find(b"\n" + FIELDS, place) + 1:
        if not all(line.startswith(b"#") for line in block[start : place - 1].split(b"\n")):
            yield block[start:place]
            start = place
    yield block[start:]


def csv_layout(heading: bytes) -> PatternLayout | None:
    """Return the layout that a CSV heading describes; None if the line is not a heading or has no status column."""
    separator = max(b",;|\t", key=heading.count)
    mark = bytes([separator])
    names = [name.strip(b'" \r').decode("utf-8", "replace") for name in heading.split(mark)]
    status = _column(names, _STATUS)
    if len(names) < 2 or status is None or any(name.isdecimal() for name in names):
        return None
    plain = b"[^" + re.escape(mark) + rb'"\n]*+'
    field = rb'(?:"[^"\n]*+(?:""[^"\n]*+)*+"|' + plain + b")"
    fields = [field] * len(names)
    for group, pattern in ("upstream", _UPSTREAM), ("path", _PATH), ("time", _TIME):
        place = _column(names, pattern)
        if place is not None and place != status:
            fields[place] = rb'"?(?P<' + group.encode() + b">" + plain + rb')"?'
    fields[status] = rb'"?(?P<code>[1-9]\d\d)"?'
    if "metric_name" in names:  # k6 writes a line for each metric of a request; this one comes once a request
        fields[names.index("metric_name")] = b"http_reqs"
    last = max(place for place, pattern in enumerate(fields) if pattern != field)
    return PatternLayout("csv", re.escape(mark).join(fields[: last + 1]), is_complete=True)


def _column(names: list[str], pattern: LazyPattern[str]) -> int | None:
    return next((place for place, name in enumerate(names) if pattern.fullmatch(name)), None)
