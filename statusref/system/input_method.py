"""Whether the session's input method can reach this program.

PySide6's wheel brings Qt's plugin for ibus and none for fcitx, which however answers ibus's protocol as well. Without
``QT_IM_MODULE`` Qt composes by itself on X11, and no Hangul arrives; on Wayland the compositor passes it on.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

REMEDY = "QT_IM_MODULE=ibus"
_NONE = {"", "none", "local", "compose", "simple"}


def unreachable_input_method(environment: Mapping[str, str], platform: str, plugins: Collection[str]) -> str | None:
    """Return the name of the input method that Qt has no way to, or None if all is well or there is none.

    ``platform`` is Qt's platform name, ``plugins`` what ``input_plugins`` found.
    """
    chosen = environment.get("QT_IM_MODULE", "")
    if chosen not in _NONE:
        return None if chosen in {*plugins, "wayland"} else chosen
    if platform != "xcb" or chosen:
        return None
    name = environment.get("XMODIFIERS", "").rpartition("@im=")[2]
    return None if name in _NONE else name


def input_plugins(folder: Path) -> set[str]:
    """Return the names of the input-context plugins under Qt's plugin folder."""
    names = (path.stem for path in (folder / "platforminputcontexts").glob("lib*platforminputcontextplugin.so"))
    return {name.removeprefix("lib").removesuffix("platforminputcontextplugin") for name in names}
