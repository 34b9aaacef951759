"""Replacing files that others have open, and asking whether a place can be written: as Windows and as others do it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from statusref.system.files import can_write, is_held_by_another, replace
from statusref.userdata.failures import problem_of
from statusref.userdata.problems import Locked, ReadOnly
from tests.userdata.conftest import without_privileges


def windows_error(number: int) -> PermissionError:
    """As Windows raises it: the errno is EACCES, whatever the number."""
    error = PermissionError(13, "the process cannot access the file")
    error.winerror = number  # type: ignore[attr-defined, unused-ignore]
    return error


def refusing(times: int, error: OSError) -> Callable[[Path, Path], object]:
    """A rename that is refused some times before it works."""
    left = [error] * times

    def rename(source: Path, target: Path) -> None:
        if left:
            raise left.pop()
        source.replace(target)

    return rename


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_a_virus_scanner_has_open_is_replaced_a_moment_later(tmp_path: Path, number: int) -> None:
    (tmp_path / "new").write_text("new")
    (tmp_path / "old").write_text("old")
    waited: list[float] = []
    replace(tmp_path / "new", tmp_path / "old", refusing(3, windows_error(number)), waited.append)
    assert (tmp_path / "old").read_text() == "new"
    assert len(waited) == 3


def test_what_stays_open_is_told_after_half_a_second(tmp_path: Path) -> None:
    waited: list[float] = []
    with pytest.raises(PermissionError):
        replace(tmp_path, tmp_path, refusing(1000, windows_error(32)), waited.append)
    assert sum(waited) == pytest.approx(0.5)


@pytest.mark.parametrize("error", [PermissionError(13, "no"), FileNotFoundError(2, "gone"), windows_error(19)])
def test_what_will_not_change_is_told_at_once(tmp_path: Path, error: OSError) -> None:
    with pytest.raises(type(error)):
        replace(tmp_path, tmp_path, refusing(1, error), lambda _seconds: pytest.fail("waited"))


def test_a_file_that_another_program_holds_is_locked_and_not_read_only(tmp_path: Path) -> None:
    assert is_held_by_another(windows_error(32))
    assert problem_of(windows_error(32), tmp_path) == Locked(tmp_path)
    assert problem_of(windows_error(5), tmp_path) == ReadOnly(tmp_path)
    assert problem_of(PermissionError(13, "no"), tmp_path) == ReadOnly(tmp_path)


@pytest.mark.parametrize("platform", ["win32", "linux", "darwin"])
def test_what_can_be_written(public_folder: Path, platform: str) -> None:
    file = public_folder / "file"
    file.write_text("mine")
    public_folder.chmod(0o777)
    file.chmod(0o666)
    with without_privileges():
        assert can_write(public_folder, platform)
        assert can_write(file, platform)
        assert list(public_folder.iterdir()) == [file], "trying leaves nothing behind"
    public_folder.chmod(0o555)
    file.chmod(0o444)
    with without_privileges():
        assert not can_write(public_folder, platform)
        assert not can_write(file, platform)
    assert file.read_text() == "mine"


def test_windows_says_of_a_write_protected_stick_that_it_can_be_written(
    public_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``os.access`` sees the read-only attribute there, which no folder has; only trying shows it."""
    monkeypatch.setattr(os, "access", lambda _place, _mode: True)
    public_folder.chmod(0o555)
    with without_privileges():
        assert not can_write(public_folder, "win32")
