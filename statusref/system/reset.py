"""How a connection is told to end by a reset instead of an orderly close."""

import struct
import sys

NO_LINGER = struct.pack("HH" if sys.platform == "win32" else "ii", 1, 0)
"""The value of SO_LINGER: on, for no time at all. Windows has two short numbers there, the others two whole ones."""
