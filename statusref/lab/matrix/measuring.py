"""Has a command make every request of the matrix."""

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

from statusref.domain.library import Library
from statusref.lab.answers import Answers
from statusref.lab.clients import Ended, asks_by_method, filled, run, silent
from statusref.lab.matrix.cases import CASES, PROBES, Case, cell
from statusref.lab.matrix.handlers import address_of, handlers
from statusref.lab.matrix.run import Run
from statusref.lab.runs import Runs
from statusref.lab.short_lived import short_lived_lab

AT_ONCE = 4
LONGEST = 20.0
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
    library: Library, command: Sequence[str], progress: Callable[[int, int], None], seconds: float = LONGEST
) -> Tried:
    """Run ``command`` for every case, or, if it has no ``{method}``, for those with the method that it uses.

    It gets a lab of its own. One case is tried alone first: a command that makes no request there will make none
    elsewhere. Raises LabError then, and if the command cannot be started.
    """
    runs = Runs(Run)
    run_of_command = runs.open(_RUN)
    answers = Answers(library)
    async with short_lived_lab(answers, handlers(answers, runs)) as origin:
        ended: dict[str, Ended] = {}

        async def attempt(case: Case) -> None:
            url = address_of(origin, _RUN, case)
            ended[case.name] = await run(filled(command, case.method, url), seconds)

        await attempt(_FIRST)
        if _FIRST.name not in run_of_command.records:
            raise silent(ended[_FIRST.name], seconds)
        cases = [case for case in CASES.values() if case is not _FIRST]
        if not asks_by_method(command):
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
