"""The program as a process: its streams, locales, pipes and imports."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from statusref import __version__
from tests.cli.conftest import CHECKOUT, Process, bare_environment

LOCALES = [
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "latin-1"},
    {"LC_ALL": "ko_KR.EUC-KR"},
    {"PYTHONIOENCODING": "cp949:strict"},
]


@pytest.mark.parametrize("environment", LOCALES)
def test_output_is_utf_8_whatever_the_locale(process: Process, environment: dict[str, str]) -> None:
    shown = process("show", "404", "--lang", "ko", environment=environment)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert "찾을 수 없음" in shown.stdout.decode("utf-8")
    found = process("search", "찾을 수 없음".encode(), "--json", environment=environment)
    assert json.loads(found.stdout)[0]["korean"] == "찾을 수 없음"
    wrong = process("show", "없는코드".encode(), "--lang", "ko", environment=environment)
    assert "없는코드" in wrong.stderr.decode("utf-8")


def test_an_argument_that_is_no_utf_8(process: Process) -> None:
    for arguments in (["show", b"\xff\xfe"], ["search", b"\xff\xfe"], [b"--\xff"], ["search", b"\xff", "--json"]):
        result = process(*arguments)
        assert result.returncode in {1, 2}
        assert b"Traceback" not in result.stderr
        result.stderr.decode("utf-8")


@pytest.mark.parametrize(
    "arguments", [["list"], ["list", "--json"], ["show", "404"], ["--help"], ["search", "4", "--json"]]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_pipe_that_nobody_reads(arguments: list[str], unbuffered: str) -> None:
    """The reader is gone before the first byte, so that every write fails, the one at the interpreter's end too."""
    with subprocess.Popen(
        [sys.executable, "-m", "statusref", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CHECKOUT,
        env=bare_environment() | {"PYTHONUNBUFFERED": unbuffered},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        err = running.stderr.read()
    assert (running.returncode, err) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("command", ["list", "list --json", "show 404", "search - < <(yes 404)"])
def test_head_closes_the_pipe(command: str) -> None:
    shell = f"({sys.executable} -m statusref {command}; echo $? >&2) | head -c 10"
    result = subprocess.run(
        ["bash", "-c", shell], capture_output=True, cwd=CHECKOUT, env=bare_environment(), check=False, timeout=60
    )
    assert (len(result.stdout), result.stderr) == (10, b"0\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "statusref", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=CHECKOUT,
            env=bare_environment(),
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr.startswith(b"statusref: ")
    assert result.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("closing", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams(closing: str) -> None:
    for command, code in (("show 404", 0), ("search -", 0), ("show abc", 1), ("--foo", 2)):
        shell = f"{sys.executable} -m statusref {command} {closing}"
        result = subprocess.run(
            ["bash", "-c", shell],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=CHECKOUT,
            env=bare_environment(),
            check=False,
        )
        assert result.returncode == code
        assert b"Traceback" not in result.stderr


def test_each_query_is_answered_as_soon_as_it_is_asked() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "statusref", "search", "-", "--limit", "1"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
        env=bare_environment(),
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for code in ("404", "301"):
            running.stdin.write(f"{code}\n".encode())
            running.stdin.flush()
            assert json.loads(running.stdout.readline())[0]["id"] == code
        running.stdin.close()
    assert running.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_ctrl_c_ends_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "statusref", "search", "-", "--limit", "1"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CHECKOUT,
        env=bare_environment(),
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(b"404\n")
        running.stdin.flush()
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        err = running.stderr.read()
    assert (running.returncode, err) == (130, b"")


IMPORTS = """
import sys
from statusref.app.main import main
code = main({arguments!r})
watched = ("PySide6", "shiboken6", "argparse", "statusref.search")
print(code, *(name for name in sys.modules if name.startswith(watched)), sep="|", file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["--foo"],
        ["show", "404"],
        ["show", "abc"],
        ["list"],
        ["search", "404"],
        ["search", "-"],
    ],
)
def test_printing_commands_import_no_qt_and_only_search_the_search(arguments: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-c", IMPORTS.format(arguments=arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=CHECKOUT,
        env=bare_environment(),
        check=True,
    )
    code, *names = result.stderr.decode().splitlines()[-1].split("|")
    assert code in {"0", "1", "2"}
    assert [name for name in names if name.startswith(("PySide6", "shiboken6"))] == []
    assert bool(names) == (arguments[0] == "search")


def test_no_display_is_found_out_without_qt() -> None:
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in bare_environment().items() if name not in shown}
    command = [sys.executable, "-c", IMPORTS.format(arguments=[])]
    result = subprocess.run(command, capture_output=True, cwd=CHECKOUT, env=environment, check=True)
    said, imported = result.stderr.decode().splitlines()
    assert "no display" in said
    assert imported == "3"


def test_version(process: Process) -> None:
    result = process("--version")
    assert (result.returncode, result.stdout, result.stderr) == (0, f"statusref {__version__}\n".encode(), b"")


def test_main_py_is_the_same_program() -> None:
    result = subprocess.run([sys.executable, "main.py", "show", "404"], capture_output=True, cwd=CHECKOUT, check=False)
    assert result.stdout.startswith(b"404 Not Found\n")
