"""Runs ``statusref 404`` unchanged until its first paint, and prints the time of that."""

import os
import sys
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

from statusref.app.main import main

_NAME = "statusref.app.first_paint"


def report() -> None:
    """Print the time and exit at once, because closing the program is not part of its start."""
    print(time.monotonic(), flush=True)
    os._exit(0)


def report_first_paint(window: Any, _then: Callable[[], None]) -> None:
    """Replaces FirstPaint: waits for the same paint, but then ends the process."""
    del sys.modules[_NAME]
    from statusref.app.first_paint import FirstPaint  # noqa: PLC0415 - loads Qt, which is part of what is measured

    FirstPaint(window, report)


# The real module is not imported here, so that Qt is loaded at the same point as in the program.
stand_in = ModuleType(_NAME)
vars(stand_in)["FirstPaint"] = report_first_paint
sys.modules[_NAME] = stand_in
main(["404"])
