"""One connection: h11 over asyncio. Reads requests, has them answered, and keeps to the limits."""

import asyncio
from collections.abc import Iterable
from enum import Enum
from time import monotonic
from typing import Protocol, cast

import h11

from statusref.lab.exchange import Recorder
from statusref.lab.limits import Limits
from statusref.lab.link import Link
from statusref.lab.player import PIECE, Player
from statusref.lab.requests import Request
from statusref.lab.sending import closing, final
from statusref.lab.steps import Answer, Conversation, Outcome, Step

_READ = 16_384
"""So many bytes are read at once: what a connection holds of its client is bounded by it."""


class Desk(Protocol):
    """What a connection asks of the server."""

    limits: Limits

    def enter(self, connection: "Connection") -> int:
        """Return the number of a new connection; 0 where there are too many."""

    def leave(self, connection: "Connection") -> None: ...

    def read(self, head: h11.Request, port: int, client: str) -> tuple[Request, Answer | None]:
        """Return the request, and the answer that its head gets already, whatever its body; usually none."""

    def answer(self, request: Request) -> Outcome: ...

    def refusal(self, status: int) -> Answer:
        """Return the answer to what is no request that could be read."""

    def exchanged(self, recorder: Recorder, ended: str) -> None: ...

    def refused(self, client: str, connection: int, answer: Answer) -> None: ...


class _Phase(Enum):
    """What goes on; the value is the limit of its time."""

    IDLE = "idle_time"
    READING = "request_time"
    ANSWERING = "answer_time"
    TALKING = "talk_time"
    LINGERING = "linger_time"
    """All is said; what still comes is thrown away, because closing now could destroy the answer on its way."""


_BETWEEN = (_Phase.IDLE, _Phase.READING)
"""The next request may be read."""


