"""Ends programs together with all programs that they have started."""

import os
import signal
import subprocess
import sys
from contextlib import suppress

OWN_GROUP = sys.platform != "win32"
"""Whether to start such a program with ``start_new_session``, as the head of a process group. Windows has none."""


def end_group(pid: int) -> None:
    """End a program that was started as ``OWN_GROUP`` says, and everything that it started."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(pid)]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # nothing in it comes from outside
    else:
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
