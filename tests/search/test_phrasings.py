"""Questions without a number, as people put them, lead to the code."""

from collections import Counter

from statusref.search.engine import SearchEngine
from tests.search.tables import rows, wrong

TABLE = rows("phrasings.jsonl")


def test_the_table_is_large_and_half_of_it_is_public() -> None:
    assert len(TABLE) >= 300
    assert sum("source" in row and bool(row["source"]) for row in TABLE) >= 150
    languages = Counter(row["kind"].split()[0] for row in TABLE)
    assert min(languages["ko"], languages["en"]) >= 100


def test_nearly_all_questions_lead_to_their_code(engine: SearchEngine) -> None:
    missed = wrong(engine, TABLE)
    assert len(missed) <= 0.05 * len(TABLE), "\n".join(missed)
