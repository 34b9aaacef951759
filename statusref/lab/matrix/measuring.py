"""Has a command make every request of the matrix."""

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

from statusref.lab.clients import Ended, filled, run
from statusref.lab.errors import LabError
from statusref.lab.matrix.cases import BODY, CASES, PROBES, WITH_BODY, Case, cell
from statusref.lab.matrix.handlers import address_of
from statusref.lab.matrix.run import Run
from statusref.lab.runs import Runs

AT_ONCE = 4
LONGEST = 10.0
"""Seconds for one request with all its redirects."""
_RUN = "command"
_FIRST = cell(302, "GET")


class Tried(NamedTuple):
    """What came in, and how the command ended in each case."""

    run: Run
    ended: dict[str, Ended]

    @property
    def failed(self) -> frozenset[str]:
        return frozenset(name for name, ended in self.ended.items() if ended.failed)

    @property
    def hung(self) -> tuple[str, ...]:
        return tuple(name for name, ended in self.ended.items() if ended.exit_code is None)


async def try_command(
    command: Sequence[str], origin: str, runs: Runs[Run], progress: Callable[[int, int], None], seconds: float = LONGEST
) -> Tried:
    """Run ``command`` for every case, or, if it has no ``{method}``, for those with the method that it uses.

    One case is tried alone first: a command that makes no request there will make none elsewhere. Raises LabError
    then, and if the command cannot be started.
    """
    run_of_command = runs.open(_RUN)
    ended: dict[str, Ended] = {}

    async def attempt(case: Case) -> None:
        body = BODY if case.method in WITH_BODY else ""
        values = {"method": case.method, "body": body, "url": address_of(origin, _RUN, case)}
        ended[case.name] = await run(filled(command, values), seconds)

    await attempt(_FIRST)
    if _FIRST.name not in run_of_command.records:
        raise silent(ended[_FIRST.name], seconds)
    cases = [case for case in CASES.values() if case is not _FIRST]
    if not any("{method}" in word for word in command):
        used = run_of_command.records[_FIRST.name].first.method
        cases = [case for case in CASES.values() if case.method == used or case in PROBES]
        del run_of_command.records[_FIRST.name], ended[_FIRST.name]
    waiting = iter(cases)

    async def work() -> None:
        for case in waiting:
            await attempt(case)
            progress(len(ended), len(cases))

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    return Tried(run_of_command, ended)


def silent(ended: Ended, seconds: float) -> LabError:
    """Return the error of a command that asked for nothing."""
    if ended.exit_code is None:
        return LabError("silent_and_hanging", seconds=f"{seconds:g}")
    reason = f": {ended.complaint}" if ended.complaint else ""
    return LabError("silent", code=str(ended.exit_code), cause=reason)
