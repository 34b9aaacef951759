"""What a client did, as a page: its own table, and its row beside the clients that were measured."""

from collections.abc import Collection, Iterator, Sequence

from statusref.domain.library import Library
from statusref.domain.markdown import Block, Table
from statusref.domain.text import Language
from statusref.lab import measured
from statusref.lab.clients import WITH_BODY
from statusref.lab.matrix.cases import CHAIN, CODES, HOST, METHODS, PORT, Case, cases_of, cell
from statusref.lab.matrix.outcomes import hops_text, outcome_of, passing_of
from statusref.lab.matrix.run import Run
from statusref.lab.plain_pages import heading, paragraph, table

_MOST_NAMES = 30


class Report:
    """``failed`` are the names of the cases in which the client said that it failed. Raises ResourceError."""

    def __init__(self, library: Library, language: Language, run: Run, failed: Collection[str] = ()) -> None:
        self._library = library
        self._language = language
        self._run = run
        self._failed = failed

    def blocks(self) -> Iterator[Block]:
        yield heading(self._word("lab.matrix.yours"))
        yield table([["", *METHODS], *([str(code), *self._row(code)] for code in CODES)])
        yield paragraph(self._word("lab.matrix.legend"))
        if not any(self._body_was_sent(case) for case in self._run.records):
            yield paragraph(self._word("lab.matrix.no-body"))
        yield from self._headers()
        yield heading(self._word("lab.matrix.beside"))
        yield self._beside_outcomes()
        yield self._beside_passing()

    def outcome(self, case: Case) -> str:
        outcome = outcome_of(case, self._run.records.get(case.name), failed=case.name in self._failed)
        return outcome.text(self._library.words, self._language)

    def _row(self, code: int) -> list[str]:
        return [self.outcome(cell(code, method)) for method in METHODS]

    def _body_was_sent(self, name: str) -> bool:
        record = self._run.records[name]
        return record.first.method in WITH_BODY and record.first.body_bytes > 0

    def _headers(self) -> Iterator[Block]:
        """Say which headers came where the redirect led, in their order, and which did not."""
        record = self._run.records.get(cell(302, "GET").name)
        if record is None or record.then is None:
            return
        came = [name for name, _ in record.then.headers]
        lost = [name for name, _ in record.first.headers if name not in came]
        yield paragraph(self._word("lab.matrix.headers", names=_listed(came)))
        if lost:
            yield paragraph(self._word("lab.matrix.headers-lost", names=_listed(lost)))

    def _beside_outcomes(self) -> Table:
        theirs = measured.outcomes(self._library, self._language)
        own = (" / ".join(dict.fromkeys(map(self.outcome, cases_of(column)))) for column in theirs.columns)
        return self._beside(theirs.columns, list(own), theirs.rows)

    def _beside_passing(self) -> Table:
        theirs = measured.passing(self._library, self._language)
        records = self._run.records
        own = [hops_text(records.get(CHAIN.name))]
        own += [self._word(f"lab.passing.{passing_of(records.get(case.name)).value}") for case in (PORT, HOST)]
        return self._beside(theirs.columns, own, theirs.rows)

    def _beside(self, columns: Sequence[str], own: Sequence[str], rows: dict[str, tuple[str, ...]]) -> Table:
        first = [self._word("lab.run.you"), *own]
        return table([["", *columns], first, *([client, *cells] for client, cells in rows.items())])

    def _word(self, key: str, **values: str) -> str:
        return self._library.words.text(key, self._language, **values)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
