"""A run of the matrix told from the exchanges that the window has heard of."""

import re
from collections.abc import Iterable

from statusref.lab.heard import Heard
from statusref.lab.matrix.cases import CASES
from statusref.lab.matrix.run import Run
from statusref.lab.requests import Request

WINDOW = "window"
"""The name of the run whose addresses the window hands out."""
_ADDRESS = re.compile(rf"/matrix/{WINDOW}/(?P<case>[A-Za-z0-9-]+)(?:/(?P<hop>\d{{1,2}}))?(?:\?.*)?")


def is_of_run(target: str) -> bool:
    return _ADDRESS.fullmatch(target) is not None


def run_of(record: Iterable[Heard]) -> Run:
    """Return what was asked. Of bodies, only the lengths are known: they are taken for the same if those are."""
    run = Run()
    for heard in record:
        exchange = heard.exchange
        found = _ADDRESS.fullmatch(exchange.target)
        if found is None or found["case"] not in CASES or exchange.method == "OPTIONS":  # a browser asks beforehand
            continue
        request = Request(
            exchange.method,
            exchange.target,
            headers=exchange.request_headers,
            body_bytes=exchange.request_body_bytes,
        )
        run.note(CASES[found["case"]], int(found["hop"] or 0), request)
    return run
