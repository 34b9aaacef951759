"""A small client, run as a process of its own: ``python -m statusref.lab.asking POST http://127.0.0.1:8080/307``.

The window asks the lab with it, because the window itself opens no socket. It follows redirects as browsers do (WHATWG
Fetch, HTTP-redirect fetch), and it asks nobody but loopback. What came of it is told by the lab.
"""

import asyncio
import sys
from urllib.parse import urljoin, urlsplit

import h11

from statusref import __version__
from statusref.lab.commands import BODY, WITH_BODY

_MOST_REDIRECTS = 20
_PATIENCE_S = 100.0
"""Longer than the lab lets any client wait."""
_HERE = frozenset({"127.0.0.1", "::1", "localhost"})
_AS_GET = frozenset({301, 302})
_FOLLOWED = frozenset({301, 302, 303, 307, 308})


async def ask(method: str, url: str) -> int:
    """Ask an address and follow where it leads. Return how many requests were sent.

    Raises OSError, or h11.RemoteProtocolError where the answer is no HTTP.
    """
    count = 0
    while count <= _MOST_REDIRECTS and is_here(url):
        count += 1
        answer = await _exchange(method, url)
        location = None if answer is None else _header(answer, b"location")
        if answer is None or location is None or answer.status_code not in _FOLLOWED:
            break
        url = urljoin(url, location)
        to_get = (answer.status_code in _AS_GET and method == "POST") or answer.status_code == 303
        method = "GET" if to_get and method not in {"GET", "HEAD"} else method
    return count


def is_here(url: str) -> bool:
    """Whether an address lies on this machine."""
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname in _HERE


async def _exchange(method: str, url: str) -> h11.Response | None:
    """Send one request, and return the head of its answer; None where another protocol begins instead."""
    parts = urlsplit(url)
    body = BODY.encode() if method in WITH_BODY else b""
    headers = [("Host", parts.netloc), ("User-Agent", f"StatusRef/{__version__}"), ("Accept", "*/*")]
    if body:
        headers += [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    http = h11.Connection(h11.CLIENT)
    async with asyncio.timeout(_PATIENCE_S):
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
        try:
            request = h11.Request(method=method, target=target, headers=headers)
            for event in (request, h11.Data(data=body), h11.EndOfMessage()):
                writer.write(http.send(event) or b"")
            return await _read(http, reader)
        finally:
            writer.close()


async def _read(http: h11.Connection, reader: asyncio.StreamReader) -> h11.Response | None:
    """Read to the end of the answer and return its head."""
    head = None
    while True:
        event = http.next_event()
        if event is h11.NEED_DATA:
            http.receive_data(await reader.read(65_536))
        elif isinstance(event, h11.Response):
            head = event
        elif isinstance(event, h11.EndOfMessage | h11.ConnectionClosed) or event is h11.PAUSED:
            return head


def _header(answer: h11.Response, name: bytes) -> str | None:
    return next((value.decode("latin-1") for key, value in answer.headers if key == name), None)


if __name__ == "__main__":
    try:
        asyncio.run(ask(*sys.argv[1:3]))
    except (OSError, h11.RemoteProtocolError):
        sys.exit(1)
