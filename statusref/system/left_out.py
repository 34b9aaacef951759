"""Leaves out modules that others import and hardly ever use.

A module of the standard library takes some 100 KB and a millisecond. Some are imported only for a case that does not
occur here, such as ``ipaddress`` by ``urllib.parse``, for addresses in brackets.
"""

import sys
from types import ModuleType


class left_out:  # noqa: N801 (a statement: with left_out("ipaddress"): ...)
    """While the body of the ``with`` imports these modules, it gets stand-ins for them.

    A stand-in has everything that the module has, and loads it when that is asked for. Modules that are loaded already
    stay. After the ``with`` every import finds the real module.
    """

    def __init__(self, *names: str) -> None:
        self._names = names

    def __enter__(self) -> None:
        for name in self._names:
            sys.modules.setdefault(name, StandIn(name))

    def __exit__(self, *_error: object) -> None:
        for name in self._names:
            _let_go(name)


class StandIn(ModuleType):
    """Stands for the module of its name."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        _let_go(self.__name__)
        return getattr(__import__(self.__name__), name)


def _let_go(name: str) -> None:
    if isinstance(sys.modules.get(name), StandIn):
        del sys.modules[name]
