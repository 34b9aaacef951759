"""Finds the messages of programs in a query."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from statusref.domain.errors import ResourceError
from statusref.domain.messages import Message, MessageStore
from statusref.search.beside.phrasebook import Phrasebook, Scanned, apart
from statusref.search.slices import Slices

MOST = 2
"""Messages that one query gives at most."""


class MessageIndex:
    """Ready when ``slices`` are finished, or after ``restore``; finds nothing before.

    It has the ids of the messages: they are read when one is found.
    """

    def __init__(self, load: Callable[[], MessageStore]) -> None:
        self._load = load
        self._phrases: Phrasebook[str] = Phrasebook()
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        """Read the file, then index it. Raises ResourceError if it is wrong."""
        store = self._load()
        yield
        for message in store.messages:
            for phrase in message.phrases:
                self._phrases.add(phrase, message.id)

    def state(self) -> Any:  # noqa: ANN401 (whatever ``restore`` takes)
        return self._phrases.state

    def restore(self, state: Any) -> None:  # noqa: ANN401 (see ``state``)
        """Take what was saved instead of indexing the file."""
        self._phrases = Phrasebook(state)

    def find(self, scanned: Scanned) -> list[Message]:
        """Return at most ``MOST`` messages in the text: where phrases overlap, the longest wins."""
        hits = apart(self._phrases.find(scanned))
        ids = list(dict.fromkeys(hit.value for hit in hits))[:MOST]
        # A file that was damaged since it was indexed costs only the messages.
        with suppress(ResourceError):
            return [message for message in map(self._load().get, ids) if message is not None] if ids else []
        return []
