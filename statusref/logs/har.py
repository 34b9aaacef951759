"""HTTP archives (HAR): one JSON document, in which each entry has a time, a URL and a response.

It is read with patterns and not as JSON, because a recording may be too large for the memory. No text inside a string
can look like a key, because JSON writes quotation marks there with a backslash. Source: W3C's HAR draft, 1.2.
"""

import re

from statusref.logs.layout import Rows
from statusref.logs.lazy_pattern import LazyPattern

_PARTS = LazyPattern(
    rb'"startedDateTime"\s*+:\s*+"(?P<time>[^"]*+)"'
    rb'|"request"\s*+:\s*+\{[^{}\[\]]*?"url"\s*+:\s*+"(?P<path>[^"]*+)"'
    rb'|"response"\s*+:\s*+\{\s*+"status"\s*+:\s*+(?P<first>[1-9]\d\d)\b'
    rb'|"status"\s*+:\s*+(?P<code>[1-9]\d\d)\s*+,\s*+"statusText"'
)


class HarLayout:
    """Finds the codes of a HAR. It remembers time and URL of an entry, because its code comes later in the file."""

    name = "har"
    is_complete = True

    def __init__(self) -> None:
        self._time = b""
        self._path = b""

    @staticmethod
    def recognises(block: bytes) -> bool:
        """Whether a file begins as a HAR does."""
        return re.match(rb'\s*+\{\s*+"log"\s*+:\s*+\{', block) is not None and b'"version"' in block

    def rows(self, block: bytes) -> Rows:
        codes, times, paths, lines = [], [], [], []
        place = line = 0
        for found in _PARTS.finditer(block):
            if found["time"] is not None:
                self._time = found["time"]
            elif found["path"] is not None:
                self._path = found["path"]
            else:
                line += block.count(b"\n", place, found.start())
                place = found.start()
                codes.append(found["first"] or found["code"])
                times.append(self._time)
                paths.append(self._path)
                lines.append(line)
        empty = [b""] * len(codes)
        return Rows(codes, times, paths, empty, empty, lines)
