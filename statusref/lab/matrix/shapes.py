"""The JSON of a run. ``docs/lab.md`` describes the keys: keys may come, none may go."""

from collections.abc import Collection

from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.lab import measured
from statusref.lab.matrix.cases import CELLS, CHAIN, HOST, PORT, Case
from statusref.lab.matrix.outcomes import outcome_of, passing_of
from statusref.lab.matrix.run import Run, Seen

Shape = dict[str, object]


def run_shape(library: Library, run: Run, failed: Collection[str] = ()) -> Shape:
    """Return what a client did; ``failed`` as in ``Report``. Raises ResourceError."""
    chain = run.records.get(CHAIN.name)
    return {
        "cells": [_cell(case, run, failed) for case in CELLS],
        "redirects_followed": None if chain is None else chain.hops,
        "authorization": {case.name: passing_of(run.records.get(case.name)).value for case in (PORT, HOST)},
        "measured": _measured(library),
    }


def _cell(case: Case, run: Run, failed: Collection[str]) -> Shape:
    record = run.records.get(case.name)
    outcome = outcome_of(case, record, failed=case.name in failed)
    return {
        "code": case.code,
        "method": case.method,
        "outcome": outcome.kind.value,
        "first": None if record is None else _seen(record.first),
        "then": None if record is None or record.then is None else _seen(record.then),
    }


def _seen(seen: Seen) -> Shape:
    return {"method": seen.method, "headers": [list(pair) for pair in seen.headers], "body_bytes": seen.body_bytes}


def _measured(library: Library) -> list[Shape]:
    """Return the clients of the note, their cells in the words of its English file."""
    outcomes = measured.outcomes(library, Language.ENGLISH)
    passing = measured.passing(library, Language.ENGLISH)
    return [
        {
            "client": client,
            **dict(zip(outcomes.columns, cells, strict=True)),
            **dict(zip(passing.columns, passing.rows.get(client, ()), strict=False)),
        }
        for client, cells in outcomes.rows.items()
    ]
