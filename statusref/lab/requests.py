"""A request as the handlers see it, and how it is read from h11's."""

from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

import h11

from statusref.lab.errors import BadOptionError
from statusref.lab.steps import Headers
from statusref.lab.wanted import NOTHING, Wanted, read_options

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY")
"""What ``Allow`` names. Plain answers are given to any method but CONNECT. QUERY is RFC 10008's."""
READING = frozenset({"GET", "HEAD", "QUERY"})
"""The methods that only ask for what is there; conditions and ranges mean the same to all three (RFC 10008, 2)."""
_MOST_OPTIONS = 30


class Request(NamedTuple):
    """``target`` is as it was sent, ``path`` is decoded; names of ``headers`` are in lower case.

    ``body`` is only the beginning of a long one, ``body_bytes`` counts all. ``ports`` are the lab's, first the one that
    was asked; ``client`` is the address that the request came from, without its port.
    """

    method: str
    target: str
    version: str = "1.1"
    headers: Headers = ()
    path: str = ""
    ports: tuple[int, ...] = ()
    client: str = ""
    wanted: Wanted = NOTHING
    body: bytes = b""
    body_bytes: int = 0

    @property
    def query(self) -> str:
        """The options as they were sent, with their question mark; empty where there are none."""
        _, mark, options = self.target.partition("?")
        return mark + options

    @property
    def has_body(self) -> bool:
        """Whether a body is announced, however long."""
        return self.header("transfer-encoding") is not None or self.header("content-length") not in {None, "0"}

    def header(self, name: str) -> str | None:
        """Return a header; several of the same name are joined by commas (RFC 9110, Section 5.2)."""
        found = [value for key, value in self.headers if key == name]
        return ", ".join(found) if found else None


NONE = Request("GET", "")
"""Stands for a request that could not be read."""


def read_head(head: h11.Request, ports: tuple[int, ...], client: str) -> Request:
    """Return the request without its options, which ``with_options`` reads."""
    target = head.target.decode("latin-1")
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers)
    path = unquote(_origin_form(target).partition("?")[0])
    method, version = head.method.decode("latin-1"), head.http_version.decode("ascii")
    return Request(method, target, version, headers, path, ports, client)


def with_options(request: Request) -> Request:
    """Return the request with what its address asks for. Raises BadOptionError."""
    query = request.query.removeprefix("?")
    if not query:
        return request
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True, max_num_fields=_MOST_OPTIONS)
    except ValueError as error:
        raise BadOptionError("pairs", query, most=str(_MOST_OPTIONS)) from error
    return request._replace(wanted=read_options(pairs))


def authority_of(request: Request) -> str | None:
    """Return the host and port that a request is meant for; None where a client of HTTP/1.0 names none.

    A target in absolute form counts more than ``Host`` (RFC 9112, Section 3.2.2).
    """
    scheme, separator, rest = request.target.partition("://")
    if separator and not request.target.startswith("/"):
        return rest.partition("/")[0].partition("?")[0] if scheme.lower() == "http" else rest
    return request.header("host")


def _origin_form(target: str) -> str:
    """Return path and query of a target in absolute form; any other form as it is."""
    if target.startswith("/") or "://" not in target:
        return target
    rest = target.partition("://")[2]
    ends = [position for position in (rest.find("/"), rest.find("?")) if position >= 0]
    part = rest[min(ends) :] if ends else ""
    return part if part.startswith("/") else "/" + part
