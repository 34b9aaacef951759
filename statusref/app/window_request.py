"""Runs the commands that need the window. Without a display, says so before Qt is loaded."""

import os
import sys
from pathlib import Path

from statusref.app.quick_start import import_pyside
from statusref.cli.exit_codes import NO_DISPLAY
from statusref.cli.program import WindowRequest
from statusref.cli.requests import OpenWindow
from statusref.system.display import has_display
from statusref.userdata.folders import cache_folder

_NO_DISPLAY = (
    "statusref: there is no display; "
    "try 'statusref show 404', 'statusref search WORD' or 'statusref screenshot FILE.png'\n"
)


def carry_out(request: WindowRequest) -> int:
    """Open the window and stay until it is closed, or save a picture of it. Return the exit code."""
    if isinstance(request, OpenWindow) and not has_display(os.environ, sys.platform):
        sys.stderr.write(_NO_DISPLAY)
        return NO_DISPLAY
    cache = cache_folder(os.environ, sys.platform, str(Path.home()))
    keep_for_next_start = import_pyside(os.environ, Path(cache, "start.bin"))
    from statusref.app.window_command import open_window, take_screenshot  # noqa: PLC0415 - loads Qt

    if isinstance(request, OpenWindow):
        return open_window(request, keep_for_next_start)
    return take_screenshot(request)
