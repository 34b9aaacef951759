"""The lab itself: listens on loopback, lets connections in, and answers requests by the routes."""

import asyncio
import errno
from collections.abc import Callable
from time import monotonic

import h11

from statusref.lab.answers import Answers
from statusref.lab.checks import refused_status
from statusref.lab.connection import Connection
from statusref.lab.errors import BadOptionError, LabError
from statusref.lab.events import Closed, Event, Listening, Refused
from statusref.lab.exchange import Recorder
from statusref.lab.limits import LIMITS, Limits
from statusref.lab.requests import NONE, Request, read_head, with_options
from statusref.lab.routes import Routes
from statusref.lab.steps import Answer, Outcome
from statusref.lab.try_out.interim import refused_expectation
from statusref.lab.try_out.refusals import body_limit

_BACKLOG = 1024
_SWEEP = 0.5
"""Seconds between two looks at the limits of time."""
_TRIES = 5
"""So often a free port is looked for that is free on ::1, too."""


class Lab:
    """``report`` is called with each event, in the order in which they happen."""

    def __init__(
        self, answers: Answers, routes: Routes, report: Callable[[Event], None], limits: Limits = LIMITS
    ) -> None:
        self.limits = limits
        self._answers = answers
        self._routes = routes
        self._report = report
        self._servers: list[asyncio.Server] = []
        self._connections: set[Connection] = set()
        self._turned_away: set[Connection] = set()
        self._ports: tuple[int, ...] = ()
        self._count = 0
        self._exchanges = 0

    async def start(self, port: int | None = None) -> Listening:
        """Listen on both addresses of loopback, and on a second port as another origin. Raises LabError."""
        main = await self._listen(port)
        other = await self._listen(None)
        asyncio.get_running_loop().call_later(_SWEEP, self._sweep)
        self._ports = (main[0], other[0])
        url6 = f"http://[::1]:{main[0]}/" if main[1] else None
        listening = Listening(f"http://127.0.0.1:{main[0]}/", url6, f"http://127.0.0.1:{other[0]}/")
        self._report(listening)
        return listening

    def stop(self) -> None:
        """Stop listening, and break off what is under way."""
        for server in self._servers:
            server.close()
        for connection in (*self._connections, *self._turned_away):
            connection.abort()
        self._report(Closed(self._exchanges))

    async def _listen(self, port: int | None) -> tuple[int, bool]:
        """Return the port, and whether it is listened to on ``::1``, too. Raises LabError."""
        for _ in range(_TRIES):
            try:
                first = await self._bind("127.0.0.1", port or 0)
            except OSError as error:
                raise _unable(error, port) from error
            self._servers.append(first)
            chosen: int = first.sockets[0].getsockname()[1]
            try:
                second = await self._bind("::1", chosen)
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    return chosen, False
                if port is not None:
                    raise _unable(error, port) from error
                first.close()
            else:
                self._servers.append(second)
                # Where there is no IPv6 at all, asyncio listens to nothing without saying so.
                return chosen, bool(second.sockets)
        raise LabError("no_port")

    async def _bind(self, host: str, port: int) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        return await loop.create_server(lambda: Connection(self), host, port, backlog=_BACKLOG)

    def _sweep(self) -> None:
        now = monotonic()
        for connection in (*self._connections, *self._turned_away):
            connection.check(now)
        asyncio.get_running_loop().call_later(_SWEEP, self._sweep)

    def enter(self, connection: Connection) -> int:
        self._count += 1
        if len(self._connections) < self.limits.connections:
            self._connections.add(connection)
            return self._count
        if len(self._turned_away) < self.limits.refused:
            self._turned_away.add(connection)
        else:
            asyncio.get_running_loop().call_soon(connection.close)
        return 0

    def leave(self, connection: Connection) -> None:
        self._connections.discard(connection)
        self._turned_away.discard(connection)

    def read(self, head: h11.Request, port: int, client: str, *, reused: bool) -> tuple[Request, Answer | None]:
        request = read_head(head, (port, *(other for other in self._ports if other != port)), client, reused=reused)
        status = refused_status(request, self.limits)
        if status is not None:
            return request, self._refused(request, status)
        try:
            request = with_options(request)
        except BadOptionError as error:
            return request, self._answers.bad_option(request, error)
        length = request.header("content-length")
        if length is not None and int(length) > body_limit(request, self.limits):
            return request, self._answers.plain(413, request)
        return request, refused_expectation(self._answers, request)

    def answer(self, request: Request) -> Outcome:
        try:
            return self._routes.answer(request)
        except BadOptionError as error:
            return self._answers.bad_option(request, error)

    def _refused(self, request: Request, status: int) -> Answer:
        if status != 421:
            return self._answers.plain(status, request)
        own = f"127.0.0.1:{request.ports[0]}"
        return self._answers.saying(421, request, self._answers.text("lab.not_here", request, own=own))

    def refusal(self, status: int) -> Answer:
        return self._answers.plain(status, NONE)

    def exchanged(self, recorder: Recorder, ended: str) -> None:
        self._exchanges += 1
        self._report(recorder.finish(self._exchanges, ended))

    def refused(self, client: str, connection: int, answer: Answer) -> None:
        self._report(Refused(client, connection, answer.status, answer.reason))


def _unable(error: OSError, port: int | None) -> LabError:
    if error.errno == errno.EADDRINUSE:
        return LabError("port_taken", port=str(port))
    return LabError("no_loopback", cause=error.strerror or str(error))
