"""Runs ``statusref 404`` unchanged up to its first picture, and prints when that was."""

import os
import sys
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

from statusref.app.main import main

_NAME = "statusref.app.first_paint"


def report() -> None:
    """Print the time and end at once: closing down is no part of a start."""
    print(time.monotonic(), flush=True)
    os._exit(0)


def report_first_paint(window: Any, _then: Callable[[], None]) -> None:
    """Stand in for FirstPaint: watch as it does, but end the process then."""
    del sys.modules[_NAME]
    from statusref.app.first_paint import FirstPaint  # noqa: PLC0415 - loads Qt, which is part of what is measured

    FirstPaint(window, report)


# The module is not imported here: Qt must load where the program loads it.
stand_in = ModuleType(_NAME)
vars(stand_in)["FirstPaint"] = report_first_paint
sys.modules[_NAME] = stand_in
main(["404"])