class Connection(asyncio.BufferedProtocol):
    """Between the calls of asyncio, ``_phase`` says what is going on, and ``_deadline`` until when."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._link: Link
        self._phase = _Phase.IDLE
        self._deadline = 0.0
        self._player: Player
        """There is one from the head of the first request on."""
        self._conversation: Conversation
        self._early: Answer | None = None
        self._read = bytearray(_READ)
        self._body = bytearray()
        self._body_bytes = 0
        self._unread = 0
        self._is_late = False
        self._task: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._link = Link(cast("asyncio.Transport", transport), self._desk.limits.header)
        host, port = transport.get_extra_info("peername")[:2]
        self._host = host
        self._client = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        self._port: int = transport.get_extra_info("sockname")[1]
        self._enter(_Phase.IDLE)
        self._number = self._desk.enter(self)
        if not self._number:
            self._refuse(503)

    def connection_lost(self, _exc: Exception | None) -> None:
        self._link.left.set()
        self._link.can_write.set()
        self._desk.leave(self)

    def pause_writing(self) -> None:
        """Read no more requests from a client that does not take its answers."""
        self._link.can_write.clear()
        if self._phase is not _Phase.ANSWERING:
            self._link.transport.pause_reading()

    def resume_writing(self) -> None:
        self._link.can_write.set()
        if self._phase is not _Phase.ANSWERING:
            self._link.transport.resume_reading()
            self._advance()

    def get_buffer(self, _sizehint: int) -> bytearray:
        return self._read

    def buffer_updated(self, nbytes: int) -> None:
        data = bytes(memoryview(self._read)[:nbytes])
        match self._phase:
            case _Phase.LINGERING:
                return
            case _Phase.TALKING:
                self._talk(data)
                return
            case _Phase.ANSWERING:
                self._unread += len(data)
                if self._unread > PIECE:
                    self._link.transport.pause_reading()
            case _Phase.IDLE:
                self._enter(_Phase.READING)
            case _Phase.READING:
                pass
        self._link.http.receive_data(data)
        self._advance()

    def eof_received(self) -> bool:
        """Keep the connection open for an answer that is still to be sent; a client may close its side after asking."""
        self._link.left.set()
        if self._phase in {_Phase.LINGERING, _Phase.TALKING}:
            return False
        self._link.http.receive_data(b"")
        self._advance()
        return True

    def abort(self) -> None:
        self._link.transport.abort()

    def check(self, now: float) -> None:
        """Do what is due where a limit of time has passed at ``now``."""
        if now < self._deadline:
            return
        match self._phase:
            case _Phase.IDLE:
                self._linger()
            case _Phase.READING:
                self._refuse(408)
            case _Phase.ANSWERING | _Phase.TALKING | _Phase.LINGERING:
                self._is_late = True
                self._link.transport.abort()

    def close(self) -> None:
        self._link.transport.close()

    def _enter(self, phase: _Phase) -> None:
        self._phase = phase
        self._deadline = monotonic() + getattr(self._desk.limits, phase.value)

    def _advance(self) -> None:
        """Go on with what has come, until more is needed or an answer takes its time."""
        http = self._link.http
        while self._phase in _BETWEEN and self._link.can_write.is_set():
            try:
                event = http.next_event()
            except h11.RemoteProtocolError as error:
                self._refuse(self._status_of(error))
                return
            match event:
                case h11.Request():
                    self._begin(event)
                case h11.Data(data=data):
                    self._take(data)
                case h11.EndOfMessage():
                    self._answer()
                case h11.ConnectionClosed():
                    self._link.transport.close()
                    return
                case _:
                    return

    def _status_of(self, error: h11.RemoteProtocolError) -> int:
        """Return h11's own hint, and 414 where even the first line did not end."""
        if error.error_status_hint == 431 and b"\n" not in self._link.http.trailing_data[0]:
            return 414
        return error.error_status_hint

    def _begin(self, head: h11.Request) -> None:
        if self._phase is _Phase.IDLE:
            self._enter(_Phase.READING)
        request, self._early = self._desk.read(head, self._port, self._host)
        self._player = Player(self._link, Recorder(self._client, self._number, request))
        self._body.clear()
        self._body_bytes = 0
        if self._early is not None and request.has_body:
            self._answer_early(self._early)
        elif self._link.http.they_are_waiting_for_100_continue:
            self._link.send(h11.InformationalResponse(status_code=100, headers=[], reason="Continue"))
            self._player.recorder.interim.append(100)

    def _take(self, data: bytes) -> None:
        limits = self._desk.limits
        self._body_bytes += len(data)
        self._body += data[: limits.kept_body - len(self._body)]
        if self._body_bytes > limits.body:
            self._answer_early(self._desk.refusal(413))

    def _answer_early(self, answer: Answer) -> None:
        """Answer before the body has come; it is not read any more."""
        self._player.send(closing(answer))
        self._finish("answered")

    def _answer(self) -> None:
        recorder = self._player.recorder
        recorder.request = request = recorder.request._replace(body=bytes(self._body), body_bytes=self._body_bytes)
        outcome = self._desk.answer(request) if self._early is None else self._early
        if isinstance(outcome, Answer) and len(outcome.body) <= PIECE:
            self._player.send(outcome)
            self._finish("answered")
            return
        self._enter(_Phase.ANSWERING)
        self._task = asyncio.ensure_future(self._play((outcome,) if isinstance(outcome, Answer) else outcome))

    async def _play(self, steps: Iterable[Step]) -> None:
        ended = await self._player.play(steps)
        self._finish("timeout" if self._is_late else ended)
        self._unread = 0
        if self._link.can_write.is_set():
            self._link.transport.resume_reading()
        else:
            self._link.transport.pause_reading()
        self._advance()

    def _finish(self, ended: str) -> None:
        """Report the exchange, and make ready for the next request, or for the end of the connection."""
        self._desk.exchanged(self._player.recorder, ended)
        http = self._link.http
        if self._player.conversation is not None:
            self._conversation = self._player.conversation
            self._enter(_Phase.TALKING)
            self._talk(http.trailing_data[0])
        elif ended != "answered" or self._link.transport.is_closing():
            self._link.transport.abort()
            self._enter(_Phase.LINGERING)
        elif http.our_state is h11.DONE and http.their_state is h11.DONE:
            http.start_next_cycle()
            self._enter(_Phase.IDLE)
        else:
            self._linger()

    def _refuse(self, status: int) -> None:
        """Answer what cannot be read, or not now, and close."""
        answer = closing(self._desk.refusal(status))
        http = self._link.http
        if http.our_state is h11.SEND_RESPONSE:
            self._player.send(answer)
            self._desk.exchanged(self._player.recorder, "answered")
        else:
            head = final(answer, len(answer.body))[0]
            self._link.send(head, h11.Data(data=bytes(answer.body)), h11.EndOfMessage())
            self._desk.refused(self._client, self._number, answer)
        self._linger()

    def _linger(self) -> None:
        transport = self._link.transport
        if self._link.left.is_set():
            transport.close()
        else:
            transport.write_eof()
        self._enter(_Phase.LINGERING)

    def _talk(self, data: bytes) -> None:
        said = self._conversation.receive(data) if data else b""
        if said:
            self._link.transport.write(said)
        if self._conversation.over:
            self._linger()
