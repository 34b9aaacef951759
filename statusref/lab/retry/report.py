"""What a client did with failures, as a page and as JSON. ``docs/lab.md`` describes the keys."""

from collections.abc import Collection, Iterator

from statusref.domain.library import Library
from statusref.domain.markdown import Block
from statusref.domain.text import Language
from statusref.lab import measured
from statusref.lab.plain_pages import heading, paragraph, table
from statusref.lab.requests import METHODS
from statusref.lab.retry.attempts import Attempts
from statusref.lab.retry.cases import ASKING, FAILING, LOST, MOST, REUSED, Asking, Failing
from statusref.lab.retry.cases import METHODS as TRIED

Stopped = Collection[tuple[str, str]]
"""Names of cases and methods with which a client was still trying when it was stopped."""
_SHOWN_PAUSES = 6


class Report:
    """Raises ResourceError."""

    def __init__(self, library: Library, language: Language, attempts: Attempts, stopped: Stopped = ()) -> None:
        self._library = library
        self._language = language
        self._attempts = attempts
        self._stopped = stopped

    def blocks(self) -> Iterator[Block]:
        yield heading(self._word("lab.retry.failures"))
        yield table(
            [
                ["", self._word("lab.retry.requests"), self._word("lab.retry.pauses")],
                *(self._failure(case, method) for case, method in _asked(self._attempts)),
            ]
        )
        yield heading(self._word("lab.retry.header"))
        yield table([["", self._word("lab.retry.first-pause"), ""], *map(self._request_to_wait, ASKING)])
        yield paragraph(self._word("lab.retry.legend", most=str(MOST)))
        yield heading(self._word("lab.retry.beside"))
        theirs = measured.repetitions(self._library, self._language)
        first = [self._word("lab.run.you"), self._counts(LOST), self._counts(REUSED)]
        yield table([["", *theirs.columns], first, *([client, *cells] for client, cells in theirs.rows.items())])

    def _failure(self, case: Failing, method: str) -> list[str]:
        pauses = self._attempts.pauses(case, method)
        shown = ", ".join(f"{pause:.1f}" for pause in pauses[:_SHOWN_PAUSES])
        name = f"{self._word(f'lab.retry.{case.name}') if case.code is None else case.code} {method}"
        return [name, self._count(case, method), shown + (", …" if len(pauses) > _SHOWN_PAUSES else "")]

    def _request_to_wait(self, case: Asking) -> list[str]:
        waited = self._attempts.waited(case)
        pause = "–" if waited is None or waited[1] is None else f"{waited[1]:.1f} / {waited[0]:.1f}"
        name = f"{case.code} {self._word(f'lab.retry.{case.later.value}')}"
        return [name, pause, self._word(f"lab.heeded.{self._attempts.heeded(case).value}")]

    def _counts(self, case: Failing) -> str:
        counts = [self._count(case, method) for method in TRIED]
        return ", ".join(counts) if any(count != "–" for count in counts) else "–"

    def _count(self, case: Failing, method: str) -> str:
        count = self._attempts.count(case, method)
        if count == 0:
            return "–"
        return f"≥ {count}" if count == MOST or (case.name, method) in self._stopped else str(count)

    def _word(self, key: str, **values: str) -> str:
        return self._library.words.text(key, self._language, **values)


def attempts_shape(library: Library, attempts: Attempts, stopped: Stopped = ()) -> dict[str, object]:
    """Return the JSON of a run. Raises ResourceError."""
    theirs = measured.repetitions(library, Language.ENGLISH)
    return {
        "failures": [
            {
                "code": case.code,
                "method": method,
                "reused": case is REUSED,
                "requests": attempts.count(case, method),
                "pauses": [round(pause, 3) for pause in attempts.pauses(case, method)],
                "stopped": (case.name, method) in stopped,
            }
            for case, method in _asked(attempts)
        ],
        "retry_after": [_asking_shape(case, attempts) for case in ASKING],
        "measured": [
            {"client": client, **dict(zip(theirs.columns, cells, strict=True))} for client, cells in theirs.rows.items()
        ],
    }


def _asking_shape(case: Asking, attempts: Attempts) -> dict[str, object]:
    asked, waited = attempts.waited(case) or (None, None)
    return {
        "code": case.code,
        "form": case.later.value,
        "asked": None if asked is None else round(asked, 3),
        "waited": None if waited is None else round(waited, 3),
        "outcome": attempts.heeded(case).value,
    }


def _asked(attempts: Attempts) -> list[tuple[Failing, str]]:
    return [(case, method) for case in FAILING for method in METHODS if attempts.count(case, method)]
