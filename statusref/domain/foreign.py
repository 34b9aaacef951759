"""Foreign systems: protocols and programs whose numbers look like status codes and are none."""

from pathlib import Path
from typing import NamedTuple

from statusref.domain.fields import Fields
from statusref.domain.registry import read_json
from statusref.domain.text import Text

FILE = "foreign.json"


class Foreign(NamedTuple):
    """What is said about a number of another system.

    ``text`` is one sentence with the placeholder ``{number}``, ``patterns`` are regular expressions, in any case: a
    line that one of them matches belongs to the system. A group called ``number`` is the number that is meant.
    """

    id: str
    text: Text
    patterns: tuple[str, ...]


def load_foreign(root: Path) -> tuple[Foreign, ...]:
    """Read the systems. Raises ResourceError if the file is missing, no JSON, or says something it must not."""
    return Fields(read_json(root, FILE), FILE).objects("systems", _foreign)


def _foreign(fields: Fields) -> Foreign:
    fields = fields.of_entry(fields.text("id"))
    fields.only(frozenset(Foreign._fields))
    return Foreign(fields.text("id"), fields.both("text"), fields.texts("patterns"))
