"""Logs with a JSON object on each line.

The keys are those of Cloudflare Logpush (http_requests), Traefik, Google Cloud's HttpRequest, Azure's resource logs
(Application Gateway, Front Door), Caddy, Envoy, Kong, ingress-nginx in JSON, pino, k6, and what is usual elsewhere.
"""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final

from statusref.logs.layout import Rows

Place = tuple[str, ...]
"""Keys from the outermost object inwards."""

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
    """JSON lines that have their code at the same place."""

    is_complete = False

    def __init__(self, code: Place, samples: Sequence[object]) -> None:
        self._code = code
        self._upstream = _first_place(_UPSTREAM, samples)
        self._flags = _first_place(_FLAGS, samples)
        self._time = _first_place(_TIMES, samples)
        self._path = _first_place(_PATHS, samples)
        is_caddy = any(_at(sample, ("logger",)) == "http.log.access" for sample in samples)
        self.name = "caddy" if is_caddy else _NAMES.get(code[0], "json")

    def rows(self, block: bytes) -> Rows:
        objects = list(_objects(block.split(b"\n")[:-1]))
        if self.name == "k6":  # a point for each metric of a request
            objects = [one if _at(one, ("metric",)) == "http_reqs" else None for one in objects]
        codes = [_code(_at(one, self._code)) for one in objects]

        def column(place: Place | None) -> list[bytes]:
            return [b""] * len(objects) if place is None else [_text(_at(one, place)) for one in objects]

        others = (column(place) for place in (self._time, self._path, self._upstream, self._flags))
        times, paths, upstream, flags = others
        return Rows(codes, times, paths, upstream, flags, range(len(objects)))


def json_layout(sample: Sequence[bytes]) -> JsonLayout | None:
    """Return the layout of JSON lines, or None where most are none or no code is at a usual place."""
    objects = [one for one in _objects(sample) if one is not None]
    if 2 * len(objects) < len(sample):
        return None
    code = next((place for place in _CODES if any(_code(_at(one, place)) for one in objects)), None)
    return None if code is None else JsonLayout(code, objects)


def _objects(lines: Iterable[bytes]) -> Iterable[object]:
    for line in lines:
        found: object = None
        if line[:1] == b"{":
            with suppress(ValueError, RecursionError):
                found = json.loads(line)
        yield found


def _first_place(places: Sequence[Place], samples: Sequence[object]) -> Place | None:
    return next((place for place in places if any(_text(_at(one, place)) for one in samples)), None)


def _at(value: object, place: Place) -> object:
    for key in place:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _code(value: object) -> bytes:
    text = _text(value)
    return text if len(text) == 3 and text.isdigit() and text >= b"100" else b""


def _text(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").replace(b"\n", b" ")
    return b"" if value is None or isinstance(value, bool | dict | list) else str(value).encode()
