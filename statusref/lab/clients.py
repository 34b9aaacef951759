"""Runs somebody's client as a command, without a shell, and not for longer than it may take."""

import asyncio
import os
from collections.abc import Sequence
from tempfile import TemporaryFile
from time import monotonic
from typing import NamedTuple

from statusref.lab.errors import LabError
from statusref.system.processes import OWN_GROUP, end_group

WITH_BODY = frozenset({"POST", "PUT", "PATCH", "QUERY"})
BODY = "0123456789"
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
        """Whether it says so itself."""
        return self.exit_code not in {0, None}


def asks_by_method(command: Sequence[str]) -> bool:
    """Whether a command can be told which method to use."""
    return any("{method}" in word for word in command)


def filled(command: Sequence[str], method: str, url: str) -> list[str]:
    """Return the command with ``{method}``, ``{body}`` and ``{url}`` filled in, wherever they stand.

    The body is empty for methods that usually have none. Other braces stay as they are.
    """
    values = {"{method}": method, "{body}": BODY if method in WITH_BODY else "", "{url}": url}
    words = list(command)
    for name, value in values.items():
        words = [word.replace(name, value) for word in words]
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
                start_new_session=OWN_GROUP,
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
                end_group(process.pid)
                await process.wait()
        complaints.seek(0)
        lines = complaints.read(_MOST_COMPLAINT).decode("utf-8", "replace").split("\n")
    return Ended(exit_code, monotonic() - began, next((line.strip() for line in reversed(lines) if line.strip()), ""))


def silent(ended: Ended, seconds: float) -> LabError:
    """Return the error of a command that made no request."""
    if ended.exit_code is None:
        return LabError("silent_and_hanging", seconds=f"{seconds:g}")
    return LabError("silent", code=str(ended.exit_code), complaint=f": {ended.complaint}" if ended.complaint else "")
