"""What a command line finds for an id."""

import unicodedata
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue, NumberAnswer
from statusref.domain.status import Entry


class NoSuchId(NamedTuple):
    """What was typed is neither an entry's id nor a number from 0 to 999. ``number`` is one in it that has entries."""

    number: str | None


def find(catalogue: Catalogue, target: str) -> list[Entry | NumberAnswer] | NoSuchId:
    """Look up an id (``499-nginx``) or a number; a number finds each of its uses, the registered one first."""
    target = unicodedata.normalize("NFKC", target).strip().lower()
    entry = catalogue.get(target)
    if target.isdecimal() and len(target) <= 3:
        return [*catalogue.with_code(int(target))] or [catalogue.explain(int(target))]
    if entry is not None:
        return [entry]
    number = target.partition("-")[0]
    is_known = number.isdecimal() and len(number) == 3 and catalogue.with_code(int(number))
    return NoSuchId(number if is_known else None)
