"""What is looked at before a request is answered: whether it is meant for the lab, and small enough."""

from statusref.lab.limits import Limits
from statusref.lab.requests import Request, authority_of

_HOSTS = ("127.0.0.1", "localhost", "[::1]")


def refused_status(request: Request, limits: Limits) -> int | None:
    """Return the status with which a request is refused for its head; None if it is not.

    A web page elsewhere can make its own host name point to 127.0.0.1 (DNS rebinding); its requests still carry that
    name, and get 421.
    """
    if len(request.target) > limits.target:
        return 414
    if header_size(request) > limits.header:
        return 431
    if not request.version.startswith("1."):
        return 505
    authority = authority_of(request)
    if authority is not None and authority.lower() not in own_authorities(request.ports[0]):
        return 421
    return 501 if request.method == "CONNECT" else None


def header_size(request: Request) -> int:
    """Return the length of request line and headers as they were sent, give or take optional spaces."""
    return len(request.target) + sum(len(name) + len(value) + 4 for name, value in request.headers)


def own_authorities(port: int) -> frozenset[str]:
    """Return what ``Host`` may say at a port."""
    names = {f"{host}:{port}" for host in _HOSTS}
    return frozenset(names | set(_HOSTS) if port == 80 else names)
