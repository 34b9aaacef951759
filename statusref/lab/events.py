"""What the lab reports, and the same as JSON. ``docs/lab.md`` describes the keys."""

import json
from typing import NamedTuple

from statusref.lab.steps import Headers


class Listening(NamedTuple):
    """The lab can be asked now. ``url6`` is None on a machine without ``::1``."""

    url: str
    url6: str | None
    other_origin: str

    def shape(self) -> dict[str, object]:
        return {"event": "listening", **self._asdict()}


class Exchange(NamedTuple):
    """A request and what came of it.

    ``status`` is None where no answer was sent. ``ended`` is ``answered``, ``client-left``, ``closed``, ``reset``,
    ``switched`` or ``timeout``. ``interim`` are the 1xx codes before the answer. ``ms`` counts from the head of the
    request to the last byte given to the system, or to the client's leaving; ``began`` is when that head was there, in
    seconds since 1970.
    """

    id: int
    client: str
    connection: int
    method: str
    target: str
    version: str
    request_headers: Headers
    request_body_bytes: int
    status: int | None
    reason: str
    headers: Headers
    body_bytes: int
    ms: float
    interim: tuple[int, ...]
    ended: str
    began: float

    def shape(self) -> dict[str, object]:
        return {"event": "exchange", **self._asdict()}


class Refused(NamedTuple):
    """What came was no request that could be answered as asked: too many connections, no HTTP, too late."""

    client: str
    connection: int
    status: int
    reason: str

    def shape(self) -> dict[str, object]:
        return {"event": "refused", **self._asdict()}


class Closed(NamedTuple):
    """The lab has ended; ``exchanges`` were answered."""

    exchanges: int

    def shape(self) -> dict[str, object]:
        return {"event": "closed", **self._asdict()}


Event = Listening | Exchange | Refused | Closed


_ENCODER = json.JSONEncoder(separators=(",", ":"))


def as_json(event: Event) -> str:
    """Return one line without its end, in ASCII."""
    return _ENCODER.encode(event.shape())
