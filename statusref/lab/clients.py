"""Runs somebody's client as a command, without a shell, and not for longer than it may take."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from time import monotonic
from typing import NamedTuple

from statusref.lab.errors import LabError

_MOST_COMPLAINT = 2000


class Ended(NamedTuple):
    """How a command ended. ``exit_code`` is None where it was stopped because it took too long.

    ``complaint`` is the last line that it wrote to standard error, as far as that was read.
    """

    exit_code: int | None
    seconds: float
    complaint: str = ""

    @property
    def failed(self) -> bool:
        return self.exit_code != 0


def filled(command: Sequence[str], values: Mapping[str, str]) -> list[str]:
    """Return the command with ``{name}`` replaced by its value, wherever it stands; other braces stay."""
    words = list(command)
    for name, value in values.items():
        words = [word.replace(f"{{{name}}}", value) for word in words]
    return words


async def run(command: Sequence[str], seconds: float) -> Ended:
    """Run a command until it ends, at most for ``seconds``. Raises LabError if it cannot be started.

    The variables that send requests through a proxy are kept from it, so that they reach the lab and nobody else.
    """
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    began = monotonic()
    with TemporaryFile() as complaints:
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=complaints,
                env=environment,
            )
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise LabError("no_command", command=command[0], cause=reason) from error
        try:
            async with asyncio.timeout(seconds):
                exit_code: int | None = await process.wait()
        except TimeoutError:
            exit_code = None
        finally:
            # Also when this is cancelled, as by Ctrl+C: no client is left behind.
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        complaints.seek(0)
        lines = complaints.read(_MOST_COMPLAINT).decode("utf-8", "replace").split("\n")
    return Ended(exit_code, monotonic() - began, next((line.strip() for line in reversed(lines) if line.strip()), ""))
