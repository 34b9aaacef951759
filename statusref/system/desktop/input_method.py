"""Whether Qt can use the input method of the session.

The PySide6 wheel contains Qt's plugin for ibus but none for fcitx. Fcitx understands the ibus protocol too. Without
``QT_IM_MODULE``, Qt on X11 uses no input method, and Hangul cannot be typed. On Wayland the compositor provides it.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

REMEDY = "QT_IM_MODULE=ibus"
_NONE = {"", "none", "local", "compose", "simple"}


def unreachable_input_method(environment: Mapping[str, str], platform: str, plugins: Collection[str]) -> str | None:
    """Return the name of the input method that Qt cannot use, or None if it can use it or there is none.

    ``platform`` is Qt's platform name, ``plugins`` are the names from ``input_plugins``.
    """
    chosen = environment.get("QT_IM_MODULE", "")
    if chosen not in _NONE:
        return None if chosen in {*plugins, "wayland"} else chosen
    if platform != "xcb" or chosen:
        return None
    name = environment.get("XMODIFIERS", "").rpartition("@im=")[2]
    return None if name in _NONE else name


def input_plugins(folder: Path) -> set[str]:
    """Return the names of the input method plugins in Qt's plugin folder."""
    names = (path.stem for path in (folder / "platforminputcontexts").glob("lib*platforminputcontextplugin.so"))
    return {name.removeprefix("lib").removesuffix("platforminputcontextplugin") for name in names}
