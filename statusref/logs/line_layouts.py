"""Reads one line by the layouts that can be recognised from a single line."""

from statusref.logs.access_layouts import ACCESS_LAYOUTS, DATE
from statusref.logs.answer import Answer
from statusref.logs.cloud_layouts import CLOUD_LAYOUTS
from statusref.logs.lazy_pattern import LazyPattern
from statusref.logs.proxy_layouts import PROXY_LAYOUTS

LINE_LAYOUTS = (*PROXY_LAYOUTS, *ACCESS_LAYOUTS, *CLOUD_LAYOUTS)
"""Layouts that can be recognised from a single line, the more special ones first."""

_DATE = LazyPattern(rb"[^\"\n]*?" + DATE)
_DATED = tuple(layout.line for layout in LINE_LAYOUTS if DATE in layout.line.pattern)
UNDATED = tuple(layout.line for layout in LINE_LAYOUTS if DATE not in layout.line.pattern)
"""The patterns that are tried on every line; the others only on lines with the date of an access log."""
_CODE = LazyPattern(rb"[1-9]\d\d")


def codes_of(field: bytes) -> tuple[int, ...]:
    """Return the codes in a field of a log, such as ``504, 504, -``."""
    return tuple(int(code) for code in _CODE.findall(field))


def read_laid_out(line: bytes) -> Answer | None:
    """Return what the line says if it fits a known layout, else None."""
    patterns = (*_DATED, *UNDATED) if _DATE.match(line) else UNDATED
    for pattern in patterns:
        if found := pattern.match(line):
            groups = found.groupdict(b"")
            return Answer(
                codes_of(groups["code"]),
                codes_of(groups.get("upstream", b"")),
                time=groups.get("time", b""),
                path=groups.get("path", b""),
                flags=groups.get("flags", b""),
            )
    return None
