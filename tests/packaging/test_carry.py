"""The folder that is carried to a machine without a network: complete, checked, and installed from a difficult path."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.packaging.checkout import CHECKOUT

sys.path.insert(0, str(CHECKOUT / "carry"))
import make_carry

PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


def make_wheel(folder: Path, name: str, requires: Sequence[str] = (), code: str = "") -> Path:
    """Make a wheel by hand: a module, and a command of its name that prints it."""
    info = f"{name}-1.0.dist-info"
    needs = "".join(f"Requires-Dist: {text}\n" for text in requires)
    files = {
        f"{name}.py": code or "def main():\n    print('it runs')\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nLicense-Expression: MIT\n{needs}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": f"[console_scripts]\n{name} = {name}:main\n",
    }
    record = "".join(f"{path},,\n" for path in (*files, f"{info}/RECORD"))
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inside, text in {**files, f"{info}/RECORD": record}.items():
            archive.writestr(inside, text)
    return path


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    make_wheel(folder, "statusref", ["needed>=1", 'other ; extra == "more"'])
    for name in ("needed", "only_for_building"):
        make_wheel(folder, name)
    return folder


@pytest.mark.parametrize("platform", make_carry.PLATFORMS)
def test_the_folder_has_what_its_platform_needs(wheels: Path, tmp_path: Path, platform: str) -> None:
    folder = make_carry.assemble(wheels, platform, "3.12", tmp_path)
    assert folder.name == f"statusref-1.0-{platform}-python3.12"
    assert {path.name for path in (folder / "wheels").iterdir()} == {
        "statusref-1.0-py3-none-any.whl",
        "needed-1.0-py3-none-any.whl",
    }
    scripts = {path.name for path in folder.iterdir() if path.suffix in {".sh", ".cmd"}}
    assert scripts == set(make_carry.PLATFORMS[platform].scripts)
    for path in folder.rglob("*"):
        if path.suffix in {".sh", ".cmd", ".txt"}:
            text = path.read_bytes().decode("utf-8")
            assert "@python@" not in text
            assert "@version@" not in text
            if path.suffix == ".cmd":
                assert text.count("\r\n") == text.count("\n"), "Windows reads lines that end with CR LF"
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = {line.split("  ")[1]: line.split("  ")[0] for line in lines}
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert sums.keys() == files.keys() - {"SHA256SUMS"}
    assert all(hashlib.sha256(files[name].read_bytes()).hexdigest() == total for name, total in sums.items())


def test_packages_that_the_program_can_do_without_are_brought_along_on_request(wheels: Path, tmp_path: Path) -> None:
    make_wheel(wheels, "typst")
    without = {wheel.name for wheel in make_carry.needed_wheels(wheels)}
    folder = make_carry.assemble(wheels, "win_amd64", "3.12", tmp_path, make_carry.PDF)
    assert {path.name.partition("-")[0] for path in (folder / "wheels").iterdir()} == {*without, "typst"}
    assert "typst==1.0 --hash=sha256:" in (folder / "requirements.txt").read_text("utf-8")
    assert "typst 1.0: MIT" in (folder / "licences" / "packages.txt").read_text("utf-8")


def test_only_what_is_brought_along_is_fetched() -> None:
    pins = (make_carry.CHECKOUT / "requirements.txt").read_text("utf-8")
    assert make_carry.fetched_pins(pins, make_carry.PDF) == pins
    fetched = make_carry.fetched_pins(pins, ())
    (typst,) = set(re.findall(r"^\S+==", pins, re.MULTILINE)) - set(re.findall(r"^\S+==", fetched, re.MULTILINE))
    assert typst == "typst=="
    assert len(fetched) < len(pins) - 1000, "the hashes go with their package"


def test_what_is_fetched_is_pinned_and_for_the_platform() -> None:
    for name, platform in make_carry.PLATFORMS.items():
        command = make_carry.download_command(platform, "3.13", Path("to"), Path("pins"))
        assert {"--require-hashes", "--only-binary=:all:"} <= set(command)
        assert command[command.index("--python-version") + 1] == "3.13"
        assert name.rpartition("_")[2] in command[command.index("--platform") + 1]


def test_a_missing_wheel_is_named(wheels: Path, tmp_path: Path) -> None:
    (wheels / "needed-1.0-py3-none-any.whl").unlink()
    with pytest.raises(LookupError, match="needed"):
        make_carry.assemble(wheels, "linux_x86_64", PYTHON, tmp_path)


def carried_python(path: Path, pip: Path) -> None:
    """Write a Python that is this one. Once ``pip`` is there, it is lent to new environments, which saves seconds."""
    site = f"lib/python{PYTHON}/site-packages"
    path.parent.mkdir(parents=True)
    path.write_text(
        "#!/bin/sh\n"
        f'[ "$1 $2" = "-m venv" ] && [ -e "{pip}" ] || exec "{sys.executable}" "$@"\n'
        f'"{sys.executable}" -m venv --without-pip "$3" && ln -s "{pip}" "$3/{site}/pip"\n',
        "utf-8",
    )
    path.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="the script is for POSIX")
def test_it_installs_from_a_difficult_path_and_never_breaks_what_is_there(wheels: Path, tmp_path: Path) -> None:
    home = tmp_path / "집 폴더"
    home.mkdir()
    folder = make_carry.assemble(wheels, "linux_x86_64", PYTHON, tmp_path / "가져온 것")
    pip = tmp_path / "pip"
    carried_python(folder / "python" / "bin" / "python3", pip)
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "PIP_CONFIG_FILE": os.devnull, "LANG": "C.UTF-8"}
    installed = home / ".local" / "share" / "statusref-app"
    said = ""

    def run(script: Path, *arguments: str) -> int:
        nonlocal said
        command = ["sh", str(script), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
        said = done.stderr
        return done.returncode

    def answer() -> bytes:
        return subprocess.run(
            [installed / "venv" / "bin" / "statusref"], env=environment, capture_output=True, check=True
        ).stdout

    assert run(folder / "install.sh") == 0
    assert answer() == b"it runs\n"
    entry = home / ".local" / "share" / "applications" / "statusref.desktop"
    assert f'Exec="{installed}/venv/bin/statusref" %u' in entry.read_text("utf-8")
    shutil.copytree(next(installed.rglob("site-packages/pip")), pip)
    assert run(folder / "install.sh", str(home)) == 1, "a folder of somebody else is not touched"

    (installed / "data").mkdir()
    (installed / "data" / "userdata.sqlite").write_text("mine")
    assert run(folder / "install.sh") == 0
    assert answer() == b"it runs\n"
    assert sorted(path.name for path in installed.iterdir()) == [".statusref-carry", "data", "uninstall.sh", "venv"]

    wheel = folder / "wheels" / "needed-1.0-py3-none-any.whl"
    content = bytearray(wheel.read_bytes())
    content[50] ^= 1
    wheel.write_bytes(content)
    assert run(folder / "install.sh") == 1, "one byte is another"
    assert "DO NOT MATCH THE HASHES" in said
    assert answer() == b"it runs\n", "what was installed before is still there"
    assert sorted(path.name for path in installed.iterdir()) == [".statusref-carry", "data", "uninstall.sh", "venv"]
    (installed / "venv").rename(installed / "venv.before")
    (installed / "venv").mkdir()
    assert run(folder / "install.sh") == 1
    assert answer() == b"it runs\n", "the last time it was interrupted"
    assert run(folder / "install.sh", str(home / "elsewhere")) == 1
    assert "DO NOT MATCH THE HASHES" in said
    assert not (home / "elsewhere").exists(), "nothing is left of a first time that failed"

    assert run(installed / "uninstall.sh") == 0
    assert [path.name for path in installed.rglob("*")] == ["data", "userdata.sqlite"], "what was written stays"
    assert (installed / "data" / "userdata.sqlite").read_text() == "mine"
    assert not entry.exists()
    assert home.exists()


@pytest.mark.skipif(os.name == "nt", reason="the script is for POSIX")
def test_without_data_nothing_stays(wheels: Path, tmp_path: Path) -> None:
    folder = make_carry.assemble(wheels, "linux_x86_64", PYTHON, tmp_path / "carried")
    installed = tmp_path / "installed"
    (installed / "venv" / "bin").mkdir(parents=True)
    for name in (".statusref-carry", "uninstall.sh"):
        (installed / name).write_bytes((folder / "uninstall.sh").read_bytes())
    subprocess.run(["sh", installed / "uninstall.sh"], env={"PATH": os.environ["PATH"], "HOME": "/"}, check=True)
    assert not installed.exists()
