"""Ends a connection by a reset instead of an orderly close."""

import socket
import struct
import sys

_NO_LINGER = struct.pack("HH" if sys.platform == "win32" else "ii", 1, 0)
"""The value of SO_LINGER: on, for no time at all. Windows has two short numbers there, the others two whole ones."""


def reset_when_closed(connection: socket.socket) -> None:
    """Have the system send RST once ``connection`` is closed, and throw away what it has not sent."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
