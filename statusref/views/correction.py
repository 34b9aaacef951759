"""What a reader wants to correct."""

from typing import NamedTuple


class Correction(NamedTuple):
    """The file below ``resources`` that the words come from, and the sentence."""

    file: str
    sentence: str
