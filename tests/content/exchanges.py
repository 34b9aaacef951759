"""Reads the HTTP exchanges of pages and notes with h11: requests as a server does, responses as a client does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import h11

from statusref.domain.markdown import Message, parse_blocks


class WrongMessageError(AssertionError):
    """A message that an HTTP implementation would refuse, or whose length is not the one it names."""


@dataclass(frozen=True)
class Answer:
    """A response as h11 parsed it."""

    status: int
    phrase: str
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def interim(self) -> bool:
        """101 does not count: after it the connection speaks another protocol, and no HTTP/1.1 response follows."""
        return self.status < 200 and self.status != 101

    def values(self, name: str) -> list[str]:
        return [value for known, value in self.headers if known == name.lower()]


@dataclass(frozen=True)
class Exchange:
    """A request and all responses to it, the final one last."""

    method: str
    headers: list[tuple[str, str]]
    answers: list[Answer]

    @property
    def final(self) -> Answer:
        return self.answers[-1]


def messages(markdown: str) -> list[str]:
    return [block.text for block in parse_blocks(markdown) if isinstance(block, Message)]


def read_exchanges(texts: Sequence[str]) -> list[Exchange]:
    """Parse messages in their order. Raises WrongMessageError for anything but requests with a final response."""
    found: list[Exchange] = []
    connection: h11.Connection | None = None
    for text in texts:
        try:
            if not text.startswith("HTTP/"):
                if found and (not found[-1].answers or found[-1].final.interim):
                    raise WrongMessageError(f"never answered, before: {_first(text)}")
                request, body = _read_request(text)
                found.append(Exchange(request.method.decode(), _headers(request), []))
                connection = _client_after(request, body)
            elif connection is None:
                raise WrongMessageError(f"answers nothing: {_first(text)}")
            else:
                found[-1].answers.append(_read_response(connection, text))
        except h11.ProtocolError as error:
            raise WrongMessageError(f"{error}: {_first(text)}") from error
    if found and (not found[-1].answers or found[-1].final.interim):
        raise WrongMessageError("the last request is never answered")
    return found


def _first(text: str) -> str:
    return text.partition("\n")[0]


def _wire(text: str) -> tuple[bytes, bytes]:
    """Return the bytes as they are sent, and the body. Only the header lines end in CR LF."""
    head, _, body = text.partition("\n\n")
    return head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body.encode(), body.encode()


def _read_request(text: str) -> tuple[h11.Request, bytes]:
    server = h11.Connection(h11.SERVER)
    # h11 parses HTTP/1.1 only. A request in HTTP/2.0 is only shown where a server refuses it.
    raw, body = _wire(text.replace(" HTTP/2.0\n", " HTTP/1.1\n", 1))
    server.receive_data(raw)
    request = server.next_event()
    if not isinstance(request, h11.Request):
        raise WrongMessageError(f"no whole request: {_first(text)}")
    _take_body(server, body, text)
    return request, body


def _client_after(request: h11.Request, body: bytes) -> h11.Connection:
    """A client that has sent the request and waits for the response."""
    client = h11.Connection(h11.CLIENT)
    client.send(request)
    if body:
        client.send(h11.Data(data=body))
    client.send(h11.EndOfMessage())
    return client


def _read_response(client: h11.Connection, text: str) -> Answer:
    raw, body = _wire(text)
    client.receive_data(raw)
    response = client.next_event()
    if isinstance(response, h11.InformationalResponse):
        if body or (client.trailing_data[0] and response.status_code != 101):
            raise WrongMessageError(f"an interim response with content: {_first(text)}")
    elif isinstance(response, h11.Response):
        _take_body(client, body, text)
    else:
        raise WrongMessageError(f"no whole response: {_first(text)}")
    return Answer(response.status_code, response.reason.decode(), _headers(response), body)


def _take_body(connection: h11.Connection, expected: bytes, text: str) -> None:
    got = b"".join(_body(connection, text))
    if got != expected or connection.trailing_data[0]:
        raise WrongMessageError(f"the framing says {len(got)} bytes of content, not {len(expected)}: {_first(text)}")


def _body(connection: h11.Connection, text: str) -> Iterator[bytes]:
    while not isinstance(event := connection.next_event(), h11.EndOfMessage):
        match event:
            case h11.Data():
                yield bytes(event.data)
            case _:
                raise WrongMessageError(f"shorter than its framing says, or not framed: {_first(text)}")


def _headers(message: h11.Request | h11.Response | h11.InformationalResponse) -> list[tuple[str, str]]:
    return [(name.decode(), value.decode()) for name, value in message.headers]
