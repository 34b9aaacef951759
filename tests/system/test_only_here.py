"""What differs between systems is named in ``system/`` and nowhere else."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "statusref"


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MODULES = words(
    "_socket _winapi ctypes curses fcntl grp msvcrt nt platform posix pty pwd readline resource socket syslog termios "
    "tty winreg winsound"
)
"""Modules that not every system has, or that are there to tell systems apart."""
NAMES = {
    "sys": words("platform getwindowsversion winver dllhandle"),
    "os": words(
        "name uname access getuid geteuid getgid getegid getgroups setuid setgid setresuid umask fork forkpty "
        "posix_spawn getppid getpgid setsid setpgid killpg kill wait wait3 wait4 waitpid nice chown fchown lchown "
        "chroot fchmod fchdir mkfifo mknod openpty ttyname ctermid sched_getaffinity getloadavg sysconf statvfs sync "
        "startfile add_dll_directory replace rename symlink link readlink getxattr O_CLOEXEC O_NOFOLLOW O_DIRECTORY "
        "O_NONBLOCK O_BINARY O_TEMPORARY"
    ),
    "signal": words(
        "SIGHUP SIGKILL SIGQUIT SIGALRM SIGUSR1 SIGUSR2 SIGCHLD SIGPIPE SIGSTOP SIGCONT SIGTSTP SIGWINCH alarm "
        "setitimer pause sigwait pthread_kill pthread_sigmask CTRL_C_EVENT CTRL_BREAK_EVENT"
    ),
    "time": words("tzset clock_gettime"),
    "QtCore": words("QStandardPaths QSysInfo QOperatingSystemVersion"),
}
METHODS = words("AF_UNIX lchmod is_socket is_fifo symlink_to hardlink_to")
"""Whatever they are called through."""


def found(tree: ast.AST) -> Iterator[str]:
    """Yield each place that names something of one system."""
    for node in ast.walk(tree):
        names: list[str] = []
        match node:
            case ast.Import():
                names = [alias.name for alias in node.names if alias.name.partition(".")[0] in MODULES]
            case ast.ImportFrom(module=str(module)):
                own = NAMES.get(module.rpartition(".")[2], frozenset())
                names = [module] if module in MODULES else [alias.name for alias in node.names if alias.name in own]
            case ast.Call(func=ast.Attribute(attr="replace" | "rename" as name), args=[_], keywords=[]):
                names = [f"{name} of a path: system.files waits for what another program has open"]
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if name in NAMES.get(owner, ()):
                names = [f"{owner}.{name}"]
            case ast.Attribute(attr=name) if name in METHODS:
                names = [name]
        yield from (f"line {getattr(node, 'lineno', 0)}: {name}" for name in names)


ELSEWHERE = [path for path in sorted(PACKAGE.rglob("*.py")) if path.relative_to(PACKAGE).parts[0] != "system"]


def test_no_other_room_asks_which_system_it_is_on() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}, {place}"
        for path in ELSEWHERE
        for place in found(ast.parse(path.read_text("utf-8")))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "line",
    [
        "if sys.platform == 'win32': pass",
        "from sys import platform",
        "import platform",
        "import fcntl",
        "from ctypes import windll",
        "os.getuid()",
        "from os import fork",
        "os.open(path, os.O_CLOEXEC)",
        "signal.signal(signal.SIGHUP, stop)",
        "from PySide6.QtCore import QStandardPaths",
        "path.symlink_to(other)",
        "partial.replace(path)",
        "socket.AF_UNIX",
    ],
)
def test_the_check_sees_it(line: str) -> None:
    assert list(found(ast.parse(line)))


def test_the_check_looked_at_the_program() -> None:
    assert len(ELSEWHERE) > 300
