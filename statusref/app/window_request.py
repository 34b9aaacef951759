"""Runs the commands that need the window. Without a display, says so before Qt is loaded."""

import os
import sys
from pathlib import Path

from statusref.app.handover import hand_over, socket_file
from statusref.cli.exit_codes import NO_DISPLAY, OK
from statusref.cli.program import WindowRequest
from statusref.cli.requests import OpenWindow
from statusref.system.display import has_display
from statusref.userdata.place import data_file

_NO_DISPLAY = (
    "statusref: there is no display; "
    "try 'statusref show 404', 'statusref search WORD' or 'statusref screenshot FILE.png'\n"
)


def carry_out(request: WindowRequest) -> int:
    """Open the window and stay until it is closed, or save a picture of it. Return the exit code."""
    if isinstance(request, OpenWindow) and not has_display(os.environ, sys.platform):
        sys.stderr.write(_NO_DISPLAY)
        return NO_DISPLAY
    if isinstance(request, OpenWindow):
        file = socket_file(os.environ, data_file(os.environ, sys.platform, Path.home()))
        if hand_over(request, file, os.environ):
            return OK
    from statusref.app.window_command import open_window, take_screenshot  # noqa: PLC0415 - loads Qt

    return open_window(request) if isinstance(request, OpenWindow) else take_screenshot(request)
