"""What consoles do differently on each system: the error of a closed pipe, and the encoding of piped text."""

import errno
import sys


def is_closed_pipe(error: OSError, platform: str = sys.platform) -> bool:
    """Whether an error means that the reader of a pipe has ended, as ``head`` does. Windows reports EINVAL for it."""
    return isinstance(error, BrokenPipeError) or (platform == "win32" and error.errno == errno.EINVAL)


def text_of(line: bytes, code_page: str = "oem" if sys.platform == "win32" else "utf-8") -> str:
    """Decode a line that was piped in.

    On Windows ``echo`` and ``type`` write in the code page of the console, CP949 in Korean; programs write UTF-8.
    Bytes that fit neither become U+FFFD.
    """
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(code_page, "replace")
