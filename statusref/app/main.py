"""Starts the program. Imports no Qt, and nothing at all that the command at hand does not need."""

import gc
import os
import sys


def main(argv: list[str] | None = None) -> int:
    """Do what ``argv`` (without the program's name; by default the process's own) asks for. Return the exit code."""
    # A command that prints is over before there is garbage to speak of. Collecting would cost it a tenth of its time,
    # half of that in the last collection of a process that ends, which passes over what is frozen. For the same reason
    # every import stands below this line.
    gc.disable()
    from statusref.cli.console import Console  # noqa: PLC0415
    from statusref.cli.program import answer  # noqa: PLC0415
    from statusref.resources import resource_root  # noqa: PLC0415

    outcome = answer(sys.argv[1:] if argv is None else argv, os.environ, resource_root(), Console.of_process())
    if isinstance(outcome, int):
        if argv is None:
            gc.freeze()
        gc.enable()
        return outcome

    from statusref.app.window_request import carry_out  # noqa: PLC0415

    try:
        return carry_out(outcome)
    finally:
        gc.enable()
