"""Work done in slices that several callers may drive: whoever needs it next takes the next slice."""

from collections.abc import Callable, Iterator


class Slices:
    """Runs a generator once, however many iterate over it. After an exception it begins anew."""

    __slots__ = ("_begin", "_steps")

    def __init__(self, begin: Callable[[], Iterator[None]]) -> None:
        self._begin = begin
        self._steps = begin()

    def __iter__(self) -> Iterator[None]:
        while True:
            try:
                next(self._steps)
            except StopIteration:
                return
            except BaseException:
                self._steps = self._begin()
                raise
            yield

    def finish(self) -> None:
        """Do all that is left at once."""
        for _ in self:
            pass
