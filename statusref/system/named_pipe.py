"""A named pipe of Windows, over which a second start reaches the open window.

``api`` is ``_winapi``, the module of Python itself that ``multiprocessing`` and ``asyncio`` use pipes with. A file that
is opened by the pipe's name would do, too, but nothing can be waited for on it with a limit.
"""

import os
import sys
import time
from collections.abc import Callable
from types import ModuleType

from statusref.system.folders import data_folder
from statusref.system.machine import Machine

_BUSY = 231
"""ERROR_PIPE_BUSY: everybody who could answer is talking to somebody else."""
_NOT_AS_ME = 0x0011_0000
"""SECURITY_SQOS_PRESENT and SECURITY_IDENTIFICATION: who answers may learn who asks, and not act in that name."""


def name(machine: Machine) -> str:
    """Return the name of the pipe: one for each user and data folder. Windows takes capitals for small letters."""
    from zlib import crc32  # a module in C

    owner = f"{machine.environment.get('USERNAME', '')}\n{data_folder(machine)}".lower()
    return f"\\\\.\\pipe\\statusref-{crc32(os.fsencode(owner)):08x}"


def _let_the_window_come() -> None:
    """Allow the window to come to the front: Windows lets only the program do so that the user has just started."""
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
    """Send a line and return at most so many bytes of the answer. Raises OSError, if only because it takes too long."""
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
    """Become the one who answers at the pipe, until the function that is returned is called or the process ends.

    Windows lets several programs make a pipe of the same name. It can be told to let only the first do so, but Qt,
    which makes the pipe, does not; so that is said of a second pipe, over which nobody talks. Raises OSError if another
    program was faster.
    """
    api = api or _windows()
    mode = api.PIPE_ACCESS_DUPLEX | api.FILE_FLAG_FIRST_PIPE_INSTANCE
    handle = api.CreateNamedPipe(f"{pipe}-first", mode, api.PIPE_WAIT, 1, 0, 0, 0, api.NULL)
    return lambda: api.CloseHandle(handle)


def claim_start(pipe: str, api: ModuleType | None = None) -> Callable[[], object]:
    """Be the one who is starting, in the same way: who finds the pipe taken then waits longer for an answer."""
    return claim(f"{pipe}-starting", api)


def is_starting(pipe: str, api: ModuleType | None = None) -> bool:
    """Whether the program that answers at the pipe has not said yet that it has started."""
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
    # Also after it was cancelled: until this returns, Windows may write into the memory of the operation.
    _, state = operation.GetOverlappedResult(True)
    if state != 0:
        raise TimeoutError


def _milliseconds(end: float) -> int:
    """Return how many are left. Raises TimeoutError if there are none: to Windows 0 means its own default."""
    left = round((end - time.monotonic()) * 1000)
    if left <= 0:
        raise TimeoutError
    return left
