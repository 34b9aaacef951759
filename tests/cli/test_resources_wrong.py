"""A resource file that is missing, truncated or invalid: one line that names it and the reason, and exit 4."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.shipped import copy_resources


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def spoil_encoding(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\xff\n", 1))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [truncate, spoil_encoding, empty, Path.unlink, make_folder])
@pytest.mark.parametrize("name", ["registry.json", "i18n/words.json"])
@pytest.mark.parametrize(
    "arguments",
    [["show", "404"], ["show", "299", "--json"], ["show", "abc"], ["list"], ["search", "404"], ["search", "-"]],
)
def test_a_file_that_every_command_needs(
    cli: Cli, tmp_path: Path, name: str, damage: Callable[[Path], None], arguments: list[str]
) -> None:
    root = copy_resources(tmp_path, "i18n", "registry.json")
    damage(root / name)
    code, out, err = cli(*arguments, root=root, stdin=b"404\n")
    assert (code, out) == (4, "")
    assert err.startswith(f"statusref: {name}")
    assert err.count("\n") == 1


@pytest.mark.parametrize("damage", [spoil_encoding, empty, Path.unlink, make_folder])
@pytest.mark.parametrize("name", ["codes/404.en.md", "notes/redirects.en.md"])
def test_a_file_that_a_page_needs(cli: Cli, copied_root: Path, name: str, damage: Callable[[Path], None]) -> None:
    damage(copied_root / name)
    code, out, err = cli("show", "404", "--lang", "en", root=copied_root)
    assert (code, out) == (4, "")
    assert err.startswith(f"statusref: {name}")
    assert err.count("\n") == 1


def test_no_resources_at_all(cli: Cli, tmp_path: Path) -> None:
    code, out, err = cli("show", "404", root=tmp_path / "nowhere")
    assert (code, out) == (4, "")
    assert err.count("\n") == 1


def test_version_and_help_need_no_resources(cli: Cli, tmp_path: Path) -> None:
    assert cli("--version", root=tmp_path).code == 0
    assert cli("--help", root=tmp_path).code == 0
