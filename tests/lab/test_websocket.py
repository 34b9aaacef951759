"""101: the WebSocket of the lab, with wsproto as the client."""

import pytest
from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, BytesMessage, CloseConnection, Event, Ping, Pong, Request, TextMessage

from tests.lab.conftest import Running


def talk(lab: Running, *said: Event, until: type[Event]) -> list[Event]:
    """What comes back, up to the first event of a kind."""
    heard: list[Event] = []
    client = WSConnection(ConnectionType.CLIENT)
    with lab.connect() as connection:
        connection.sendall(client.send(Request(host=f"127.0.0.1:{lab.port}", target="/try/101")))
        for event in said:
            while not heard:
                client.receive_data(connection.recv(65536))
                heard += client.events()
            connection.sendall(client.send(event))
        while not any(isinstance(event, until) for event in heard):
            client.receive_data(connection.recv(65536) or None)
            heard += client.events()
    return heard


def test_messages_come_back(lab: Running) -> None:
    heard = talk(lab, TextMessage("한글"), BytesMessage(b"\0\1"), until=BytesMessage)
    assert isinstance(heard[0], AcceptConnection)
    assert [event.data for event in heard if isinstance(event, TextMessage | BytesMessage)] == ["한글", b"\0\1"]


def test_a_ping_is_answered_and_a_close_too(lab: Running) -> None:
    heard = talk(lab, Ping(b"x"), CloseConnection(1000), until=CloseConnection)
    assert [type(event) for event in heard] == [AcceptConnection, Pong, CloseConnection]


def test_a_message_that_is_too_long_ends_it(lab: Running) -> None:
    heard = talk(lab, BytesMessage(b"x" * 70_000), until=CloseConnection)
    assert isinstance(heard[-1], CloseConnection)
    assert heard[-1].code == 1009


@pytest.mark.parametrize("target", ["/101", "/try/101"])
def test_without_a_handshake_it_is_426(lab: Running, target: str) -> None:
    got = lab.ask(target)
    assert (got.status, got.headers["upgrade"], got.headers["sec-websocket-version"]) == (426, "websocket", "13")
    old = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "8", "Sec-WebSocket-Key": "eA=="}
    assert lab.ask(target, headers=old).status == 426
