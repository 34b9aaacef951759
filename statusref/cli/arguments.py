"""Sorts the arguments of a command into plain ones and options, and reads the values of the options.

Written by hand because argparse would cost every start 4-8 ms, and because its usage errors are several lines.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeVar

from statusref.domain.text import Language

E = TypeVar("E", bound=Enum)

_MIN_SIDE, _MAX_SIDE = 200, 8192
_MIN_SCALE, _MAX_SCALE = 0.5, 4.0


class UsageError(Exception):
    """The arguments cannot be understood. ``key`` is the key of the message, ``values`` fill in its placeholders."""

    def __init__(self, reason: str, **values: str) -> None:
        self.key = f"cli.usage.{reason}"
        self.values = values
        super().__init__(f"{self.key} {values}")


class Arguments:
    """The arguments after a command, sorted into plain ones and options.

    ``options`` holds for each known option whether it takes a value. Raises UsageError.
    """

    def __init__(self, command: str, arguments: Sequence[str], options: Mapping[str, bool]) -> None:
        self.command = command
        self.plain: list[str] = []
        self.options: dict[str, str] = {}
        rest = iter(arguments)
        for word in rest:
            if word == "--":
                self.plain.extend(rest)
            elif word[:1] != "-" or word == "-" or word[1].isdecimal():
                self.plain.append(word)
            else:
                name, equals, value = word.partition("=")
                if name not in options:
                    raise UsageError("unknown_option", option=name)
                if not options[name] and equals:
                    raise UsageError("unwanted_value", option=name)
                if options[name] and not equals:
                    value = next(rest, "")
                if options[name] and not value:
                    raise UsageError("missing_value", option=name)
                self.options[name] = value

    def only_one(self, name: str) -> str:
        """Return the plain argument called ``name``, which must be the only one."""
        if not self.plain:
            raise UsageError("missing_argument", command=self.command, argument=name)
        if len(self.plain) > 1:
            raise UsageError("extra_argument", command=self.command, argument=self.plain[1])
        return self.plain[0]

    def choice(self, option: str, enum: type[E]) -> E | None:
        value = self.one_of(option, [str(member.value) for member in enum])
        return None if value is None else enum(value)

    def one_of(self, option: str, allowed: Sequence[str]) -> str | None:
        value = self.options.get(option)
        if value is not None and value not in allowed:
            raise UsageError("bad_choice", option=option, value=value, allowed=", ".join(allowed))
        return value

    def language(self, default: Language) -> Language:
        return self.choice("--lang", Language) or default

    def whole(self, option: str, default: str, most: int) -> int:
        """Return the value of an option, a whole number from 1 to ``most``."""
        value = self.options.get(option, default)
        number = _whole(value)
        if number is None or not 1 <= number <= most:
            raise UsageError("bad_number", option=option, value=value, low="1", high=str(most))
        return number

    def size(self) -> tuple[int, int] | None:
        value = self.options.get("--size")
        if value is None:
            return None
        width, height = (_whole(side) or 0 for side in value.lower().partition("x")[::2])
        if not (_MIN_SIDE <= width <= _MAX_SIDE and _MIN_SIDE <= height <= _MAX_SIDE):
            raise UsageError("bad_size", option="--size", value=value, low=str(_MIN_SIDE), high=str(_MAX_SIDE))
        return width, height

    def scale(self) -> float:
        value = self.options.get("--scale", "1")
        try:
            scale = float(value)
        except ValueError:
            scale = 0.0
        if not _MIN_SCALE <= scale <= _MAX_SCALE:  # also true of nan
            raise UsageError("bad_scale", option="--scale", value=value, low=str(_MIN_SCALE), high=str(_MAX_SCALE))
        return scale

    def base(self) -> str:
        """Return the address of a site, with a slash at its end; empty if none is named."""
        value = self.options.get("--base", "")
        scheme, _, host = value.partition("://")
        if value and (scheme not in {"http", "https"} or not host or not value.isprintable() or " " in value):
            raise UsageError("bad_base", option="--base", value=value)
        return f"{value.rstrip('/')}/" if value else ""


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
