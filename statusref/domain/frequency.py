"""How often people meet each code: the order in which a beginner learns them."""

from pathlib import Path

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.fields import Fields
from statusref.domain.registry import read_json

FREQUENCY = "study/frequency.json"


def load_frequency(root: Path, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of all entries, the one that people meet most often first.

    Raises ResourceError if the file is missing or is not JSON, or if it does not have every entry exactly once.
    """
    fields = Fields(read_json(root, FREQUENCY), FREQUENCY)
    fields.only(frozenset({"reason", "codes"}))
    fields.both("reason")
    ids = fields.entry_ids("codes", catalogue)
    missing = {entry.id for entry in catalogue.entries}.difference(ids)
    if missing or len(ids) != len(catalogue.entries):
        raise ResourceError(FREQUENCY, f"every entry is expected once; missing: {sorted(missing)}", field="codes")
    return ids
