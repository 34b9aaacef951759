"""A server on loopback that redirects as its path says and writes down every request that it gets.

``/<case>/<code>/<target>`` is answered with that code and a ``Location``; ``/<case>/end`` with 200.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

LONGEST_CHAIN = 60  # curl, which follows the most, stops after 50


@dataclass(frozen=True)
class Request:
    method: str
    body: str
    headers: dict[str, str]  # names in lower case


@dataclass
class Loopback:
    """Two ports of 127.0.0.1 with one record of what came in; the second port is another origin."""

    port: int = 0
    other_port: int = 0
    requests: defaultdict[str, list[Request]] = field(default_factory=lambda: defaultdict(list))

    def url(self, case: str, code: int, target: str) -> str:
        return f"http://127.0.0.1:{self.port}/{case}/{code}/{target}"

    def location(self, case: str, code: str, target: str) -> str:
        match target:
            case "port":
                return f"http://127.0.0.1:{self.other_port}/{case}/end"
            case "host":
                return f"http://localhost:{self.other_port}/{case}/end"
            case hop if hop.isdecimal() and int(hop) < LONGEST_CHAIN:
                return f"/{case}/{code}/{int(hop) + 1}"
            case _:
                return f"/{case}/end"


def _handler(loopback: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            case, *redirect = self.path.strip("/").split("/")
            headers = {name.lower(): value for name, value in self.headers.items()}
            loopback.requests[case].append(Request(self.command, self.read_body().decode(), headers))
            if len(redirect) == 2:
                self.send_response(int(redirect[0]))
                self.send_header("Location", loopback.location(case, *redirect))
            else:
                self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def read_body(self) -> bytes:
            if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", "0")))
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return body

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name in the base class
            pass

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_QUERY = handle_any  # noqa: N815 - http.server looks for these names

    return Handler


@contextmanager
def serving() -> Iterator[Loopback]:
    loopback = Loopback()
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), _handler(loopback)) for _ in range(2)]
    loopback.port, loopback.other_port = (server.server_port for server in servers)
    for server in servers:
        Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield loopback
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
