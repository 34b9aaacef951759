"""Messages of programs that contain no status code, and the code that each of them means."""

from pathlib import Path
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.fields import Fields
from statusref.domain.registry import read_json
from statusref.domain.text import Text

FILE = "messages.json"
ANYTHING = "*"
"""Stands in a phrase for up to ``MAX_ANYTHING`` characters of the same line."""
MAX_ANYTHING = 80


class Message(NamedTuple):
    """A message. A line that contains one of ``phrases`` has this message.

    ``codes`` are the ids of the entries that it means, the best first. If ``no_answer`` is true, no HTTP response was
    received. ``says`` explains the message, ``check`` is what to do first. ``line`` is a real line with the message.
    """

    id: str
    product: str
    phrases: tuple[str, ...]
    says: Text
    codes: tuple[str, ...]
    no_answer: bool
    check: Text
    source: str
    line: str


class MessageStore:
    """All messages in the order of the file."""

    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        """Read the file. Raises ResourceError if it is missing, is not JSON, or has a value that is not allowed."""
        document = Fields(read_json(root, FILE), FILE)
        self.messages = document.objects("messages", lambda fields: _message(fields, catalogue))
        self._by_id = {message.id: message for message in self.messages}

    def get(self, message_id: str) -> Message | None:
        """Return the message with this id, or None."""
        return self._by_id.get(message_id)


_FIELDS = (frozenset(Message._fields) - {"line"}) | {"example"}


def _message(fields: Fields, catalogue: Catalogue) -> Message:
    message_id = fields.text("id")
    fields = fields.of_entry(message_id)
    fields.only(_FIELDS)
    return Message(
        message_id,
        fields.text("product"),
        fields.texts("phrases"),
        fields.both("says"),
        fields.entry_ids("codes", catalogue),
        fields.flag("no_answer"),
        fields.both("check"),
        fields.text("source"),
        fields.object("example").text("line"),
    )
