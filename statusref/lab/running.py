"""Runs the lab until it is told to end."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress

from statusref.domain.library import Library
from statusref.lab.all_handlers import all_handlers
from statusref.lab.answers import Answers
from statusref.lab.events import Event
from statusref.lab.limits import Limits
from statusref.lab.routes import Routes
from statusref.lab.server import Lab
from statusref.system.parent import when_parent_goes

Report = Callable[[Sequence[Event]], None]


def serve(library: Library, report: Report, port: int | None, limits: Limits, *, parent_watch: bool) -> None:
    """Answer until Ctrl+C, SIGTERM or, with ``parent_watch``, until standard input ends.

    ``report`` gets the events that came together, without delay. Raises LabError, and OSError where ``report`` does.
    """
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(library, report, port, limits, parent_watch=parent_watch))


async def _serve(library: Library, report: Report, port: int | None, limits: Limits, *, parent_watch: bool) -> None:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()

    def end() -> None:
        with suppress(RuntimeError):  # the loop has ended already
            loop.call_soon_threadsafe(ended.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: end())
    if parent_watch:
        when_parent_goes(end)
    answers = Answers(library)
    reporter = _Reporter(report, end)
    lab = Lab(answers, Routes(answers, all_handlers(answers, limits)), reporter.add, limits)
    await lab.start(port)
    try:
        await ended.wait()
    finally:
        lab.stop()
        reporter.pass_on()
    if reporter.problem is not None:
        raise reporter.problem


class _Reporter:
    """Passes on together what happened in one turn of the loop: writing each line by itself takes longer than it.

    ``end`` is called where a line cannot be written; ``problem`` then says why.
    """

    def __init__(self, report: Report, end: Callable[[], None]) -> None:
        self._report = report
        self._end = end
        self._events: list[Event] = []
        self.problem: OSError | None = None

    def add(self, event: Event) -> None:
        if not self._events:
            asyncio.get_running_loop().call_soon(self.pass_on)
        self._events.append(event)

    def pass_on(self) -> None:
        events, self._events = self._events, []
        if not events or self.problem is not None:
            return
        try:
            self._report(events)
        except OSError as error:
            self.problem = error
            self._end()
