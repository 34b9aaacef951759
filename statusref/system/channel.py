"""The way from a second start to the open window: a socket that only this user can reach."""

from statusref.system import unix_socket
from statusref.system.machine import Machine

MOST_BYTES = 65_536
"""A longer line is none of ours."""


def address(machine: Machine) -> str:
    """Return where the window of this user and this data folder listens."""
    return unix_socket.place(machine)


def ask(to: str, line: bytes, patience_s: float, most: int) -> bytes:
    """Send a line and return at most so many bytes of the answer. Raises OSError if nobody answers in time."""
    return unix_socket.ask(to, line, patience_s, most)
