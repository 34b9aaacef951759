"""An export is there whole or not at all, and nothing else is ever touched."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from statusref.export import writing
from statusref.export.contents import Contents
from statusref.export.errors import CancelledError, CannotExportError
from statusref.export.formats import FORMATS, Format
from statusref.export.job import Job, job_text
from statusref.export.writing import MARKER, remove_leftovers, write_export
from tests.export.conftest import export, format_called

CHECKOUT = Path(__file__).resolve().parents[2]
ALL = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
FOLDERS = pytest.mark.parametrize("form", [form for form in FORMATS if form.is_folder], ids=lambda form: form.name)

Make = Callable[[Format], Path]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def fresh(few: Contents, tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Make a folder with nothing but ``export`` in it, ``few`` in a format. The tests change copies of it."""
    return once(few, tmp_path_factory.mktemp("fresh"))


@pytest.fixture(scope="module")
def older(few: Contents, tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Make the same of an earlier export, of less than ``few``."""
    return once(few._replace(entries=few.entries[:1]), tmp_path_factory.mktemp("older"))


def once(contents: Contents, folder: Path) -> Make:
    @cache
    def make(form: Format) -> Path:
        (folder / form.name).mkdir()
        export(form.name, contents, folder / form.name / "export")
        return folder / form.name

    return make


@ALL
def test_the_same_data_gives_the_same_bytes(form: Format, few: Contents, fresh: Make, tmp_path: Path) -> None:
    export(form.name, few, tmp_path / "export")
    assert tree(tmp_path) == tree(fresh(form))


@ALL
def test_an_earlier_export_is_replaced(form: Format, few: Contents, older: Make, fresh: Make, tmp_path: Path) -> None:
    copytree(older(form), tmp_path, dirs_exist_ok=True)
    export(form.name, few, tmp_path / "export")
    assert tree(tmp_path) == tree(fresh(form))


@ALL
def test_one_that_is_cancelled_leaves_the_earlier_one_and_no_litter(
    form: Format, few: Contents, older: Make, tmp_path: Path
) -> None:
    copytree(older(form), tmp_path, dirs_exist_ok=True)
    before = tree(tmp_path)

    def cancel(done: int, _steps: int) -> None:
        if done == 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_export(form, few, tmp_path / "export", cancel)
    assert tree(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["export"]


KILLED_AT_ITS_FIRST_STEP = """
import os, signal
from statusref.export import __main__ as process

def killed(steps, done, of_all):
    if done:
        os.kill(os.getpid(), signal.SIGKILL)

process._Steps.tell = killed
process.main()
"""


@ALL
def test_one_that_is_killed_leaves_the_earlier_one_and_the_next_cleans_up(
    form: Format, few: Contents, older: Make, tmp_path: Path
) -> None:
    path = tmp_path / "export"
    copytree(older(form), tmp_path, dirs_exist_ok=True)
    before = tree(tmp_path)
    job = job_text(Job(form, few, path)).encode()
    killed = subprocess.run([sys.executable, "-c", KILLED_AT_ITS_FIRST_STEP], cwd=CHECKOUT, input=job, check=False)
    assert killed.returncode < 0
    assert {name: data for name, data in tree(tmp_path).items() if name.startswith("export/") or name == "export"} == (
        before
    )
    export(form.name, few, path)
    assert [left.name for left in tmp_path.iterdir()] == ["export"]


@FOLDERS
def test_one_that_is_killed_between_two_folders_is_put_back(form: Format, fresh: Make, tmp_path: Path) -> None:
    copytree(fresh(form), tmp_path, dirs_exist_ok=True)
    before = tree(tmp_path / "export")
    (tmp_path / "export").rename(tmp_path / "export.old")
    remove_leftovers(tmp_path / "export")
    assert tree(tmp_path / "export") == before
    assert [left.name for left in tmp_path.iterdir()] == ["export"]


@ALL
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_full_disk_leaves_the_earlier_one(
    form: Format, few: Contents, older: Make, tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(older(form), tmp_path, dirs_exist_ok=True)
    before = tree(tmp_path)

    def fail(_form: Format, _contents: Contents, place: Path, _progress: object) -> None:
        (place / "half.html" if form.is_folder else place).write_text("half")
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing, "_write", fail)
    with pytest.raises(OSError, match=os.strerror(number)):
        export(form.name, few, tmp_path / "export")
    assert tree(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["export"]


def refusal(form: Format, contents: Contents, path: Path) -> str:
    with pytest.raises(CannotExportError) as caught:
        export(form.name, contents, path)
    return caught.value.key


@ALL
def test_a_folder_that_does_not_exist_is_not_made(form: Format, few: Contents, tmp_path: Path) -> None:
    assert refusal(form, few, tmp_path / "nowhere" / "export") == "export.no-folder"
    assert not list(tmp_path.iterdir())


@ALL
def test_a_folder_of_others_is_never_touched(form: Format, few: Contents, tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "thesis.txt").write_text("mine")
    assert refusal(form, few, tmp_path / "export") == ("export.other-folder" if form.is_folder else "export.is-folder")
    assert tree(tmp_path) == {"export/thesis.txt": b"mine"}


@FOLDERS
def test_a_file_that_somebody_put_into_an_export_is_never_lost(
    form: Format, few: Contents, fresh: Make, tmp_path: Path
) -> None:
    copytree(fresh(form), tmp_path, dirs_exist_ok=True)
    (tmp_path / "export" / "CNAME").write_text("example.com")
    before = tree(tmp_path)
    assert refusal(form, few, tmp_path / "export") == "export.other-files"
    assert tree(tmp_path) == before


@FOLDERS
def test_a_file_is_not_replaced_by_a_folder(form: Format, few: Contents, tmp_path: Path) -> None:
    (tmp_path / "export").write_text("mine")
    assert refusal(form, few, tmp_path / "export") == "export.is-file"
    assert tree(tmp_path) == {"export": b"mine"}


@FOLDERS
def test_an_empty_folder_may_be_filled(form: Format, few: Contents, tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    assert (export(form.name, few, tmp_path / "export") / MARKER).is_file()


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="no such device here")
def test_a_device_is_not_replaced(few: Contents) -> None:
    assert refusal(format_called("md"), few, Path("/dev/null")) == "export.no-file"
    assert Path("/dev/null").is_char_device()


def test_a_read_only_file_is_not_replaced(few: Contents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "export").write_text("mine")
    monkeypatch.setattr(writing, "can_write", lambda _place: False)  # root may write every file
    assert refusal(format_called("md"), few, tmp_path / "export") == "export.read-only"
    assert tree(tmp_path) == {"export": b"mine"}


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right there")
def test_a_link_stays_a_link(few: Contents, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "export.md").symlink_to(tmp_path / "shared" / "real.md")
    export("md", few, tmp_path / "export.md")
    assert (tmp_path / "export.md").is_symlink()
    assert (tmp_path / "shared" / "real.md").read_text("utf-8").startswith("<a id=")


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right there")
def test_a_link_into_a_folder_that_is_gone_names_that_folder(few: Contents, tmp_path: Path) -> None:
    (tmp_path / "export.md").symlink_to(tmp_path / "gone" / "real.md")
    with pytest.raises(CannotExportError) as refused:
        export("md", few, tmp_path / "export.md")
    assert refused.value.values == {"folder": tmp_path / "gone"}


@ALL
def test_nothing_is_not_exported(form: Format, few: Contents, tmp_path: Path) -> None:
    nothing = few._replace(entries=(), notes=(), neighbours=())
    assert refusal(form, nothing, tmp_path / "export") == "export.nothing"
    assert not list(tmp_path.iterdir())
