"""The streams of a command. They take bytes, so that the output is UTF-8 in every locale."""

import os
import sys
from contextlib import suppress
from io import BytesIO
from typing import BinaryIO, TextIO

_SHOWN_LENGTH = 80
_READABLE_WIDTH = 100


class Console:
    """Three binary streams. ``width`` is the number of columns for text; None, as in a pipe, for no limit."""

    __slots__ = ("stderr", "stdin", "stdout", "width")

    def __init__(self, stdin: BinaryIO, stdout: BinaryIO, stderr: BinaryIO, width: int | None = None) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.width = width

    @classmethod
    def of_process(cls) -> "Console":
        """Return the process's own streams. What goes to one that is closed or missing is lost without error."""
        width = None
        with suppress(OSError, ValueError, AttributeError):
            if sys.stdout.isatty():
                width = min(os.get_terminal_size(sys.stdout.fileno()).columns, _READABLE_WIDTH) or None
        return cls(_binary(sys.stdin), _binary(sys.stdout), _binary(sys.stderr), width)

    def print(self, text: str) -> None:
        """Write text and a line end to standard output. Lone surrogates, which UTF-8 cannot hold, become escapes."""
        self.stdout.write(text.encode("utf-8", "backslashreplace") + b"\n")

    def complain(self, text: str) -> None:
        """Write a problem to standard error, with the name of the program before it."""
        self.remark(f"statusref: {text}")

    def remark(self, text: str) -> None:
        """Write a line to standard error; nothing happens if that is closed or full."""
        with suppress(OSError, ValueError):
            self.stderr.write(text.encode("utf-8", "backslashreplace") + b"\n")
            self.stderr.flush()


def _binary(stream: TextIO | None) -> BinaryIO:
    return BytesIO() if stream is None else stream.buffer


def quoted(text: str) -> str:
    """Return what a user typed for use in a message: on one line, short, without control characters."""
    if not text:
        return '""'
    if len(text) > _SHOWN_LENGTH:
        text = text[: _SHOWN_LENGTH - 1] + "…"
    return "".join(char if char.isprintable() or "\ud800" <= char <= "\udfff" else "\ufffd" for char in text)
