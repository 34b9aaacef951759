"""What a lab that runs as another process has reported: its lines read back, and the exchanges kept in order."""

import json
from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin

from statusref.lab.events import Exchange, Listening

MOST = 500
"""So many exchanges are kept; the oldest goes first."""
_LOOKED_BACK = 50
"""A redirect is followed at once, or not at all."""


class Heard(NamedTuple):
    """An exchange, and the id of the exchange whose ``Location`` it followed."""

    exchange: Exchange
    follows: int | None = None

    @property
    def began(self) -> datetime:
        """When the request was there, with the zone of this machine."""
        return datetime.fromtimestamp(self.exchange.began).astimezone()

    @property
    def ended(self) -> datetime:
        return self.began + timedelta(milliseconds=self.exchange.ms)


def read_event(line: bytes) -> Listening | Exchange | None:
    """Read a line of the lab; None for what is neither of these events."""
    try:
        shape = json.loads(line)
        match shape:
            case {"event": "listening"}:
                return Listening(**_fields(shape, Listening._fields))
            case {"event": "exchange"}:
                return Exchange(**_fields(shape, Exchange._fields))
    except (ValueError, KeyError):
        pass
    return None


def _fields(shape: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields by name, lists as tuples. A newer lab may report more than we know."""
    return {name: _frozen(shape[name]) for name in names}


def _frozen(value: object) -> object:
    return tuple(_frozen(inner) for inner in value) if isinstance(value, list) else value


class Record:
    """The exchanges of one lab, the oldest first."""

    def __init__(self) -> None:
        self._kept: deque[Heard] = deque(maxlen=MOST)

    def __len__(self) -> int:
        return len(self._kept)

    def __getitem__(self, place: int) -> Heard:
        return self._kept[place]

    def __iter__(self) -> Iterator[Heard]:
        return iter(self._kept)

    def add(self, exchange: Exchange) -> None:
        self._kept.append(Heard(exchange, self._followed(exchange)))

    def keep_newest(self, count: int) -> None:
        while len(self._kept) > count:
            self._kept.popleft()

    def clear(self) -> None:
        self._kept.clear()

    def chain(self, heard: Heard) -> tuple[Heard, ...]:
        """Return the redirects that led to an exchange, itself, and what followed it, in their order."""
        chain = [heard]
        for other in reversed(self._kept):
            if other.exchange.id == chain[0].follows:
                chain.insert(0, other)
        for other in self._kept:
            if other.follows is not None and other.follows == chain[-1].exchange.id:
                chain.append(other)
        return tuple(chain)

    def _followed(self, exchange: Exchange) -> int | None:
        """Return the last redirect to this address that the same client got and nobody has followed yet."""
        last = list(islice(reversed(self._kept), _LOOKED_BACK))
        taken = {heard.follows for heard in last}
        for other in last:
            before = other.exchange
            location = header(before.headers, "location")
            if location is None or before.status is None or before.status // 100 != 3 or before.id in taken:
                continue
            if _client(before) == _client(exchange) and _leads_to(before, location, exchange):
                return before.id
        return None


def header(headers: tuple[tuple[str, str], ...], name: str) -> str | None:
    """Return the first header called ``name`` (in lower case), or None."""
    return next((value for key, value in headers if key.lower() == name), None)


def address(exchange: Exchange) -> str:
    """Return the address that was asked, as the client wrote host and target."""
    if exchange.target.startswith("http://"):
        return exchange.target
    return f"http://{header(exchange.request_headers, 'host') or 'localhost'}{exchange.target}"


def _leads_to(before: Exchange, location: str, exchange: Exchange) -> bool:
    try:
        return urldefrag(urljoin(address(before), location)).url == address(exchange)
    except ValueError:  # what a client sent as its host, and where it was sent to, need not be addresses
        return False


def _client(exchange: Exchange) -> tuple[str, str | None]:
    """Return what tells clients apart: each new connection has another port."""
    return exchange.client.rpartition(":")[0], header(exchange.request_headers, "user-agent")
