"""The options of an address (``?delay=2s&body=json``), read into one value."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from statusref.lab.bodies import MOST_BYTES
from statusref.lab.errors import BadOptionError
from statusref.lab.steps import Headers

LONGEST_DELAY = 60.0
MOST_TIMES = 100
BODIES = ("problem", "html", "text", "json", "empty")
CORS = ("none", "*", "origin", "credentials")
FRAMING = ("length", "chunked")
HOW = ("close", "reset", "half", "chunk", "garbage")
REDIRECTS = (300, 301, 302, 303, 305, 307, 308)
_DELAY = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)(ms|s|)")
_SIZE = re.compile(r"(\d{1,7})(B|kB|KB|MB|)")
_UNITS = {"": 1, "B": 1, "kB": 1024, "KB": 1024, "MB": 1024 * 1024}
_SHARE = re.compile(r"(000|[2-9]\d\d):(\d{1,4})")
_HEADER = re.compile(r"([A-Za-z0-9-]{1,60}):[ \t]*([\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?)")
_HEADERS = (
    "Accept-Patch Accept-Post Accept-Query Accept-Ranges Age Allow Cache-Control Content-Language Deprecation ETag "
    "Expires Last-Modified Proxy-Authenticate RateLimit RateLimit-Policy Retry-After Server Server-Timing Sunset Vary "
    "Via WWW-Authenticate"
)
"""What ``header=`` may add, besides names that begin with ``X-``. Nothing that frames the message, names its type, sets
cookies, or makes a browser load another address."""
_CLOSING = ("connection", "close")
"""The one value of ``Connection`` that may be added."""


class Wanted(NamedTuple):
    """Times are seconds, sizes bytes. None and empty stand for an option that was not given."""

    delay: float | None = None
    times: int = 0
    mix: tuple[tuple[int, int], ...] = ()
    seed: int | None = None
    body: str | None = None
    size: int | None = None
    headers: Headers = ()
    to: str | None = None
    code: int | None = None
    cors: str | None = None
    how: str = "close"
    framing: str = "length"
    bytes: int | None = None
    every: float | None = None
    refuse: int | None = None
    limit: int | None = None


NOTHING = Wanted()
"""What an address without options wants."""


def read_options(options: Iterable[tuple[str, str]]) -> Wanted:
    """Raise BadOptionError for the first option that is unknown, comes twice or has a value that it cannot have."""
    found: dict[str, object] = {}
    headers: list[tuple[str, str]] = []
    for name, value in options:
        if name == "header":
            headers.append(_header(value))
        elif name not in _READERS:
            raise BadOptionError("unknown", name, allowed=", ".join(sorted((*_READERS, "header"))))
        elif name in found:
            raise BadOptionError("twice", name)
        elif name == "body" and value not in BODIES:
            found["size"] = _size(name, value)
        else:
            found[name] = _READERS[name](name, value)
    return NOTHING._replace(**found, headers=tuple(headers))  # type: ignore[arg-type]  # each reader gives its field's type


def _seconds(name: str, value: str) -> float:
    found = _DELAY.fullmatch(value)
    seconds = float(found[1]) / (1000 if found[2] == "ms" else 1) if found else LONGEST_DELAY + 1
    if seconds > LONGEST_DELAY:
        raise BadOptionError("time", name, most=f"{LONGEST_DELAY:.0f}")
    return seconds


def _size(name: str, value: str) -> int:
    found = _SIZE.fullmatch(value)
    size = int(found[1]) * _UNITS[found[2]] if found else MOST_BYTES + 1
    if size > MOST_BYTES:
        raise BadOptionError("body" if name == "body" else "size", name, allowed=", ".join(BODIES))
    return size


def _whole(low: int, high: int) -> Callable[[str, str], int]:
    def read(name: str, value: str) -> int:
        number = int(value) if value.isascii() and value.isdecimal() and len(value) < 11 else low - 1
        if not low <= number <= high:
            raise BadOptionError("whole", name, low=str(low), high=str(high))
        return number

    return read


def _one_of(*allowed: str) -> Callable[[str, str], str]:
    def read(name: str, value: str) -> str:
        if value not in allowed:
            raise BadOptionError("choice", name, allowed=", ".join(allowed))
        return value

    return read


def _code(*allowed: int) -> Callable[[str, str], int]:
    choose = _one_of(*map(str, allowed))
    return lambda name, value: int(choose(name, value))


def _mix(name: str, value: str) -> tuple[tuple[int, int], ...]:
    shares = [_SHARE.fullmatch(part) for part in value.split(",")]
    mix = tuple((int(share[1]), int(share[2])) for share in shares if share is not None)
    if len(mix) < len(shares) or len(mix) > 10 or not sum(share for _, share in mix):
        raise BadOptionError("mix", name)
    return mix


def _header(value: str) -> tuple[str, str]:
    found = _HEADER.fullmatch(value)
    allowed = _HEADERS.lower().split()
    name, text = ("", "") if found is None else (found[1], found[2])
    if not (name.lower() in allowed or name.lower().startswith("x-") or (name.lower(), text.lower()) == _CLOSING):
        raise BadOptionError("header", "header", allowed=", ".join((*_HEADERS.split(), "Connection:close")))
    return name, text


def _text(_name: str, value: str) -> str:
    return value


_READERS: dict[str, Callable[[str, str], object]] = {
    "delay": _seconds,
    "times": _whole(1, MOST_TIMES),
    "mix": _mix,
    "seed": _whole(0, 2**31),
    "body": _one_of(*BODIES),
    "to": _text,
    "code": _code(*REDIRECTS),
    "cors": _one_of(*CORS),
    "how": _one_of(*HOW),
    "framing": _one_of(*FRAMING),
    "bytes": _size,
    "every": _seconds,
    "refuse": _whole(400, 599),
    "limit": _size,
}
