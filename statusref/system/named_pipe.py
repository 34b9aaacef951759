"""A named pipe of Windows, over which a second start reaches the open window.

``api`` is ``_winapi``, the module with which Python's own ``multiprocessing`` and ``asyncio`` use pipes. A pipe can
also be opened as a file, but then reading and writing cannot have a time limit.
"""

import os
import sys
import time
from collections.abc import Callable
from types import ModuleType

from statusref.system.folders import data_folder
from statusref.system.machine import Machine

_BUSY = 231
"""ERROR_PIPE_BUSY: all instances of the pipe are connected to other callers."""
_NOT_AS_ME = 0x0011_0000
"""SECURITY_SQOS_PRESENT and SECURITY_IDENTIFICATION: the server may identify the caller, but not act in its name."""


def name(machine: Machine) -> str:
    """Return the name of the pipe: one for each user and data folder, in lower case because Windows ignores case."""
    from zlib import crc32  # a module in C

    owner = f"{machine.environment.get('USERNAME', '')}\n{data_folder(machine)}".lower()
    return f"\\\\.\\pipe\\statusref-{crc32(os.fsencode(owner)):08x}"


def _let_the_window_come() -> None:
    """Allow the open window to come to the front. Windows allows that only to the program started last."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def ask(
    pipe: str,
    line: bytes,
    patience_s: float,
    most: int,
    api: ModuleType | None = None,
    connected: Callable[[], object] = _let_the_window_come,
) -> bytes:
    """Send a line and return the answer, at most ``most`` bytes. Raises OSError, also if ``patience_s`` is over."""
    api = api or _windows()
    end = time.monotonic() + patience_s
    handle = _open(pipe, end, api)
    try:
        connected()
        writing, state = api.WriteFile(handle, line, overlapped=True)
        _finish(api, writing, state, end)
        reading, state = api.ReadFile(handle, most, overlapped=True)
        _finish(api, reading, state, end)
        return bytes(reading.getbuffer())
    finally:
        api.CloseHandle(handle)


def claim(pipe: str, api: ModuleType | None = None) -> Callable[[], object]:
    """Claim the pipe for this process. The claim ends when the returned function is called, or with the process.

    Windows allows several programs to make a pipe of the same name, unless FILE_FLAG_FIRST_PIPE_INSTANCE is given. Qt,
    which makes the real pipe, does not give that flag. So the claim is a second pipe with that flag, which is never
    used for data. Raises OSError if another program has the claim.
    """
    api = api or _windows()
    mode = api.PIPE_ACCESS_DUPLEX | api.FILE_FLAG_FIRST_PIPE_INSTANCE
    handle = api.CreateNamedPipe(f"{pipe}-first", mode, api.PIPE_WAIT, 1, 0, 0, 0, api.NULL)
    return lambda: api.CloseHandle(handle)


def claim_start(pipe: str, api: ModuleType | None = None) -> Callable[[], object]:
    """Claim in the same way that this program is starting. While it is, callers wait longer for an answer."""
    return claim(f"{pipe}-starting", api)


def is_starting(pipe: str, api: ModuleType | None = None) -> bool:
    """Whether some program has the claim to be starting."""
    try:
        claim_start(pipe, api)()
    except OSError:
        return True
    return False


def _windows() -> ModuleType:
    import _winapi

    return _winapi


def _open(pipe: str, end: float, api: ModuleType) -> int:
    access = api.GENERIC_READ | api.GENERIC_WRITE
    while True:
        try:
            return int(
                api.CreateFile(
                    pipe, access, 0, api.NULL, api.OPEN_EXISTING, api.FILE_FLAG_OVERLAPPED | _NOT_AS_ME, api.NULL
                )
            )
        except OSError as error:
            if getattr(error, "winerror", 0) != _BUSY:
                raise
        api.WaitNamedPipe(pipe, _milliseconds(end))


def _finish(api: ModuleType, operation: ModuleType, state: int, end: float) -> None:
    """Wait for the end of an operation. Raises TimeoutError."""
    if state == api.ERROR_IO_PENDING:
        done = api.WaitForMultipleObjects([operation.event], False, _milliseconds(end))
        if done != api.WAIT_OBJECT_0:
            operation.cancel()
    # This must also be called after a cancel: until it returns, Windows may write to the operation's memory.
    _, state = operation.GetOverlappedResult(True)
    if state != 0:
        raise TimeoutError


def _milliseconds(end: float) -> int:
    """Return the milliseconds left until ``end``. Raises TimeoutError if there are none: 0 would mean a default."""
    left = round((end - time.monotonic()) * 1000)
    if left <= 0:
        raise TimeoutError
    return left
