"""What consoles of the systems do differently: pipes that are closed, bytes that are typed, lines that are erased."""

import errno
import sys


def is_closed_pipe(error: OSError, platform: str = sys.platform) -> bool:
    """Whether the reader of a pipe is gone, as after ``head``. Windows calls that an invalid argument."""
    return isinstance(error, BrokenPipeError) or (platform == "win32" and error.errno == errno.EINVAL)


def text_of(line: bytes, code_page: str = "oem" if sys.platform == "win32" else "utf-8") -> str:
    """Return what was piped in as text.

    On Windows ``echo`` and ``type`` write in the code page of the console, CP949 in Korean; programs write UTF-8.
    Bytes that fit neither become U+FFFD.
    """
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(code_page, "replace")
