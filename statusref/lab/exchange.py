"""Takes down one exchange while it happens."""

from time import perf_counter, time

from statusref.lab import events
from statusref.lab.requests import Request
from statusref.lab.steps import Headers


class Recorder:
    """``client`` is the address and port that the request came from, ``connection`` the number of its connection."""

    def __init__(self, client: str, connection: int, request: Request) -> None:
        self.request = request
        self._client = client
        self._connection = connection
        self._since = time()
        self._began = perf_counter()
        self.status: int | None = None
        self.reason = ""
        self.headers: Headers = ()
        self.body_bytes = 0
        self.interim: list[int] = []

    def finish(self, number: int, ended: str) -> events.Exchange:
        """Return the exchange, which is the ``number``-th of the lab, as it is now."""
        request = self.request
        return events.Exchange(
            number,
            self._client,
            self._connection,
            request.method,
            request.target,
            request.version,
            request.headers,
            request.body_bytes,
            self.status,
            self.reason,
            self.headers,
            self.body_bytes,
            round((perf_counter() - self._began) * 1000, 2),
            tuple(self.interim),
            ended,
            round(self._since, 6),
        )
