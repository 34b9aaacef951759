"""Starts as the window does and prints as JSON what came of it. ``test_quick_start`` runs it as a process.

Arguments: the cache folder, and what to tell: ``modules`` (which came from the kept file, and which are loaded),
``enums`` (all of QtCore, QtGui and QtWidgets), ``mistakes`` (what PySide6 says of wrong arguments, and its help),
``times`` (what is made of a time) or ``picture`` (the bytes of a page).
"""

import enum
import json
import os
import pickle
import re
import sys
import warnings
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from statusref.app.quick_start.start import import_window
from statusref.cli.requests import ScreenshotCommand
from statusref.domain.text import Language


def enums() -> Iterator[Any]:
    seen: set[Any] = set()
    for module in ("QtCore", "QtGui", "QtWidgets"):
        found = import_module(f"PySide6.{module}")
        # PySide makes a class when its name is first used. The stubs have all names.
        stub = Path(str(found.__file__)).with_name(f"{module}.pyi").read_text("utf-8")
        for owner in (getattr(found, name) for name in re.findall(r"^class (Q\w+)", stub, re.MULTILINE)):
            inner = (getattr(owner, name, None) for name in sorted(dir(owner))) if isinstance(owner, type) else ()
            for thing in (owner, *inner):
                if isinstance(thing, enum.EnumType) and thing not in seen and thing.__module__.startswith("PySide6"):
                    seen.add(thing)
                    yield thing


def described(kind: Any) -> list[Any]:
    """Return what can be seen of an enum: its names, values, order, aliases, and for flags what is made of them."""
    members = kind.__members__
    shown: list[Any] = [
        kind.__module__,
        kind.__qualname__,
        [base.__name__ for base in kind.__mro__],
        repr(kind),
        [
            (name, member.name, member.value, repr(member), str(member), hash(member))
            for name, member in members.items()
        ],
        [member.name for member in kind],
        [kind(member.value) is member for member in kind],
        [getattr(kind, name) is member for name, member in members.items()],
        sorted(dir(kind)),
        sorted(name for name in vars(kind) if name not in {"__dict__", "__weakref__", "__doc__", "_missing_"}),
        len(kind),
    ]
    if issubclass(kind, enum.Flag) and len(kind) > 1:
        first, *_, last = kind
        shown += [repr(first | last), repr(~first), [member.name for member in first | last], repr(kind(0))]
    return shown


def mistakes() -> Iterator[str]:
    core: Any = import_module("PySide6.QtCore")
    for mistake in ("QPoint('x', [])", "QPoint(1, 2).setX('a')", "QObject.nothing"):
        try:
            eval(mistake, vars(core))
        except (TypeError, AttributeError) as error:
            yield repr(error)
    yield core.QPoint.__doc__
    yield core.QPoint.setX.__doc__
    signature = import_module("PySide6.support.signature")
    yield str(signature.get_signature(core.QPoint.setX))
    yield signature.lib.pyi_generator.Formatter.__name__
    yield repr(getattr(signature.layout, "nothing", None))
    yield import_module("inspect").getsource(Path.joinpath)


def times() -> Iterator[str]:
    dates: Any = import_module("datetime")
    for name in ("MINYEAR", "MAXYEAR", "UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo"):
        yield repr(getattr(dates, name))
    moment = dates.datetime(2026, 2, 28, 23, 59, 30, tzinfo=dates.UTC) + dates.timedelta(minutes=1)
    yield moment.isoformat()
    yield repr(pickle.loads(pickle.dumps(moment)))
    yield repr(dates.datetime.strptime("1 Mar 2026", "%d %b %Y"))
    core: Any = import_module("PySide6.QtCore")
    yield repr(core.QDateTime(moment).toPython())


def main() -> None:
    cache, wanted = Path(sys.argv[1]), sys.argv[2]
    save = import_window(os.environ, cache)
    save()
    if wanted == "modules":
        window = [name for name in sys.modules if name.startswith("statusref.")]
        kept = [name for name in window if type(sys.modules[name].__loader__).__name__ == "KeptModules"]
        told: Any = {"window": window, "kept": kept, "all": list(sys.modules)}
    elif wanted == "enums":
        warnings.simplefilter("ignore")
        told = [described(kind) for kind in enums()]
    elif wanted == "mistakes":
        told = list(mistakes())
    elif wanted == "times":
        told = list(times())
    else:
        picture = cache / "picture.png"
        command = ScreenshotCommand(str(picture), Language.KOREAN, code="503")
        assert import_module("statusref.app.window_command").take_screenshot(command) == 0
        told = picture.read_bytes().hex()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
