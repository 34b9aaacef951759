"""Exchanges as the HTTP messages that they were, without the bodies, of which the lab tells only the length."""

from collections.abc import Iterable

from statusref.lab.events import Exchange
from statusref.lab.heard import Heard


def request_message(exchange: Exchange) -> str:
    """Return request line and headers. The lab keeps names in lower case, in which HTTP knows them as well."""
    start = f"{exchange.method} {exchange.target} HTTP/{_version(exchange)}"
    return "\n".join((start, *_lines(exchange.request_headers)))


def response_messages(exchange: Exchange) -> tuple[str, ...]:
    """Return the interim answers, of which the lab tells only the code, and the final one if there was one."""
    messages = [f"HTTP/1.1 {code}" for code in exchange.interim]
    if exchange.status is not None:
        start = f"HTTP/1.1 {exchange.status} {exchange.reason}".rstrip()
        messages.append("\n".join((start, *_lines(exchange.headers))))
    return tuple(messages)


def as_text(record: Iterable[Heard]) -> str:
    """Return all exchanges for people and for ``diff``: the messages, and when, how long and how large they were."""
    return "\n".join(map(_as_text, record))


def _as_text(heard: Heard) -> str:
    exchange = heard.exchange
    facts = (
        f"# {exchange.id}  {heard.began.isoformat(timespec='milliseconds')}  {exchange.ms} ms  {exchange.ended}  "
        f"request {exchange.request_body_bytes} B, response {exchange.body_bytes} B"
    )
    follows = "" if heard.follows is None else f"  follows {heard.follows}"
    return "\n\n".join((facts + follows, request_message(exchange), *response_messages(exchange))) + "\n"


def _version(exchange: Exchange) -> str:
    return exchange.version.removeprefix("HTTP/")


def _lines(headers: tuple[tuple[str, str], ...]) -> list[str]:
    return [f"{name}: {value}" for name, value in headers]
