"""Lines of keys and values (logfmt), and Prometheus' text format.

Sources: Brandur Leach's description of logfmt and the package go-logfmt; Prometheus' exposition formats.
"""

from statusref.logs.layout import PatternLayout, Rows
from statusref.logs.lazy_pattern import LazyPattern

_WORDS = rb"(?:[^ \t\n]*+[ \t]++)*?"
"""Skips words, as few as possible. Moving word by word is several times faster than letter by letter."""


def _ahead(keys: bytes, value: bytes) -> bytes:
    """Return a lookahead for a key with ``value`` anywhere in the line. It also matches if the line has no such key."""
    return b"(?:(?=" + _WORDS + b"(?:" + keys + rb')="?' + value + b")|)"


LOGFMT = PatternLayout(
    "logfmt",
    _ahead(rb"time|ts|t|timestamp|@timestamp", rb'(?P<time>[^"\n ]++(?: \d\d:[^"\n ]++)?)')
    + _ahead(rb"path|uri|url|request_uri|http\.path|RequestPath", rb'(?P<path>[^"\n ]++)')
    + _ahead(rb"(?:upstream|origin|backend)_?[sS]tatus(?:_?[cC]ode)?|OriginStatus|us", rb"(?P<upstream>[\d][\d, :-]*+)")
    + _WORDS
    + rb"(?:(?:http|response|resp|res)[._])?"
    + rb"(?:[sS]tatus(?:_?[cC]ode)?|DownstreamStatus|(?:http|response)_?code)"
    + rb'="?(?P<code>[1-9]\d\d)(?=["\s])',
)  # fmt: skip


class PrometheusLayout:
    """Counters by status code. The value of a sample is the number of responses.

    Only counters (``_total``, ``_count``) are read: the buckets of a histogram have the same responses several times.
    """

    name = "prometheus"
    is_complete = True

    _SAMPLE = LazyPattern(
        rb'(?:[\w:]+_(?:total|count)\{(?=[^\n]*?\b(?:code|status|status_code|http_status_code|response_code)="(?P<code>\d{3})")'
        rb'(?:(?=[^\n]*?\b(?:path|uri|handler|route)="(?P<path>[^"\n]*+))|)[^\n]*\} (?P<value>[0-9.eE+]+))?[^\n]*+\n'
    )  # fmt: skip

    def recognises(self, sample: list[bytes]) -> bool:
        """Whether the lines are of this format: comments that name types, or samples with a code in their labels."""
        if any(line.startswith((b"# TYPE ", b"# HELP ")) for line in sample):
            return True
        fits = sum(bool((found := self._SAMPLE.match(line + b"\n")) and found["code"]) for line in sample)
        return fits > 1 and 2 * fits >= len(sample)

    def rows(self, block: bytes) -> Rows:
        found: list[tuple[bytes, bytes, bytes]] = self._SAMPLE.findall(block)
        empty = [b""] * len(found)
        weights = [int(float(value)) if value else 0 for _, _, value in found]
        codes = [code if weight else b"" for (code, _, _), weight in zip(found, weights, strict=True)]
        return Rows(codes, empty, [path for _, path, _ in found], empty, empty, range(len(found)), weights)
