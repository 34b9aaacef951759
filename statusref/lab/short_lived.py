"""A lab for as long as somebody's client is tried."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.routes import Routes
from statusref.lab.server import Lab


@asynccontextmanager
async def short_lived_lab(answers: Answers, handlers: Handlers) -> AsyncIterator[str]:
    """Give the lab's origin, such as ``http://127.0.0.1:8080``. Raises LabError if it cannot listen."""
    lab = Lab(answers, Routes(answers, handlers), lambda _: None)
    try:
        listening = await lab.start()
        yield listening.url.rstrip("/")
    finally:
        lab.stop()
