"""Bookmarks and recent entries: order, saving between runs, unknown ids."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statusref.userdata.recents import KEPT
from tests.userdata.conftest import Clock, Opener


def test_a_new_bookmark_is_the_last_one_and_all_survive_a_restart(opened: Opener, clock: Clock) -> None:
    first = opened()
    for entry_id in ("404", "499-nginx", "301"):
        first.bookmarks.add(entry_id)
        clock.move(minutes=1)
    first.bookmarks.add("404")
    assert first.bookmarks.all() == ("404", "499-nginx", "301")
    first.bookmarks.remove("499-nginx")
    first.bookmarks.remove("never there")
    first.close()
    second = opened()
    assert second.bookmarks.all() == ("404", "301")
    assert second.bookmarks.contains("404")
    assert not second.bookmarks.contains("499-nginx")
    assert second.problem is None


def test_the_order_holds_when_the_clock_goes_back(opened: Opener, clock: Clock) -> None:
    data = opened()
    for entry_id in ("a", "b", "c"):
        data.bookmarks.add(entry_id)
        data.recents.opened(entry_id)
        clock.move(days=-400)
    assert data.bookmarks.all() == ("a", "b", "c")
    assert data.recents.all() == ("c", "b", "a")


def test_a_bookmark_takes_the_place_of_another_one(opened: Opener) -> None:
    data = opened()
    for entry_id in "abcde":
        data.bookmarks.add(entry_id)
    for moved, other, expected in (
        ("a", "b", "bacde"),
        ("e", "b", "ebacd"),
        ("e", "d", "bacde"),
        ("c", "c", "bacde"),
        ("c", "gone", "bacde"),
        ("gone", "c", "bacde"),
    ):
        data.bookmarks.move(moved, other)
        assert "".join(data.bookmarks.all()) == expected
    data.bookmarks.add("f")
    data.bookmarks.add("a")
    data.close()
    assert "".join(opened().bookmarks.all()) == "bacdef"


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


@given(moves=st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=30))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_moves_lose_nothing_and_only_shift_what_lies_between(opened: Opener, moves: list[tuple[str, str]]) -> None:
    data = opened()
    for entry_id in "abcdef":
        data.bookmarks.remove(entry_id)
        data.bookmarks.add(entry_id)
    model = list("abcdef")
    for moved, other in moves:
        data.bookmarks.move(moved, other)
        place = model.index(other)
        model.remove(moved)
        model.insert(place, moved)
        assert list(data.bookmarks.all()) == model
    data.close()


@given(ids=st.lists(st.text(st.characters(), max_size=5), max_size=20))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bookmarks_behave_like_a_list(opened: Opener, ids: list[str]) -> None:
    data = opened()
    for entry_id in data.bookmarks.all():
        data.bookmarks.remove(entry_id)
    kept = [entry_id.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for entry_id in ids]
    for entry_id in ids:
        data.bookmarks.add(entry_id)
    assert list(data.bookmarks.all()) == list(dict.fromkeys(kept))
    data.close()


def test_importing_is_cheap() -> None:
    script = "import statusref.userdata, statusref.userdata.user_data, sys; sys.exit('sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
