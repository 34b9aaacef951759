"""101: a WebSocket that says everything back."""

from typing import TYPE_CHECKING

from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Outcome, Switch

if TYPE_CHECKING:
    from wsproto import WSConnection
    from wsproto.events import Event

_LONGEST = 65_536
"""Bytes of a message. A longer one ends the conversation with 1009 (RFC 6455, Section 7.4.1)."""
_TOO_BIG = 1009


def handlers(answers: Answers) -> Handlers:
    def switch(request: Request) -> Outcome:
        echo = greeted(request)
        return answers.plain(426, request) if echo is None else (Switch(echo),)

    return {"/101": switch, "/try/101": switch}


def greeted(request: Request) -> "Echo | None":
    """Return who answers a WebSocket handshake; None if ``request`` is none, or one of another version."""
    from wsproto import ConnectionType, WSConnection
    from wsproto.utilities import RemoteProtocolError

    if request.method != "GET" or request.version == "1.0":
        return None
    connection = WSConnection(ConnectionType.SERVER)
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in request.headers]
    try:
        connection.initiate_upgrade_connection(headers, request.target)
    except RemoteProtocolError:
        return None
    return Echo(connection)


class Echo:
    """Answers each message with itself, a ping with a pong, and a close with a close."""

    def __init__(self, connection: "WSConnection") -> None:
        self._connection = connection
        self._size = 0
        self.over = False

    def begin(self) -> bytes:
        from wsproto.events import AcceptConnection

        return self._connection.send(AcceptConnection())

    def receive(self, data: bytes) -> bytes:
        from wsproto.utilities import LocalProtocolError, RemoteProtocolError

        try:
            self._connection.receive_data(data)
            return b"".join(self._said_to(event) for event in self._connection.events())
        except RemoteProtocolError as error:
            self.over = True
            return b"" if error.event_hint is None else self._connection.send(error.event_hint)
        except LocalProtocolError:
            self.over = True
            return b""

    def _said_to(self, event: "Event") -> bytes:
        from wsproto.events import CloseConnection, Message, Ping

        match event:
            case Message():
                self._size += len(event.data)
                if self._size > _LONGEST:
                    self.over = True
                    return self._connection.send(CloseConnection(_TOO_BIG))
                if event.message_finished:
                    self._size = 0
                return self._connection.send(event)
            case Ping() | CloseConnection():
                self.over = isinstance(event, CloseConnection)
                return self._connection.send(event.response())
            case _:
                return b""
