"""Notices when the program that started this one has ended: on every system, standard input ends then."""

import os
from collections.abc import Callable
from threading import Thread

_STANDARD_INPUT = 0


def when_parent_goes(call: Callable[[], None]) -> None:
    """Call ``call`` once, from another thread, when standard input ends. Input is read and ignored."""

    def wait() -> None:
        try:
            # Not with sys.stdin: Python cannot exit while a thread holds its lock.
            while os.read(_STANDARD_INPUT, 1024):
                pass
        except OSError:
            pass
        call()

    Thread(target=wait, daemon=True).start()
