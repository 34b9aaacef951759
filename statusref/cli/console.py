"""Where the commands read and write: bytes, so that the output is UTF-8 whatever the locale says."""

import os
import sys
from contextlib import suppress
from io import BytesIO
from typing import BinaryIO, TextIO

_SHOWN_LENGTH = 80
_READABLE_WIDTH = 100


class Console:
    """Three binary streams. ``width``: how many columns text may take; None, as in a pipe: any."""

    __slots__ = ("stderr", "stdin", "stdout", "width")

    def __init__(self, stdin: BinaryIO, stdout: BinaryIO, stderr: BinaryIO, width: int | None = None) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.width = width

    @classmethod
    def of_process(cls) -> "Console":
        """Return the process's own streams; one that is closed, or absent as under pythonw, swallows what it gets."""
        width = None
        with suppress(OSError, ValueError, AttributeError):
            if sys.stdout.isatty():
                width = min(os.get_terminal_size(sys.stdout.fileno()).columns, _READABLE_WIDTH) or None
        return cls(_binary(sys.stdin), _binary(sys.stdout), _binary(sys.stderr), width)

    def print(self, text: str) -> None:
        """Write a line (or several) to standard output. UTF-8 has no lone surrogates: they are written as escapes."""
        self.stdout.write(text.encode("utf-8", "backslashreplace") + b"\n")

    def complain(self, text: str) -> None:
        """Write one line to standard error; that being closed or full is no reason to fail."""
        with suppress(OSError, ValueError):
            self.stderr.write(text.encode("utf-8", "backslashreplace") + b"\n")
            self.stderr.flush()


def _binary(stream: TextIO | None) -> BinaryIO:
    return BytesIO() if stream is None else stream.buffer


def quoted(text: str) -> str:
    """Return what a user typed, fit for one line of a message: short, nothing in it that a terminal would obey."""
    if len(text) > _SHOWN_LENGTH:
        text = text[: _SHOWN_LENGTH - 1] + "…"
    return "".join(char if char.isprintable() or "\ud800" <= char <= "\udfff" else "\ufffd" for char in text)
