"""Converts text to UTF-8 bytes, which the rest of this room reads."""

import codecs
from collections.abc import Callable

from statusref.logs.problems import Problem, SourceError

Read = Callable[[int], bytes]

_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\v\f\b\x1b"))
_SAMPLE = 4096


def as_utf8(head: bytes, read: Read, name: str) -> Read:
    """Return a function that reads ``head`` and then the bytes of ``read``, in UTF-8 without a byte order mark.

    CP949 is not converted here, because ``head`` may be only ASCII: ``lines_as_utf8`` checks every block. Raises
    SourceError if ``head`` is not text.
    """
    head = head.removeprefix(codecs.BOM_UTF8)
    encoding = _utf16(head)
    if encoding is None and _is_binary(head[:_SAMPLE]):
        raise SourceError(Problem.NO_TEXT, name)
    return _Following(head, read, encoding).read


def lines_as_utf8(block: bytes) -> bytes:
    """Convert whole lines from CP949 to UTF-8. Lines that are UTF-8, or neither of the two, are returned unchanged."""
    if block.isascii():
        return block
    try:
        block.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return block.decode("cp949").encode()
        except UnicodeDecodeError:
            return block
    return block


class _Following:
    """Reads the head that was examined, then the rest."""

    def __init__(self, head: bytes, read: Read, encoding: str | None) -> None:
        self._head = head
        self._source = read
        self._decoder = None if encoding is None else codecs.getincrementaldecoder(encoding)("replace")

    def read(self, size: int) -> bytes:
        while True:
            data = self._head[:size] or self._source(size)
            self._head = self._head[size:]
            if self._decoder is None:
                return data
            text = self._decoder.decode(data, final=not data).removeprefix("\ufeff").encode("utf-8", "replace")
            if text or not data:
                return text


def _utf16(head: bytes) -> str | None:
    """Return ``utf-16-le`` or ``utf-16-be``, or None.

    They are recognised by the byte order mark or, in mostly ASCII text, by zeros at every second byte.
    """
    for mark, encoding in _UTF16:
        if head.startswith(mark):
            return encoding
    sample = head[:_SAMPLE]
    half = len(sample) // 2
    zeros = sample[::2].count(0), sample[1::2].count(0)
    if half < 4 or max(zeros) < 0.6 * half or min(zeros) > 0.1 * half:
        return None
    return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def _is_binary(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > 0.05 * len(sample)
