"""Makes the enums that PySide6 asks for in a third of the time that Python's ``enum`` takes.

A start of the window makes some 230 of them, with 3 300 members. Python allows much for a member that PySide6 never
uses, and looks for it each time. Here a class is copied from an enum without members, which Python made, and members
that are plain whole numbers are entered in it. Whatever is not plain is left to Python. The steps are those of
``enum._proto_member.__set_name__`` in CPython 3.11 to 3.13; a test compares the results.
"""

import enum
from collections.abc import Callable
from typing import Any, NamedTuple

_FILLED = frozenset({"_member_names_", "_member_map_", "_value2member_map_"})
"""The containers of an enum that a member with a whole number is entered in."""
_EMPTY = frozenset({"_unhashable_values_", "_unhashable_values_map_"})
"""Those that such a member leaves alone."""


class _Base(NamedTuple):
    """What all enums of one base class have in common."""

    namespace: dict[str, Any]
    names: frozenset[str]
    """The names that the base classes use themselves. A member of such a name is not plain."""
    flag: bool
    new: Callable[..., Any]
    takes_value: bool


def use_quick_enums() -> Callable[[], None]:
    """Make enums the quick way from now on, wherever that gives the same. Return what ends it."""
    stock = enum.EnumType._create_  # type: ignore[attr-defined]
    bases: dict[tuple[Any, Any], _Base | None] = {}

    def create(cls: Any, class_name: str, names: Any, **options: Any) -> Any:
        """Stands for ``EnumType._create_``, which makes an enum from a list of names and values."""
        key = (cls, options.get("boundary"))
        if key not in bases:
            bases[key] = _base_of(stock(cls, "Base", (), module="", boundary=key[1]))
        base = bases[key]
        members = dict(names) if names.__class__ is list else {}
        if base is None or not members or not _are_plain(members, names, base) or options.get("type") is not None:
            return stock(cls, class_name, names, **options)
        return _make(cls, class_name, members, base)

    enum.EnumType._create_ = create  # type: ignore[attr-defined]

    def end() -> None:
        enum.EnumType._create_ = stock  # type: ignore[attr-defined]

    return end


def _base_of(empty: Any) -> _Base | None:
    """Return what can be copied from an enum without members; None if it has containers that are not known here."""
    namespace = {name: value for name, value in vars(empty).items() if name not in {"__dict__", "__weakref__"}}
    containers = {name for name, value in namespace.items() if value.__class__ in {list, dict}}
    if not _FILLED <= containers <= _FILLED | _EMPTY:
        return None
    return _Base(
        namespace,
        frozenset(name for kind in empty.__mro__ for name in vars(kind)),
        issubclass(empty, enum.Flag),
        empty._new_member_,
        empty._use_args_,
    )


def _are_plain(members: dict[Any, Any], names: list[Any], base: _Base) -> bool:
    return (
        len(members) == len(names)
        and base.names.isdisjoint(members)
        and all(name.__class__ is str and name[0] != "_" for name in members)
        and all(value.__class__ is int for value in members.values())
    )


def _make(cls: Any, class_name: str, members: dict[str, int], base: _Base) -> Any:
    namespace = {name: value.copy() if name in _EMPTY else value for name, value in base.namespace.items()}
    canonical: list[str] = []
    by_name: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    namespace.update(_member_names_=canonical, _member_map_=by_name, _value2member_map_=by_value)
    made: Any = type.__new__(cls.__class__, class_name, (cls,), namespace)
    new, takes_value, flag = base.new, base.takes_value, base.flag
    mask = single_bits = 0
    for name, value in members.items():
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if takes_value else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(canonical)
            if not flag:
                canonical.append(name)
            elif value > 0 and not value & (value - 1):
                single_bits |= value
                canonical.append(name)
            mask |= value
        by_name[name] = member
        type.__setattr__(made, name, member)
    if flag:
        made._flag_mask_ = mask
        made._singles_mask_ = single_bits
        made._all_bits_ = 2 ** mask.bit_length() - 1
        values = [by_name[name]._value_ for name in canonical]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_
    return made
