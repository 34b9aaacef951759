"""Exchanges as an HTTP archive. Source: W3C's HAR draft, version 1.2."""

import json
from collections.abc import Iterable
from urllib.parse import parse_qsl

from statusref import __version__
from statusref.lab.events import Exchange
from statusref.lab.heard import Heard, address, header

Shape = dict[str, object]


def as_har(record: Iterable[Heard]) -> str:
    """Return the archive as JSON. An exchange without an answer has the status 0, as browsers write it."""
    log = {
        "version": "1.2",
        "creator": {"name": "StatusRef", "version": __version__},
        "entries": [_entry(heard) for heard in record],
    }
    return json.dumps({"log": log}, ensure_ascii=False, indent=1) + "\n"


def _entry(heard: Heard) -> Shape:
    exchange = heard.exchange
    return {
        "startedDateTime": heard.began.isoformat(timespec="milliseconds"),
        "time": exchange.ms,
        "request": _request(exchange),
        "response": _response(exchange),
        "cache": {},
        # The lab knows only the whole: from the head of the request to the last byte of the answer.
        "timings": {"send": 0, "wait": exchange.ms, "receive": 0},
        "connection": str(exchange.connection),
        "comment": exchange.ended,
    }


def _request(exchange: Exchange) -> Shape:
    url = address(exchange)
    request: Shape = {
        "method": exchange.method,
        "url": url,
        "httpVersion": _version(exchange),
        "cookies": [],
        "headers": _pairs(exchange.request_headers),
        "queryString": _pairs(parse_qsl(url.partition("?")[2], keep_blank_values=True)),
        "headersSize": -1,
        "bodySize": exchange.request_body_bytes,
    }
    if exchange.request_body_bytes:
        media_type = header(exchange.request_headers, "content-type") or ""
        request["postData"] = {"mimeType": media_type, "params": [], "text": "", "comment": "not kept by the lab"}
    return request


def _response(exchange: Exchange) -> Shape:
    return {
        "status": exchange.status or 0,
        "statusText": exchange.reason,
        "httpVersion": _version(exchange) if exchange.status else "",
        "cookies": [],
        "headers": _pairs(exchange.headers),
        "content": {"size": exchange.body_bytes, "mimeType": header(exchange.headers, "content-type") or ""},
        "redirectURL": header(exchange.headers, "location") or "",
        "headersSize": -1,
        "bodySize": exchange.body_bytes,
    }


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[Shape]:
    return [{"name": name, "value": value} for name, value in pairs]


def _version(exchange: Exchange) -> str:
    return f"HTTP/{exchange.version.removeprefix('HTTP/')}"
