"""Send the requests that are read from standard input with one Python library: ``python_client.py requests``.

Every script in this folder does the same: the first line that it prints names the client with its version; then, for
every line ``METHOD URL``, it prints the status that came back, or ``error`` and what went wrong.
"""

import asyncio
import platform
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

HEADERS = {"Content-Type": "text/plain", "Authorization": "Bearer t", "Cookie": "a=b", "X-Probe": "1"}
BODY = b"0123456789"
Send = Callable[[str, str, bytes | None], int]


def requests() -> Send:
    session = import_module("requests").Session()
    return lambda method, url, body: session.request(method, url, data=body, headers=HEADERS).status_code


def httpx() -> Send:
    client = import_module("httpx").Client(follow_redirects=True)
    return lambda method, url, body: client.request(method, url, content=body, headers=HEADERS).status_code


def urllib3() -> Send:
    pool = import_module("urllib3").PoolManager()
    return lambda method, url, body: pool.request(method, url, body=body, headers=HEADERS).status


def aiohttp() -> Send:
    library: Any = import_module("aiohttp")

    async def send(method: str, url: str, body: bytes | None) -> int:
        async with library.ClientSession() as session, session.request(method, url, data=body, headers=HEADERS) as r:
            return int(r.status)

    return lambda method, url, body: asyncio.run(send(method, url, body))


def urllib() -> Send:
    opener = build_opener(ProxyHandler({}))

    def send(method: str, url: str, body: bytes | None) -> int:
        with opener.open(Request(url, body, HEADERS, method=method)) as response:
            return int(response.status)

    return send


def pyreqwest() -> Send:
    """The Rust library reqwest, which pyreqwest wraps."""
    client = import_module("pyreqwest.client").SyncClientBuilder().build()

    def send(method: str, url: str, body: bytes | None) -> int:
        request = client.request(method, url).headers(HEADERS)
        return int((request.body_bytes(body) if body else request).build().send().status)

    return send


def main(name: str, make: Callable[[], Send]) -> None:
    send = make()
    print(f"urllib (Python {platform.python_version()})" if name == "urllib" else f"{name} {version(name)}")
    for line in sys.stdin:
        method, url = line.split()
        try:
            print(send(method, url, BODY if method in {"POST", "PUT", "QUERY"} else None))
        except HTTPError as error:
            print(f"error HTTPError {error.code}")
        except Exception as error:  # noqa: BLE001 - each library has its own
            print("error", type(error).__name__)


if __name__ == "__main__":
    main(
        sys.argv[1],
        {made.__name__: made for made in (requests, httpx, urllib3, aiohttp, urllib, pyreqwest)}[sys.argv[1]],
    )
