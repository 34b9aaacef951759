"""Memos: saved as typed, removed, restored from backups."""

import unicodedata
from pathlib import Path

import pytest

from tests.userdata.conftest import Clock, Opener


@pytest.mark.parametrize(
    "text",
    [
        "한 줄",
        "  indented\r\n\ttabs\n\n\n",
        unicodedata.normalize("NFD", "한글"),
        "**bold** <script>alert(1)</script> [x](code:404)",
        "\x00\x01\u202e\U0001f4a9",
        "x" * 1_000_000,
        " ",
    ],
)
def test_kept_as_typed(opened: Opener, text: str) -> None:
    data = opened()
    data.memos.set("404", text)
    data.close()
    assert opened().memos.get("404") == text


def test_change_and_remove(opened: Opener, clock: Clock) -> None:
    data = opened()
    assert data.memos.get("404") == ""
    data.memos.set("404", "")
    data.memos.set("404", "one")
    clock.move(minutes=1)
    data.memos.set("999-gone", "two")
    assert (data.memos.get("404"), data.memos.get("999-gone")) == ("one", "two")
    data.memos.set("404", "three")
    assert data.memos.get("404") == "three"
    data.memos.set("404", "")
    assert (data.memos.get("404"), data.memos.get("999-gone")) == ("", "two")
    data.memos.set("410", "lone \ud800 surrogate")
    assert data.memos.get("410") == "lone \ufffd surrogate"


def test_the_later_memo_wins_when_a_backup_is_restored(path: Path, opened: Opener, clock: Clock) -> None:
    data = opened()
    data.memos.set("404", "backed up")
    data.memos.set("410", "backed up")
    data.close()
    backup = data._store.backups.all()[0]
    path.unlink()
    clock.move(days=-1)
    data = opened()
    data.memos.set("410", "earlier")
    clock.move(days=5)
    data.memos.set("301", "later")
    assert data.restore(backup) is None
    assert [data.memos.get(entry_id) for entry_id in ("301", "404", "410")] == ["later", "backed up", "backed up"]


def test_a_backup_that_cannot_be_restored(path: Path, opened: Opener, tmp_path: Path) -> None:
    data = opened()
    data.memos.set("404", "here")
    (tmp_path / "bad").write_bytes(b"rubbish")
    assert data.restore(tmp_path / "bad") is not None
    assert data.restore(tmp_path / "missing") is not None
    assert data.problem is None
    assert data.memos.get("404") == "here"
