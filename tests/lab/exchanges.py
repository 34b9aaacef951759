"""Exchanges as a lab reports them, made by hand."""

from statusref.lab.events import Exchange

HOST = "127.0.0.1:8080"


def exchange(number: int, target: str, status: int | None = 200, **others: object) -> Exchange:
    """An exchange of curl that took 10 ms and began ``number`` seconds after the beginning of 2026."""
    made = Exchange(
        id=number,
        client=f"127.0.0.1:{50_000 + number}",
        connection=number,
        method="GET",
        target=target,
        version="1.1",
        request_headers=(("host", HOST), ("user-agent", "curl/8.5.0")),
        request_body_bytes=0,
        status=status,
        reason="" if status is None else "OK",
        headers=() if status is None else (("Date", "Thu, 01 Jan 2026 00:00:00 GMT"),),
        body_bytes=5,
        ms=10.0,
        interim=(),
        ended="answered" if status is not None else "closed",
        began=1_767_225_600.0 + number,
    )
    return made._replace(**others)  # type: ignore[arg-type]  # each test gives fields of their own types


def redirect(number: int, target: str, location: str, **others: object) -> Exchange:
    return exchange(number, target, 302, headers=(("Location", location),), **others)
