"""Work in slices that several callers may run: each caller continues where the last one stopped."""

from collections.abc import Callable, Iterator

_FREED = 5000


class Slices:
    """Runs a generator once, however many callers iterate over it. After an exception it starts again."""

    __slots__ = ("_start", "_steps")

    def __init__(self, start: Callable[[], Iterator[None]]) -> None:
        self._start = start
        self._steps = start()

    def __iter__(self) -> Iterator[None]:
        while True:
            try:
                next(self._steps)
            except StopIteration:
                return
            except BaseException:
                self._steps = self._start()
                raise
            yield

    def finish(self) -> None:
        """Run all remaining slices at once."""
        for _ in self:
            pass


def emptied(things: set[str]) -> Iterator[None]:
    """Empty a set in slices. To free a large one at once would be a long slice."""
    while things:
        for _ in range(min(_FREED, len(things))):
            things.pop()
        yield
