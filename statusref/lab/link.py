"""What reading from a connection and writing to it share."""

import asyncio

import h11

from statusref.lab.errors import ClientLeftError

_MOST_UNSENT = 32_768
"""Bytes that may wait for a client to take them, before no more is written."""


class Link:
    """A transport and the state of HTTP on it."""

    def __init__(self, transport: asyncio.Transport, most_header: int) -> None:
        self.transport = transport
        self.transport.set_write_buffer_limits(high=_MOST_UNSENT)
        self.http = h11.Connection(h11.SERVER, max_incomplete_event_size=most_header)
        self.left = asyncio.Event()
        """Set when the client has closed its side."""
        self.can_write = asyncio.Event()
        self.can_write.set()

    def send(self, *events: h11.Event) -> None:
        """Send all of it at once: every write is a call of the system, which takes longer than to make an answer."""
        data = b"".join([self.http.send(event) or b"" for event in events])
        if data:
            self.transport.write(data)

    async def drain(self) -> None:
        """Wait until the client has taken enough of what was written. Raises ClientLeftError."""
        await self.can_write.wait()
        if self.transport.is_closing():
            raise ClientLeftError

    async def pause(self, seconds: float) -> None:
        """Raise ClientLeftError as soon as the client closes its side."""
        try:
            async with asyncio.timeout(seconds):
                await self.left.wait()
        except TimeoutError:
            return
        raise ClientLeftError
