"""The table of all that can be asked besides plain codes."""

from collections.abc import Callable
from time import time

from statusref.lab import front_page
from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.limits import Limits
from statusref.lab.matrix import handlers as matrix
from statusref.lab.matrix.run import Run
from statusref.lab.retry import handlers as retry
from statusref.lab.retry.attempts import Attempts
from statusref.lab.runs import Runs
from statusref.lab.try_out import (
    challenges,
    echo,
    interim,
    lost,
    ranges,
    rate_limit,
    redirects,
    refusals,
    slow,
    validators,
    websocket,
)


def all_handlers(answers: Answers, limits: Limits, clock: Callable[[], float] = time) -> Handlers:
    """``clock`` gives the time in seconds since 1970."""
    return {
        **front_page.handlers(answers),
        **challenges.handlers(answers),
        **echo.handlers(answers),
        **interim.handlers(answers),
        **lost.handlers(answers),
        **ranges.handlers(answers),
        **rate_limit.handlers(answers, clock),
        **redirects.handlers(answers),
        **refusals.handlers(answers, limits),
        **slow.handlers(answers),
        **validators.handlers(answers, clock),
        **websocket.handlers(answers),
        **matrix.handlers(answers, Runs(Run)),
        **retry.handlers(answers, Runs(Attempts), clock),
    }
