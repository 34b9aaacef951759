"""Patterns that are compiled when they are first used: compiling all of them would make every start slower."""

import re
from collections.abc import Callable, Iterator
from typing import Any, AnyStr, Generic

_METHODS = frozenset({"findall", "finditer", "fullmatch", "match", "search", "sub"})


class LazyPattern(Generic[AnyStr]):
    """A pattern with the methods of a compiled one that this room needs."""

    findall: Callable[..., list[Any]]
    finditer: Callable[..., Iterator[re.Match[AnyStr]]]
    fullmatch: Callable[..., re.Match[AnyStr] | None]
    match: Callable[..., re.Match[AnyStr] | None]
    search: Callable[..., re.Match[AnyStr] | None]
    sub: Callable[..., AnyStr]

    def __init__(self, pattern: AnyStr, flags: int = 0) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile when a method is first used. After that the methods are attributes, and this is not called again."""
        if name not in _METHODS:
            raise AttributeError(name)
        self.compile()
        return self.__dict__[name]

    def compile(self) -> None:
        """Compile now, so that the first use is fast."""
        compiled = re.compile(self.pattern, self._flags)
        for name in _METHODS:
            setattr(self, name, getattr(compiled, name))
