"""Reads one line by the layouts that a single line is enough to tell."""

import re

from statusref.logs.answer import Answer
from statusref.logs.recognition import LINE_LAYOUTS

_CODE = re.compile(rb"[1-9]\d\d")


def codes_of(field: bytes) -> tuple[int, ...]:
    """Return the codes in a field of a log, such as ``504, 504, -``."""
    return tuple(int(code) for code in _CODE.findall(field))


def read_laid_out(line: bytes) -> Answer | None:
    """Return what a line of a known layout says, or None."""
    for layout in LINE_LAYOUTS:
        if found := layout.line.match(line):
            groups = found.groupdict(b"")
            return Answer(
                codes_of(groups["code"]),
                codes_of(groups.get("upstream", b"")),
                time=groups.get("time", b""),
                path=groups.get("path", b""),
                flags=groups.get("flags", b""),
            )
    return None
