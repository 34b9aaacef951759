"""Bookmarks and recent entries: order, saving between runs, unknown ids."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statusref.userdata.recents import KEPT
from tests.userdata.conftest import Clock, Opener


def test_bookmarks_are_newest_first_and_survive_a_restart(opened: Opener, clock: Clock) -> None:
    first = opened()
    for entry_id in ("404", "499-nginx", "301"):
        first.bookmarks.add(entry_id)
        clock.move(minutes=1)
    first.bookmarks.add("404")
    assert first.bookmarks.all() == ("301", "499-nginx", "404")
    first.bookmarks.remove("499-nginx")
    first.bookmarks.remove("never there")
    first.close()
    second = opened()
    assert second.bookmarks.all() == ("301", "404")
    assert second.bookmarks.contains("404")
    assert not second.bookmarks.contains("499-nginx")
    assert second.problem is None


def test_the_order_holds_when_the_clock_goes_back(opened: Opener, clock: Clock) -> None:
    data = opened()
    for entry_id in ("a", "b", "c"):
        data.bookmarks.add(entry_id)
        data.recents.opened(entry_id)
        clock.move(days=-400)
    assert data.bookmarks.all() == data.recents.all() == ("c", "b", "a")


def test_recents_move_to_the_front_and_are_bounded(opened: Opener) -> None:
    data = opened()
    for entry_id in ("404", "500", "404"):
        data.recents.opened(entry_id)
    assert data.recents.all() == ("404", "500")
    for code in range(100, 100 + KEPT + 20):
        data.recents.opened(str(code))
    assert data.recents.all(3) == ("169", "168", "167")
    assert len(data.recents.all()) == 8
    assert len(data.recents.all(10_000)) == KEPT
    assert data.recents.all(-1) == ()


@pytest.mark.parametrize(
    "entry_id",
    [
        "",
        "없는 코드",
        unicodedata.normalize("NFD", "한글"),
        "\x00",
        "a" * 100_000,
        "'; DROP TABLE bookmarks; --",
        "\U0001f4a9",
        "\ud800",
    ],
)
def test_any_id_is_kept_as_it_is(opened: Opener, entry_id: str) -> None:
    data = opened()
    data.bookmarks.add(entry_id)
    data.recents.opened(entry_id)
    assert data.bookmarks.contains(entry_id)
    data.close()
    again = opened()
    kept = entry_id.replace("\ud800", "\ufffd")
    assert again.bookmarks.all() == again.recents.all() == (kept,)
    assert again.bookmarks.contains(entry_id)
    again.bookmarks.remove(entry_id)
    assert again.bookmarks.all() == ()


@given(ids=st.lists(st.text(st.characters(), max_size=5), max_size=20))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bookmarks_behave_like_a_list(opened: Opener, ids: list[str]) -> None:
    data = opened()
    for entry_id in data.bookmarks.all():
        data.bookmarks.remove(entry_id)
    kept = [entry_id.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for entry_id in ids]
    for entry_id in ids:
        data.bookmarks.add(entry_id)
    assert list(data.bookmarks.all()) == list(reversed(dict.fromkeys(kept)))
    data.close()


def test_importing_is_cheap() -> None:
    script = "import statusref.userdata, statusref.userdata.user_data, sys; sys.exit('sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
