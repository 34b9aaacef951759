"""Questions without a number, as people put them, lead to the code."""

from collections import Counter

from statusref.search.engine import SearchEngine
from tests.search.asking import ids
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


def test_one_word_of_a_keyword_does_not_stand_for_all_of_it(engine: SearchEngine) -> None:
    assert ids(engine, "client secret")[0] == "561-aws"
    assert "561-aws" not in ids(engine, "client disconnected")
    assert "561-aws" not in ids(engine, "클라이언트가 일정 시간 내에 요청을 완료하지 못함")


def test_a_login_that_fails_is_unauthorized_before_it_is_a_vendors_own(engine: SearchEngine) -> None:
    for query in ("로그인 오류", "login error"):
        assert ids(engine, query)[0] == "401"
