"""GET /NNN answers NNN, as its page says it must be answered."""

from statusref.domain.status import Entry
from tests.lab.conftest import Client, Running, library


def test_every_number_is_answered_at_once_on_one_connection(lab: Running) -> None:
    with lab.connect() as connection:
        client = Client(connection, lab.port)
        for code in (*range(102, 408), *range(409, 413), *range(414, 499), *range(500, 1000)):
            got = client.ask(f"/{code}")
            if code < 200:
                assert (got.interim, got.status) == ((code,), 200)
            else:
                assert (got.interim, got.status) == ((), code)
                target = library().catalogue.find(str(code))[0]
                assert got.reason == (target.phrase if isinstance(target, Entry) else "")
                assert got.headers["x-statusref"] == target.id
                assert f"<statusref://code/{target.id}>" in got.headers["link"]
                assert "date" in got.headers
