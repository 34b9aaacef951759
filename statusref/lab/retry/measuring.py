"""Has a command meet every failure."""

import asyncio
from collections.abc import Callable, Sequence
from time import time
from typing import NamedTuple

from statusref.domain.library import Library
from statusref.lab.answers import Answers
from statusref.lab.clients import Ended, asks_by_method, filled, run, silent
from statusref.lab.retry.attempts import Attempts
from statusref.lab.retry.cases import ASKING, FAILING, METHODS
from statusref.lab.retry.handlers import address_of, handlers
from statusref.lab.runs import Runs
from statusref.lab.short_lived import short_lived_lab

LONGEST = 30.0
"""Seconds for one command with all that it repeats."""
_AT_ONCE = 8
_RUN = "command"


class Tried(NamedTuple):
    """What came in, and how the command ended, by the name of the case and the method."""

    attempts: Attempts
    ended: dict[tuple[str, str], Ended]

    @property
    def stopped(self) -> frozenset[tuple[str, str]]:
        return frozenset(key for key, ended in self.ended.items() if ended.exit_code is None)


async def try_command(library: Library, command: Sequence[str], progress: Callable[[int, int], None]) -> Tried:
    """Run ``command`` in a lab of its own for every failure, several at once, because what takes long is waiting.

    Raises LabError if it cannot be started or makes no request.
    """
    runs = Runs(Attempts)
    attempts = runs.open(_RUN)
    answers = Answers(library)
    methods = METHODS if asks_by_method(command) else ("GET",)
    waiting = [(case, method) for case in FAILING for method in methods] + [(case, "GET") for case in ASKING]
    total = len(waiting)
    ended: dict[tuple[str, str], Ended] = {}

    async with short_lived_lab(answers, handlers(answers, runs, time)) as origin:

        async def work() -> None:
            while waiting:
                case, method = waiting.pop()
                url = address_of(origin, _RUN, case)
                ended[case.name, method] = await run(filled(command, method, url), LONGEST)
                progress(len(ended), total)

        await asyncio.gather(*(work() for _ in range(_AT_ONCE)))
    if attempts.is_empty:
        raise silent(next(iter(ended.values())), LONGEST)
    return Tried(attempts, ended)
