"""Runs the lab until it is told to end."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from statusref.domain.library import Library
from statusref.lab.all_handlers import all_handlers
from statusref.lab.answers import Answers
from statusref.lab.events import Event, Listening
from statusref.lab.handlers import Handlers
from statusref.lab.limits import LIMITS
from statusref.lab.routes import Routes
from statusref.lab.server import Lab
from statusref.system.parent import when_parent_goes


def serve(library: Library, report: Callable[[Event], None], port: int | None, *, parent_watch: bool) -> None:
    """Answer until Ctrl+C, SIGTERM or, with ``parent_watch``, until standard input ends. Raises LabError."""
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(library, report, port, parent_watch=parent_watch))


async def _serve(library: Library, report: Callable[[Event], None], port: int | None, *, parent_watch: bool) -> None:
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
    async with listening(answers, all_handlers(answers, LIMITS), report, port):
        await ended.wait()


@asynccontextmanager
async def listening(
    answers: Answers, handlers: Handlers, report: Callable[[Event], None] = lambda _: None, port: int | None = None
) -> AsyncIterator[Listening]:
    """Run a lab with ``handlers`` for as long as the context lasts. Raises LabError if it cannot listen."""
    lab = Lab(answers, Routes(answers, handlers), report)
    try:
        yield await lab.start(port)
    finally:
        lab.stop()
