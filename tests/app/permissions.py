"""Makes file permissions hold for root, who may otherwise write to every file."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

# Values from linux/capability.h
_VERSION_3 = 0x20080522
_DAC_OVERRIDE = 1


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    """Bits 0 to 31 of the three sets of capabilities. A second structure of this kind holds bits 32 to 63."""

    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def permissions_hold() -> Iterator[None]:
    """Within this context, files can only be written if their permissions allow it.

    Root gives up one capability and stays root, because another user might not be allowed to read the checkout.
    """
    if sys.platform == "win32":
        pytest.skip("permissions of POSIX")
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("root can give up writing everywhere only on Linux")
    _set_override(wanted=False)
    try:
        yield
    finally:
        _set_override(wanted=True)


def _set_override(*, wanted: bool) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = _Header(_VERSION_3, 0), (_Sets * 2)()
    done = libc.capget(ctypes.byref(header), sets)
    bit = 1 << _DAC_OVERRIDE
    sets[0].effective = sets[0].effective | bit if wanted else sets[0].effective & ~bit
    if done != 0 or libc.capset(ctypes.byref(header), sets) != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
