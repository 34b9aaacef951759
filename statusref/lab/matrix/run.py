"""What came in at the addresses of the matrix."""

from typing import NamedTuple

from statusref.lab.matrix.cases import Case
from statusref.lab.requests import Request
from statusref.lab.steps import Headers


class Seen(NamedTuple):
    """A request as it arrived; ``headers`` are in the order in which they were sent, ``body`` may be the beginning."""

    method: str
    headers: Headers
    body: bytes
    body_bytes: int

    def has(self, header: str) -> bool:
        return any(name == header for name, _ in self.headers)


class Record(NamedTuple):
    """``first`` is the request that got the redirect, ``then`` the one to where it led, or None.

    ``hops`` counts the redirects that were followed.
    """

    first: Seen
    then: Seen | None = None
    hops: int = 0


class Run:
    """The records of one client by the name of their case. What was asked again counts as asked last."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}

    def note(self, case: Case, hop: int, request: Request) -> None:
        """Note a request to the address that is reached after ``hop`` redirects."""
        seen = Seen(request.method, request.headers, request.body, request.body_bytes)
        if hop == 0:
            self.records[case.name] = Record(seen)
        elif case.name in self.records:
            record = self.records[case.name]
            then = seen if hop == 1 else record.then
            self.records[case.name] = record._replace(then=then, hops=max(hop, record.hops))
