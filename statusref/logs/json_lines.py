"""Logs with a JSON object on each line.

The keys are those of Cloudflare Logpush (http_requests), Traefik, Google Cloud's HttpRequest, Azure's resource logs
(Application Gateway, Front Door), Caddy, Envoy, Kong, ingress-nginx in JSON, pino, k6, and other usual ones.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from statusref.logs.layout import Rows

Place = tuple[str, ...]
"""The keys that lead to a value, from the outermost object inwards."""
Object = dict[str, object]

_CODES: Final[Sequence[Place]] = (
    ("EdgeResponseStatus",),
    ("DownstreamStatus",),
    ("httpRequest", "status"),
    ("properties", "httpStatusCode"),
    ("properties", "httpStatus"),
    ("data", "tags", "status"),
    ("response", "status"),
    ("response", "status_code"),
    ("response", "statusCode"),
    ("http", "response", "status_code"),
    ("http.response.status_code",),
    ("res", "statusCode"),
    ("res", "status"),
    ("status",),
    ("status_code",),
    ("statusCode",),
    ("response_code",),
    ("responseCode",),
    ("responseStatus",),
    ("httpStatus",),
    ("http_status",),
    ("httpStatusCode",),
    ("http_code",),
)
_UPSTREAM: Final[Sequence[Place]] = (
    ("OriginResponseStatus",),
    ("OriginStatus",),
    ("upstreamStatus",),
    ("upstream_status",),
    ("properties", "serverStatus"),
    ("upstream_response_code",),
    ("backend_status",),
)
_FLAGS: Final[Sequence[Place]] = (("response_flags",),)
_TIMES: Final[Sequence[Place]] = (
    ("EdgeStartTimestamp",),
    ("StartUTC",),
    ("data", "time"),
    ("@timestamp",),
    ("timestamp",),
    ("time_iso8601",),
    ("time_local",),
    ("start_time",),
    ("time",),
    ("ts",),
    ("date",),
)
_PATHS: Final[Sequence[Place]] = (
    ("ClientRequestURI",),
    ("ClientRequestPath",),
    ("RequestPath",),
    ("httpRequest", "requestUrl"),
    ("properties", "requestUri"),
    ("data", "tags", "url"),
    ("request", "uri"),
    ("request", "url"),
    ("req", "url"),
    ("url", "path"),
    ("request_uri",),
    ("path",),
    ("uri",),
    ("url",),
)
_NAMES = {
    "EdgeResponseStatus": "cloudflare",
    "DownstreamStatus": "traefik",
    "httpRequest": "gcp",
    "properties": "azure",
    "data": "k6",
}


class JsonLayout:
    """JSON lines with the code under the same keys (``code``) in every line."""

    is_complete = False

    def __init__(self, code: Place, samples: Sequence[Object]) -> None:
        self._code = code
        self._upstream = _first_place(_UPSTREAM, samples)
        self._flags = _first_place(_FLAGS, samples)
        self._time = _first_place(_TIMES, samples)
        self._path = _first_place(_PATHS, samples)
        is_caddy = any(_at(sample, ("logger",)) == "http.log.access" for sample in samples)
        self.name = "caddy" if is_caddy else _NAMES.get(code[0], "json")

    def rows(self, block: bytes) -> Rows:
        objects = _objects(block.split(b"\n")[:-1])
        if self.name == "k6":  # k6 writes a line for each metric of a request; this one comes once a request
            objects = [one if one.get("metric") == "http_reqs" else {} for one in objects]

        def column(place: Place | None) -> list[bytes]:
            return [b""] * len(objects) if place is None else _column(objects, place)

        codes = [code if len(code) == 3 and code.isdigit() and code >= b"100" else b"" for code in column(self._code)]
        times, paths, upstream, flags = map(column, (self._time, self._path, self._upstream, self._flags))
        return Rows(codes, times, paths, upstream, flags, range(len(objects)))


def json_layout(sample: Sequence[bytes]) -> JsonLayout | None:
    """Return the layout of JSON lines; None if most are not JSON objects, or none has a code under a known key."""
    objects = [one for one in _objects(sample) if one]
    if 2 * len(objects) < len(sample):
        return None
    code = next((place for place in _CODES if any(_is_code(_at(one, place)) for one in objects)), None)
    return None if code is None else JsonLayout(code, objects)


def _objects(lines: Sequence[bytes]) -> list[Object]:
    """Parse each line. A line that is not a JSON object becomes an empty object."""
    try:
        # Parsing all lines at once is faster; it works if every line is JSON.
        found = json.loads(b"[" + b",".join(lines) + b"]")
    except (ValueError, RecursionError):
        found = []
    if len(found) != len(lines):
        found = [_object(line) for line in lines]
    return [one if type(one) is dict else {} for one in found]


def _object(line: bytes) -> object:
    with suppress(ValueError, RecursionError):
        return json.loads(line)
    return None


def _first_place(places: Sequence[Place], samples: Sequence[Object]) -> Place | None:
    return next((place for place in places if any(_text(_at(one, place)) for one in samples)), None)


def _column(objects: Sequence[Object], place: Place) -> list[bytes]:
    first, *inner = place
    values = [one.get(first) for one in objects]
    if inner:
        values = [_at(value, inner) for value in values]
    texts = [value if type(value) is str else _text(value) for value in values]
    column = "\n".join(texts).encode("utf-8", "replace").split(b"\n")
    return column if len(column) == len(texts) else [text.encode("utf-8", "replace") for text in texts]


def _at(value: object, place: Sequence[str]) -> object:
    for key in place:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _is_code(value: object) -> bool:
    text = _text(value)
    return len(text) == 3 and text.isdecimal() and text >= "100"


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None or isinstance(value, bool | dict | list) else str(value)
