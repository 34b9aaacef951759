"""Finds the messages of programs in a query."""

from collections.abc import Callable, Iterator

from statusref.domain.messages import Message, MessageStore
from statusref.search.beside.phrasebook import Phrasebook, Scanned, apart
from statusref.search.slices import Slices

MOST = 2
"""Messages that one query gives at most."""


class MessageIndex:
    """Ready when ``slices`` are finished; finds nothing before."""

    def __init__(self, load: Callable[[], MessageStore]) -> None:
        self._load = load
        self._phrases: Phrasebook[Message] = Phrasebook()
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        """Read the file, then index it. Raises ResourceError if it is wrong."""
        store = self._load()
        yield
        for message in store.messages:
            for phrase in message.phrases:
                self._phrases.add(phrase, message)

    def find(self, scanned: Scanned) -> list[Message]:
        """Return at most ``MOST`` messages in the text: where phrases overlap, the longest wins."""
        hits = apart(self._phrases.find(scanned))
        return list(dict.fromkeys(hit.value for hit in hits))[:MOST]
