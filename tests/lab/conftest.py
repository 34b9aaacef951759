"""A lab in a thread of the test's process, and a small client for it that parses with h11."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from threading import Condition, Thread
from time import time

import h11
import pytest

from statusref.domain.library import Library
from statusref.lab.all_handlers import all_handlers
from statusref.lab.answers import Answers
from statusref.lab.events import Event, Exchange
from statusref.lab.limits import LIMITS, Limits
from statusref.lab.routes import Routes
from statusref.lab.server import Lab
from statusref.resources import resource_root

PATIENCE = 10.0


@cache
def library() -> Library:
    return Library(resource_root())


@dataclass
class Running:
    """A lab that can be asked."""

    port: int = 0
    other_port: int = 0
    events: list[Event] = field(default_factory=list)
    news: Condition = field(default_factory=Condition)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def exchanges(self, count: int) -> list[Exchange]:
        """The exchanges so far, once there are ``count`` of them: the report comes just after the answer."""
        self.until(lambda: sum(isinstance(event, Exchange) for event in self.events) >= count)
        return [event for event in self.events if isinstance(event, Exchange)]

    def until(self, holds: Callable[[], bool]) -> None:
        with self.news:
            assert self.news.wait_for(holds, PATIENCE), self.events[-5:]

    def report(self, event: Event) -> None:
        with self.news:
            self.events.append(event)
            self.news.notify_all()

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), PATIENCE)

    def ask(self, target: str, method: str = "GET", headers: dict[str, str] | None = None, body: bytes = b"") -> "Got":
        with closing(self.connect()) as connection:
            return Client(connection, self.port).ask(target, method, headers, body)


@dataclass(frozen=True)
class Got:
    status: int
    reason: str
    headers: dict[str, str]  # names in lower case, several joined by commas
    body: bytes
    interim: tuple[int, ...] = ()
    links: tuple[str, ...] = ()  # of the interim answers


class Client:
    """One connection, on which requests go out one after the other."""

    def __init__(self, connection: socket.socket, port: int) -> None:
        self.socket = connection
        self._port = port
        self._http = h11.Connection(h11.CLIENT)

    def ask(self, target: str, method: str = "GET", headers: dict[str, str] | None = None, body: bytes = b"") -> Got:
        sent = {"Host": f"127.0.0.1:{self._port}", **(headers or {})}
        if body and "Transfer-Encoding" not in sent:
            sent["Content-Length"] = str(len(body))
        data = self._http.send(h11.Request(method=method, target=target, headers=list(sent.items())))
        data += self._http.send(h11.Data(data=body)) if body else b""
        self.socket.sendall(data + self._http.send(h11.EndOfMessage()))
        got = self.read()
        if self._http.our_state is h11.DONE and self._http.their_state is h11.DONE:
            self._http.start_next_cycle()
        return got

    def read(self) -> Got:
        interim: list[int] = []
        links: list[str] = []
        body = b""
        while True:
            event = self._http.next_event()
            match event:
                case h11.NEED_DATA:
                    self._http.receive_data(self.socket.recv(65536))
                case h11.InformationalResponse():
                    interim.append(event.status_code)
                    links += [value.decode() for name, value in event.headers if name == b"link"]
                    if event.status_code == 101:
                        return Got(101, "", _joined(event), b"")
                case h11.Response():
                    head = event
                case h11.Data(data=data):
                    body += bytes(data)
                case _:
                    reason = head.reason.decode()
                    return Got(head.status_code, reason, _joined(head), body, tuple(interim), tuple(links))


def _joined(head: h11.Response | h11.InformationalResponse) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in head.headers:
        key = name.decode()
        joined[key] = f"{joined[key]}, {value.decode()}" if key in joined else value.decode()
    return joined


def send_head(connection: socket.socket, lab_here: Running, line: str, headers: dict[str, str] | None = None) -> None:
    """Send the head of a request that a well-behaved client would not send, or not without its body."""
    sent = {"Host": f"127.0.0.1:{lab_here.port}", **(headers or {})}
    connection.sendall("\r\n".join([line, *(f"{name}: {value}" for name, value in sent.items()), "", ""]).encode())


def received(connection: socket.socket) -> bytes:
    """All that comes until the lab closes its side."""
    data = b""
    while more := connection.recv(65536):
        data += more
    return data


def parsed(data: bytes, method: str = "GET") -> Got:
    """What h11 reads in the answer to a request that was written by hand."""
    with closing(socket.socket()) as unused:
        client = Client(unused, 0)
        client._http.send(h11.Request(method=method, target="/", headers=[("Host", "x")]))
        client._http.send(h11.EndOfMessage())
        client._http.receive_data(data)
        client._http.receive_data(b"")
        return client.read()


@contextmanager
def running(limits: Limits = LIMITS, clock: Callable[[], float] = time) -> Iterator[Running]:
    lab_here = Running()
    answers = Answers(library())
    lab = Lab(answers, Routes(answers, all_handlers(answers, limits, clock)), lab_here.report, limits)
    loop = asyncio.new_event_loop()
    problems: list[object] = []
    loop.set_exception_handler(lambda _, context: problems.append(context))
    listening = loop.run_until_complete(lab.start())
    lab_here.port, lab_here.other_port = (
        int(url.rstrip("/").rpartition(":")[2]) for url in (listening.url, listening.other_origin)
    )
    thread = Thread(target=loop.run_forever)
    thread.start()
    try:
        yield lab_here
    finally:
        loop.call_soon_threadsafe(lab.stop)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE)
        loop.run_until_complete(asyncio.sleep(0))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
    assert problems == []


@pytest.fixture(scope="module")
def lab() -> Iterator[Running]:
    with running() as lab_here:
        yield lab_here
