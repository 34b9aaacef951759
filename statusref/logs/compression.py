"""Reads gzip and Zstandard. They are recognised by their first bytes, not by the name of the file."""

import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

from statusref.logs.problems import Problem, SourceError

Read = Callable[[int], bytes]

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_INPUT = 4 * 1024
"""Compressed bytes read at once. Usually they become ten times as many, in the worst case a thousand times."""


class _Decompressor(Protocol):
    """One gzip member or one Zstandard frame."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


def decompressed(head: bytes, read: Read, name: str) -> Read:
    """Return a function that reads the decompressed bytes; if ``head`` is not compressed, ``read`` itself.

    ``head`` are the first bytes, which ``read`` returns again. Raises SourceError if the package for Zstandard is
    missing. The returned function raises it if the data is damaged or ends too early.
    """
    if head.startswith(_GZIP):
        return _Members(read, lambda: cast("_Decompressor", zlib.decompressobj(zlib.MAX_WBITS | 16)), name).read
    if head.startswith(_ZSTD):
        return _Members(read, _zstd(name), name).read
    return read


def _zstd(name: str) -> Callable[[], _Decompressor]:
    """Return the class of Python's own module (from 3.14 on), or that of the package ``zstandard`` if installed."""
    try:
        make: Callable[[], _Decompressor] = import_module("compression.zstd").ZstdDecompressor
    except ImportError:
        try:
            module = import_module("zstandard")
        except ImportError:
            raise SourceError(Problem.NO_ZSTD, name) from None
        return lambda: module.ZstdDecompressor().decompressobj()
    return make


class _Members:
    """Reads several compressed streams that follow each other, as ``cat a.gz b.gz`` writes them."""

    def __init__(self, read: Read, make: Callable[[], _Decompressor], name: str) -> None:
        self._source = read
        self._make = make
        self._name = name
        self._member = make()
        self._text = b""
        self._place = 0

    def read(self, size: int) -> bytes:
        while self._place == len(self._text):
            data = self._member.unused_data if self._member.eof else self._source(_INPUT)
            if self._member.eof:
                data = data or self._source(_INPUT)
                if not data.strip(b"\0"):  # the last block of a tape or disk may be filled with zeros
                    return b""
                self._member = self._make()
            elif not data:
                raise SourceError(Problem.CUT_SHORT, self._name)
            self._text, self._place = self._decompress(data), 0
        piece = self._text[self._place : self._place + size]
        self._place += len(piece)
        return piece

    def _decompress(self, data: bytes) -> bytes:
        try:
            return self._member.decompress(data)
        except Exception as error:  # each module has an error class of its own
            raise SourceError(Problem.DAMAGED, self._name, str(error)) from error
