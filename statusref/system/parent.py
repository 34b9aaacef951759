"""Notices that the program which started this one has gone: the pipe to standard input then ends, on every system."""

import os
from collections.abc import Callable
from threading import Thread

_STANDARD_INPUT = 0


def when_parent_goes(call: Callable[[], None]) -> None:
    """Have ``call`` called once, from another thread, when standard input ends. What comes there is thrown away."""

    def wait() -> None:
        try:
            # Not through sys.stdin: Python could not end while a thread holds its lock.
            while os.read(_STANDARD_INPUT, 1024):
                pass
        except OSError:
            pass
        call()

    Thread(target=wait, daemon=True).start()
