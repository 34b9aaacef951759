"""The way from a second start to the open window: a socket of the user, on Windows a named pipe.

Neither is a connection over a network. A second start ends here, so each system loads only its own.
"""

from statusref.system.machine import Machine

MOST_BYTES = 65_536
"""A longer line is none of ours."""


def address(machine: Machine) -> str:
    """Return where the window of this user and this data folder listens."""
    if machine.platform == "win32":
        from statusref.system import named_pipe

        return named_pipe.name(machine)
    from statusref.system import unix_socket

    return unix_socket.place(machine)


def is_starting(machine: Machine, at: str) -> bool:
    """Whether who listens there is starting and cannot answer yet. A window that hangs is not."""
    if machine.platform == "win32":
        from statusref.system import named_pipe

        return named_pipe.is_starting(at)
    from statusref.system import unix_socket

    return unix_socket.is_starting(at)


def ask(machine: Machine, to: str, line: bytes, patience_s: float, most: int) -> bytes:
    """Send a line and return at most so many bytes of the answer. Raises OSError if nobody answers in time."""
    if machine.platform == "win32":
        from statusref.system import named_pipe

        return named_pipe.ask(to, line, patience_s, most)
    from statusref.system import unix_socket

    return unix_socket.ask(to, line, patience_s, most)
