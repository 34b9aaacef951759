"""What people type and paste around a number: the codes are found, and nothing else is taken for one."""

from statusref.search.engine import SearchEngine
from tests.search.tables import rows, wrong

TABLE = rows("typed.jsonl")


def test_nearly_all_lines_are_answered(engine: SearchEngine) -> None:
    missed = wrong(engine, TABLE)
    assert len(missed) <= 0.05 * len(TABLE), "\n".join(missed)
