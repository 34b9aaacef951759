"""Listens for programs that are started while the window is open: on a named pipe or on a Unix socket."""

from collections.abc import Callable

from statusref.system.desktop.callers import Caller, Listener
from statusref.system.machine import Machine


def listen(machine: Machine, address: str, heard: Callable[[Caller, bytes], None]) -> Listener | None:
    """Begin to listen. Return None if that is not possible, or if another window listens already.

    ``heard`` is called with each caller and its line.
    """
    try:
        if machine.platform == "win32":
            from statusref.system.desktop.pipe_listener import listen_on_pipe  # loads QtNetwork

            return listen_on_pipe(address, heard)
        from statusref.system import unix_socket
        from statusref.system.desktop.socket_listener import SocketListener

        return SocketListener(*unix_socket.listen(address), address, heard)
    except OSError:
        return None
