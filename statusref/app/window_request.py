"""Runs the commands that need the window. Without a display, says so before Qt is loaded."""

from statusref.app.quick_start.start import import_window
from statusref.cli.console import Console
from statusref.cli.exit_codes import NO_DISPLAY
from statusref.cli.program import WindowRequest
from statusref.cli.requests import OpenWindow
from statusref.system.display import has_display
from statusref.system.machine import Machine
from statusref.system.paths import standard_paths

_NO_DISPLAY = (
    "there is no display; try 'statusref show 404', 'statusref search WORD' or 'statusref screenshot FILE.png'"
)


def carry_out(request: WindowRequest) -> int:
    """Open the window and stay until it is closed, or save a picture of it. Return the exit code."""
    machine = Machine.this()
    if isinstance(request, OpenWindow) and not has_display(machine):
        Console.of_process().complain(_NO_DISPLAY)
        return NO_DISPLAY
    keep_for_next_start = import_window(machine.environment, standard_paths(machine).cache)
    from statusref.app.window_command import open_window, take_screenshot  # noqa: PLC0415 - loads Qt

    if isinstance(request, OpenWindow):
        return open_window(request, keep_for_next_start)
    return take_screenshot(request)
