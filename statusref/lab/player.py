"""Carries out the steps of an answer on a connection."""

from collections.abc import Iterable
from typing import assert_never

import h11

from statusref.lab.errors import ClientLeftError
from statusref.lab.exchange import Recorder
from statusref.lab.link import Link
from statusref.lab.sending import closing, final, interim
from statusref.lab.steps import Answer, Content, Conversation, Drop, Head, Interim, Piece, Raw, Step, Switch, Wait
from statusref.system.reset import reset_when_closed

PIECE = 32_768
"""A longer body is sent in pieces of this size, each when the client has taken most of what came before."""


class Player:
    """Plays the answer to one request, and has it taken down. ``conversation`` is there after a ``Switch``."""

    def __init__(self, link: Link, recorder: Recorder) -> None:
        self.recorder = recorder
        self.conversation: Conversation | None = None
        self._link = link
        self._with_body = recorder.request.method != "HEAD"

    def send(self, answer: Answer) -> None:
        """Send a whole answer at once."""
        events: list[h11.Event] = [self._head(answer, len(answer.body))]
        if answer.body and self._with_body:
            events.append(h11.Data(data=bytes(answer.body)))
            self.recorder.body_bytes = len(answer.body)
        self._link.send(*events, h11.EndOfMessage())

    async def play(self, steps: Iterable[Step]) -> str:
        """Carry out the steps and return how that ended."""
        try:
            for step in steps:
                ended = await self._carry_out(step)
                if ended:
                    return ended
        except ClientLeftError:
            return "client-left"
        if self._link.http.our_state is h11.SEND_BODY:
            self._link.send(h11.EndOfMessage())
        return "answered"

    async def _carry_out(self, step: Step) -> str:
        """Return how the exchange ended, if it did with this step."""
        match step:
            case Wait(seconds):
                await self._link.pause(seconds)
            case Interim():
                self._interim(step)
            case Answer():
                await self._send_in_pieces(step)
            case Head(answer, length):
                self._link.send(self._head(answer, length))
                return "" if self._with_body else self._end()
            case Piece(data):
                self._data(data)
                await self._link.drain()
            case Raw(data):
                self._link.transport.write(data)
                self._link.transport.close()
                return "closed"
            case Drop(reset):
                return self._drop(reset=reset)
            case Switch(conversation):
                return self._switch(conversation)
            case _:
                assert_never(step)
        return ""

    def _head(self, answer: Answer, length: int | None) -> h11.Response:
        if self._link.http.their_state is h11.MUST_CLOSE:
            answer = closing(answer)  # h11 would say so by itself, but it would not be in the report
        response, headers = final(answer, length)
        self.recorder.status, self.recorder.reason, self.recorder.headers = answer.status, answer.reason, headers
        return response

    def _data(self, data: Content) -> None:
        self._link.send(h11.Data(data=bytes(data)))
        self.recorder.body_bytes += len(data)

    def _end(self) -> str:
        self._link.send(h11.EndOfMessage())
        return "answered"

    async def _send_in_pieces(self, answer: Answer) -> None:
        if len(answer.body) <= PIECE or not self._with_body:
            self.send(answer)
            return
        self._link.send(self._head(answer, len(answer.body)))
        for start in range(0, len(answer.body), PIECE):
            self._data(answer.body[start : start + PIECE])
            await self._link.drain()

    def _interim(self, step: Interim) -> None:
        if self.recorder.request.version != "1.0":
            self._link.send(interim(step))
            self.recorder.interim.append(step.status)

    def _drop(self, *, reset: bool) -> str:
        transport = self._link.transport
        if reset:
            reset_when_closed(transport.get_extra_info("socket"))
        transport.abort()
        return "reset" if reset else "closed"

    def _switch(self, conversation: Conversation) -> str:
        self.conversation = conversation
        self._link.transport.write(conversation.begin())
        self.recorder.status, self.recorder.reason = 101, "Switching Protocols"
        return "switched"
