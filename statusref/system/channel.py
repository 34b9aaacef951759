"""How a second start reaches the open window: over a Unix socket of the user, on Windows over a named pipe.

Neither is a network connection. The functions import their module themselves, because a second start does nothing else
and should load only the module of its system.
"""

from statusref.system.machine import Machine

MOST_BYTES = 65_536
"""A longer line cannot come from this program."""


def address(machine: Machine) -> str:
    """Return where the window of this user and this data folder listens."""
    if machine.platform == "win32":
        from statusref.system import named_pipe

        return named_pipe.name(machine)
    from statusref.system import unix_socket

    return unix_socket.place(machine)


def is_starting(machine: Machine, at: str) -> bool:
    """Whether the program that listens at ``at`` is still starting, so that it cannot answer yet.

    A window that has started but hangs is not starting.
    """
    if machine.platform == "win32":
        from statusref.system import named_pipe

        return named_pipe.is_starting(at)
    from statusref.system import unix_socket

    return unix_socket.is_starting(at)


def ask(machine: Machine, to: str, line: bytes, patience_s: float, most: int) -> bytes:
    """Send a line and return the answer, at most ``most`` bytes. Raises OSError if there is none in ``patience_s``."""
    if machine.platform == "win32":
        from statusref.system import named_pipe

        return named_pipe.ask(to, line, patience_s, most)
    from statusref.system import unix_socket

    return unix_socket.ask(to, line, patience_s, most)
