"""Logs of proxies and load balancers that have a form of their own.

Sources: HAProxy's configuration manual (8.2.3 HTTP log format), Squid's logformat ``squid``, Envoy's access logging,
Varnish's varnishlog.
"""

from statusref.logs.access_layouts import CODE, DATE, REQUEST
from statusref.logs.layout import PatternLayout
from statusref.logs.lazy_pattern import LazyPattern

_TIMER = rb"[+-]?\d++"

PROXY_LAYOUTS = (
    PatternLayout(
        "haproxy",
        rb'[^"\n]*?' + DATE + rb" [^ \n]++ [^ /\n]++/[^ \n]++ " + _TIMER + (b"/" + _TIMER) * 4 + b" " + CODE
        + rb' \+?\d++ [^ \n]++ [^ \n]++ (?P<flags>[-A-Za-z]{4}) [^"\n]*+(?:"[A-Z]++ (?P<path>[^ "\n]*+))?',
    ),
    PatternLayout(
        "squid",
        rb"(?P<time>\d{9,}\.\d++) ++\d++ [^ \n]++ [A-Z_]++/" + CODE + rb" \d++ [A-Z_]++ (?P<path>[^ \n]*+)",
    ),
    PatternLayout(
        "envoy", rb"\[(?P<time>\d{4}-\d\d-\d\dT[^\]\n]++)\] " + REQUEST + b" " + CODE + rb" (?P<flags>[A-Z,]++|-) "
    ),
)  # fmt: skip

VARNISHLOG = PatternLayout("varnishlog", rb"-+ +RespStatus +" + CODE, is_complete=True)
"""varnishlog writes many lines for a transaction. Only RespStatus is the code that the client got."""
VARNISH_TRANSACTION = LazyPattern(rb"\*+ +<< (?:Request|BeReq|Session) +>> ")
