"""A Unix socket in a folder of the user, over which a second start reaches the open window. Not on Windows."""

import _socket  # not ``socket``, which takes 3 ms
import os
import stat
import sys
from collections.abc import Callable

from statusref.system.folders import data_folder
from statusref.system.machine import Machine

_BACKLOG = 128


def place(machine: Machine) -> str:
    """Return the file of the socket: one for each user and data folder.

    It lies in the user's runtime folder; where there is none, in the data folder.
    """
    folder = data_folder(machine)
    runtime = machine.environment.get("XDG_RUNTIME_DIR", "")
    if not runtime.startswith("/"):
        return f"{folder}/window.sock"
    from zlib import crc32  # a module in C

    return f"{runtime}/statusref-{crc32(os.fsencode(folder)):08x}.sock"


def ask(file: str, line: bytes, patience_s: float, most: int) -> bytes:
    """Send a line and return the answer, at most ``most`` bytes. Raises OSError, also if ``patience_s`` is over."""
    if not _is_own(file):
        raise FileNotFoundError(file)
    connection = _new()
    try:
        connection.settimeout(patience_s)
        connection.connect(file)
        connection.sendall(line)
        return connection.recv(most)
    finally:
        connection.close()


def is_starting(file: str) -> bool:
    """Whether some program has the claim to be starting. The claim ends with its process, even if that is killed."""
    try:
        _claim_start(file)()
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def listen(file: str) -> tuple[_socket.socket, Callable[[], None] | None]:
    """Begin to listen, with access for this user only.

    Return the socket, and the function that ends the claim to be starting (None if the claim was not made). If a
    process ended without removing its socket, that socket is replaced. A file that is not a socket of this user is left
    alone. Raises OSError if the place is taken.
    """
    os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
    server = _new()
    before = os.umask(0o177)
    try:
        started = _bind(server, file)
        server.setblocking(False)
    except OSError:
        server.close()
        raise
    finally:
        os.umask(before)
    return server, started


def _bind(server: _socket.socket, file: str) -> Callable[[], None] | None:
    if sys.platform == "win32":
        raise FileNotFoundError
    import fcntl  # only where there are such sockets

    lock = os.open(f"{file}.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        # Without the lock, two programs could find a dead socket together, and one remove the new socket of the other.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _is_own(file) and not _answers(file):
            os.unlink(file)
        server.bind(file)
        server.listen(_BACKLOG)
        # Still under the lock: a program that finds the place taken must also see that this one is starting.
        try:
            return _claim_start(file)
        except BlockingIOError:
            return None  # another program is just checking the claim; go on without it
    finally:
        os.close(lock)


def _claim_start(file: str) -> Callable[[], None]:
    """Claim that this program is starting, until the returned function is called or the process ends.

    Raises BlockingIOError if another process has the claim.
    """
    if sys.platform == "win32":
        raise FileNotFoundError
    import fcntl  # only where there are such sockets

    claim = os.open(f"{file}.starting", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(claim)
        raise
    return lambda: os.close(claim)


def _new() -> _socket.socket:
    if sys.platform == "win32":
        raise FileNotFoundError
    return _socket.socket(_socket.AF_UNIX)


def _is_own(file: str) -> bool:
    """Whether ``file`` is a socket of this user. Only such a socket is connected to, or removed."""
    if sys.platform == "win32":
        return False
    try:
        found = os.lstat(file)
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def _answers(file: str) -> bool:
    """Whether a living process listens on the socket."""
    probe = _new()
    try:
        probe.connect(file)
    except OSError:
        return False
    finally:
        probe.close()
    return True
