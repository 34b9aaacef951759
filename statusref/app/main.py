"""Starts the program. Imports only what the given command needs, and Qt only for the window."""

import gc
import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command in ``argv`` and return the exit code.

    ``argv`` is without the program's name; by default it is taken from ``sys.argv``.
    """
    # A command that prints ends before it makes much garbage. Collecting would take a tenth of its time, half of that
    # in the collection when Python exits, which skips frozen objects. For the same reason all imports stand below this
    # line.
    gc.disable()
    from statusref.system.bytecode import keep_bytecode
    from statusref.system.machine import Machine

    machine = Machine.this()
    keep_bytecode(__spec__.cached, machine)
    if argv is None:
        from statusref.app.handover import hand_over

        if hand_over(sys.argv[1:], machine):
            return 0
    import os

    from statusref.system.left_out import left_out

    with left_out("ipaddress"):  # ``urllib.parse``, which is imported by pathlib, needs it for addresses in brackets
        import pathlib  # noqa: F401

    from statusref.cli.console import Console
    from statusref.cli.program import answer
    from statusref.resources import resource_root

    outcome = answer(sys.argv[1:] if argv is None else argv, os.environ, resource_root(), Console.of_process())
    if isinstance(outcome, int):
        if argv is None:
            gc.freeze()
        gc.enable()
        return outcome

    from statusref.app.window_request import carry_out

    try:
        return carry_out(outcome)
    finally:
        gc.enable()
