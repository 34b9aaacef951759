"""Ends a connection by a reset instead of an orderly close."""

import socket
import struct
import sys

_NO_LINGER = struct.pack("HH" if sys.platform == "win32" else "ii", 1, 0)
"""The value of SO_LINGER: on, with a time of 0. On Windows these are two ``unsigned short``, elsewhere two ``int``."""


def reset_when_closed(connection: socket.socket) -> None:
    """When ``connection`` is closed, let the system send RST and drop all data that was not sent yet."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
