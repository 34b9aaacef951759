"""How much the lab takes from its clients."""

import re
from typing import NamedTuple

from statusref.lab.errors import LabError


class Limits(NamedTuple):
    """Each limit has a status code of its own. Sizes are bytes, times are seconds.

    RFC 9110, Section 4.1 recommends that every target of up to 8000 bytes is supported.
    """

    connections: int = 256
    """More are answered with 503 at once."""
    refused: int = 512
    """So many refused connections may still be open at the same time; one more is closed without waiting."""
    target: int = 8192
    """A longer request target is answered with 414."""
    header: int = 16_384
    """A longer header section, request line included, is answered with 431."""
    body: int = 1_048_576
    """A longer request body is answered with 413."""
    kept_body: int = 16_384
    """So much of a request body is kept for ``/echo``; the rest is only counted."""
    request_time: float = 10.0
    """A request that is not there after so long is answered with 408."""
    idle_time: float = 30.0
    """A connection without a request is closed after so long."""
    answer_time: float = 90.0
    """An answer that is not sent after so long is broken off."""
    talk_time: float = 600.0
    """A WebSocket is closed after so long."""
    linger_time: float = 5.0
    """So long the lab still reads after its last answer, so that the answer is not lost by a reset."""


LIMITS = Limits()
_NUMBER: dict[str, float] = {"": 1}
_SIZE: dict[str, float] = {"": 1, "B": 1, "kB": 1024, "KB": 1024, "MB": 1024 * 1024}
_TIME: dict[str, float] = {"ms": 0.001, "s": 1, "": 1}
_LOWERED = {
    "connections": ("connections", _NUMBER),
    "target": ("target", _SIZE),
    "header": ("header", _SIZE),
    "body": ("body", _SIZE),
    "request": ("request_time", _TIME),
    "idle": ("idle_time", _TIME),
}
"""For each limit that can be lowered: its field in ``Limits``, and the units of its values."""
_CHOICE = re.compile(r"([a-z]+)=([1-9][0-9]{0,6})([A-Za-z]{0,2})")
USUAL = "connections=256,target=8KB,header=16KB,body=1MB,request=10s,idle=30s"


def lowered(choices: str) -> Limits:
    """Return the limits with some of them lowered, written as ``USUAL`` is; an empty text changes none.

    Raises LabError if a limit is unknown, comes twice, or is higher than usual.
    """
    found: dict[str, float] = {}
    for choice in filter(None, choices.split(",")):
        field, value = _read(choice)
        if not field or field in found or value > getattr(LIMITS, field):
            raise LabError("limit", choice=choice, usual=USUAL)
        found[field] = value
    return LIMITS._replace(**found)  # type: ignore[arg-type]  # the units make each value of the field's type


def _read(choice: str) -> tuple[str, float]:
    """Return the field of a choice and its value; an empty name if the choice cannot be read."""
    read = _CHOICE.fullmatch(choice)
    if read is None or read[1] not in _LOWERED:
        return "", 0
    field, units = _LOWERED[read[1]]
    return (field, int(read[2]) * units[read[3]]) if read[3] in units else ("", 0)
