"""Runs of words that our English prose shares with the specifications, found without having their texts here.

``rfc_wording.bin`` holds a hash of every run of ``RUN`` words of the specifications: ``HASH_BYTES`` bytes each, sorted,
one after the other. ``python -m tests.measurements.rfc_wording`` makes it.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

RUN = 8
HASH_BYTES = 5
"""With this many bytes about one run in ten million is taken for a run of the specifications by chance."""
FILE = Path(__file__).with_name("rfc_wording.bin")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


def hashes(some: list[str]) -> Iterator[bytes]:
    """Return the hash of each run of ``RUN`` words, in order."""
    for first in range(len(some) - RUN + 1):
        yield blake2b(" ".join(some[first : first + RUN]).encode(), digest_size=HASH_BYTES).digest()


def read() -> frozenset[bytes]:
    data = FILE.read_bytes()
    return frozenset(data[place : place + HASH_BYTES] for place in range(0, len(data), HASH_BYTES))


def shared_runs(text: str, known: frozenset[bytes]) -> list[str]:
    """Return the longest runs of ``RUN`` words or more that ``text`` shares with the specifications."""
    found: list[str] = []
    some = words(text)
    end = 0
    for first, one in enumerate(hashes(some)):
        if one in known:
            if found and first < end:
                found[-1] += f" {some[first + RUN - 1]}"
            else:
                found.append(" ".join(some[first : first + RUN]))
            end = first + RUN
    return found
