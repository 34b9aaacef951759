"""Makes a folder and an archive with which StatusRef is installed on a machine that has no network.

    python carry/make_carry.py linux_x86_64 --python 3.12

Uses pip of the interpreter that runs it. Needs the network, or pip's cache, for the wheels of the other platform.
"""

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from email.parser import Parser
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parents[1]
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_PIN = re.compile(r"^(\S+?)==.*(?:\n\s.*)*", re.MULTILINE)
"""A package in the list of pins, with its hashes on the lines below."""
PDF = ("typst",)
"""What the extra ``pdf`` adds to the dependencies."""
TEMPLATES = Path(__file__).resolve().parent / "files"


class Platform(NamedTuple):
    """What a target needs: the tags of its wheels, its scripts, and the kind of archive that it can open by itself."""

    tags: Sequence[str]
    scripts: Sequence[str]
    archive: str


_POSIX = ("install.sh", "uninstall.sh")
PLATFORMS = {
    "linux_x86_64": Platform([f"manylinux_2_{minor}_x86_64" for minor in range(34, 16, -1)], _POSIX, "gztar"),
    "linux_aarch64": Platform([f"manylinux_2_{minor}_aarch64" for minor in range(39, 16, -1)], _POSIX, "gztar"),
    "win_amd64": Platform(["win_amd64"], ("install.cmd", "uninstall.cmd"), "zip"),
    "macos_arm64": Platform(
        [f"macosx_{major}_0_{kind}" for major in range(15, 10, -1) for kind in ("arm64", "universal2")], _POSIX, "gztar"
    ),
}


def main() -> int:
    """Make folder and archive, and print where they are. Return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("platform", choices=PLATFORMS, metavar="PLATFORM", help=", ".join(PLATFORMS))
    parser.add_argument("--python", default="3.12", help="version of Python on the target, such as 3.12")
    parser.add_argument("--pdf", action="store_true", help="bring along what the export as PDF needs (some 30 MB)")
    parser.add_argument("--to", type=Path, default=CHECKOUT / "build" / "carry")
    arguments = parser.parse_args()
    platform = PLATFORMS[arguments.platform]
    work = arguments.to / "work"
    shutil.rmtree(work, ignore_errors=True)
    wheels = work / "wheels"
    wheels.mkdir(parents=True)
    more = PDF if arguments.pdf else ()
    pins = work / "requirements.txt"
    pins.write_text(fetched_pins((CHECKOUT / "requirements.txt").read_text("utf-8"), more), "utf-8")
    for command in (download_command(platform, arguments.python, wheels, pins), build_command(wheels)):
        if subprocess.run(command, check=False).returncode:
            sys.stderr.write("carry: the wheels could not be had; pip says why above\n")
            return 1
    folder = assemble(wheels, arguments.platform, arguments.python, arguments.to, more)
    archive = shutil.make_archive(str(folder), platform.archive, folder.parent, folder.name)
    shutil.rmtree(work)
    print(f"{folder}\n{archive}")
    return 0


def fetched_pins(pins: str, more: Sequence[str]) -> str:
    """Return the list of pins without the packages that the program can do without, unless they are in ``more``."""
    left_out = set(PDF) - set(more)
    return "".join(f"{pin[0]}\n" for pin in _PIN.finditer(pins) if pin[1] not in left_out)


def download_command(platform: Platform, python: str, wheels: Path, pins: Path) -> list[str]:
    """Return the command that fetches the pinned wheels of a platform, and checks their hashes."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--only-binary=:all:", "--implementation", "cp", "--python-version", python]
    for tag in platform.tags:
        command += ["--platform", tag]
    return [*command, "--dest", str(wheels), "--requirement", str(pins)]


def build_command(wheels: Path) -> list[str]:
    """Return the command that builds the program's own wheel."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
    return [*command, "--no-build-isolation", "--wheel-dir", str(wheels), str(CHECKOUT)]


def assemble(wheels: Path, platform: str, python: str, to: Path, more: Sequence[str] = ()) -> Path:
    """Put the folder together from ready wheels, and return it. An older folder of the same name is replaced.

    ``more`` are packages to bring along that the program can do without.
    """
    needed = list(needed_wheels(wheels, more))
    version = next(wheel.version for wheel in needed if wheel.name == "statusref")
    folder = to / f"statusref-{version}-{platform}-python{python}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "wheels").mkdir(parents=True)
    (folder / "licences").mkdir()
    for wheel in needed:
        shutil.copy2(wheel.path, folder / "wheels")
    lines = [f"{wheel.name}=={wheel.version} --hash=sha256:{sha256(wheel.path)}\n" for wheel in needed]
    (folder / "requirements.txt").write_text("".join(lines), "utf-8")
    values = {"version": version, "python": python, "platform": platform, "compact": python.replace(".", "")}
    for name in (*PLATFORMS[platform].scripts, "READ-ME.txt"):
        _fill(name, folder / name, values)
    shutil.copy2(CHECKOUT / "LICENSE", folder / "licences" / "StatusRef.txt")
    shutil.copy2(CHECKOUT / "resources" / "fonts" / "LICENSE.txt", folder / "licences" / "Pretendard.txt")
    others = [f"{wheel.name} {wheel.version}: {wheel.licence}\n" for wheel in needed if wheel.name != "statusref"]
    (folder / "licences" / "packages.txt").write_text("".join(others), "utf-8")
    sums = [f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in sorted(_files(folder))]
    (folder / "SHA256SUMS").write_text("".join(sums), "utf-8")
    return folder


class Wheel(NamedTuple):
    """A wheel and what its metadata say."""

    path: Path
    name: str
    version: str
    licence: str
    requires: tuple[str, ...]


def needed_wheels(wheels: Path, more: Sequence[str] = ()) -> Iterator[Wheel]:
    """Yield StatusRef's wheel, ``more`` and what they need; the list of pins has what only building needs, too.

    Raises LookupError if one is missing.
    """
    by_name = {wheel.name: wheel for wheel in map(read_wheel, sorted(wheels.glob("*.whl")))}
    todo, seen = ["statusref", *more], set[str]()
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        if name not in by_name:
            raise LookupError(f"no wheel of {name}")
        todo.extend(by_name[name].requires)
        yield by_name[name]


def read_wheel(path: Path) -> Wheel:
    """Read the metadata of a wheel."""
    with zipfile.ZipFile(path) as archive:
        inside = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(inside).decode("utf-8"))
    classifiers = [
        text.rpartition(":: ")[2] for text in metadata.get_all("Classifier", ()) if text.startswith("License")
    ]
    licence = metadata["License-Expression"] or ", ".join(classifiers) or metadata["License"] or "see the wheel"
    # What an extra or another system needs has a condition behind a semicolon; no pinned package has one that counts.
    requires = [text for text in metadata.get_all("Requires-Dist", ()) if ";" not in text]
    names = tuple(_canonical(found[0]) for text in requires if (found := _NAME.match(text)))
    return Wheel(path, _canonical(metadata["Name"]), metadata["Version"], licence.splitlines()[0], names)


def _canonical(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fill(name: str, to: Path, values: dict[str, str]) -> None:
    text = (TEMPLATES / name).read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    # Windows reads its scripts by lines that end with CR LF, and its editor shows the page better so.
    to.write_text(text, "utf-8", newline="\r\n" if name.endswith((".cmd", ".txt")) else "\n")
    if name.endswith(".sh"):
        to.chmod(0o755)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    sys.exit(main())
