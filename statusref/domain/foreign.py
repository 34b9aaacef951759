"""Foreign systems: protocols and programs whose numbers look like status codes and are none."""

from pathlib import Path
from typing import NamedTuple

from statusref.domain.fields import Fields
from statusref.domain.registry import read_json
from statusref.domain.text import Text

FILE = "foreign.json"


class Foreign(NamedTuple):
    """What is said about a number of another system.

    ``text`` is one sentence with the placeholder ``{number}``. ``patterns`` are regular expressions that ignore case: a
    line that one of them matches belongs to the system, and its group ``number``, if any, is the number in question.
    """

    id: str
    text: Text
    patterns: tuple[str, ...]


def load_foreign(root: Path) -> tuple[Foreign, ...]:
    """Read the systems. Raises ResourceError if the file is missing, not JSON, or has a value that is not allowed."""
    return Fields(read_json(root, FILE), FILE).objects("systems", _foreign)


def _foreign(fields: Fields) -> Foreign:
    fields = fields.of_entry(fields.text("id"))
    fields.only(frozenset(Foreign._fields))
    return Foreign(fields.text("id"), fields.both("text"), fields.texts("patterns"))
