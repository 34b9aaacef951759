"""Whether Qt can use the input method of the session.

The PySide6 wheel contains Qt's plugin for ibus but none for fcitx. Fcitx understands the ibus protocol too. Without
``QT_IM_MODULE``, Qt on X11 uses no input method, and Hangul cannot be typed. On Wayland the compositor provides it.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

_NONE = {"", "none", "local", "compose", "simple"}


def remedy(environment: Mapping[str, str]) -> str:
    """Return the setting that makes Qt use ibus. If QT_IM_MODULES is set, Qt ignores QT_IM_MODULE."""
    return "QT_IM_MODULES=ibus" if environment.get("QT_IM_MODULES") else "QT_IM_MODULE=ibus"


def unreachable_input_method(environment: Mapping[str, str], platform: str, plugins: Collection[str]) -> str | None:
    """Return the name of the input method that Qt cannot use, or None if it can use it or there is none.

    ``platform`` is Qt's platform name, ``plugins`` are the names from ``input_plugins``. From the list in
    QT_IM_MODULES, Qt takes the first one that it has a plugin for.
    """
    wanted = environment.get("QT_IM_MODULES") or environment.get("QT_IM_MODULE", "")
    chosen = [name for name in wanted.split(";") if name not in _NONE]
    if chosen:
        if "wayland" in chosen and platform != "xcb":
            return None
        others = [name for name in chosen if name != "wayland"]
        return None if not others or set(plugins).intersection(others) else others[0]
    if platform != "xcb" or wanted:
        return None
    name = environment.get("XMODIFIERS", "").rpartition("@im=")[2]
    return None if name in _NONE else name


def input_plugins(folder: Path) -> set[str]:
    """Return the names of the input method plugins in Qt's plugin folder."""
    names = (path.stem for path in (folder / "platforminputcontexts").glob("lib*platforminputcontextplugin.so"))
    return {name.removeprefix("lib").removesuffix("platforminputcontextplugin") for name in names}
