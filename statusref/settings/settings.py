"""The settings. Each is a typed attribute; an assignment sets the value in QSettings at once."""

from collections.abc import Callable
from enum import Enum
from typing import Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QSettings

from statusref.domain.text import Language
from statusref.settings.options import TEXT_SIZES, Appearance, Closing, CopyFormat, FontChoice

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


class Setting(Generic[T]):
    """A setting, as a descriptor. If ``read`` raises ValueError for the stored value, the default is used."""

    def __init__(self, key: str, default: T, read: Callable[[str], T], write: Callable[[T], str]) -> None:
        self._key = key
        self._default = default
        self._read = read
        self._write = write

    @overload
    def __get__(self, owner: None, owner_type: type["Settings"]) -> "Setting[T]": ...

    @overload
    def __get__(self, owner: "Settings", owner_type: type["Settings"]) -> T: ...

    def __get__(self, owner: "Settings | None", owner_type: type["Settings"]) -> "Setting[T] | T":
        if owner is None:
            return self
        # Values read from an INI file are text, but values not yet written have other types. ``type=str`` makes both
        # text.
        stored = owner.store.value(self._key, "", type=str)
        try:
            return self._read(str(stored)) if stored else self._default
        except ValueError:
            return self._default

    def __set__(self, owner: "Settings", value: T) -> None:
        owner.store.setValue(self._key, self._write(value))


def _choice(key: str, default: E) -> Setting[E]:
    return Setting(key, default, type(default), lambda value: str(value.value))


def _text(key: str) -> Setting[str]:
    return Setting(key, "", str, str)


def _read_language(text: str) -> Language | None:
    return Language(text)


def _read_size(text: str) -> int:
    size = int(text)
    if size not in TEXT_SIZES:
        raise ValueError(text)
    return size


def _read_width(text: str) -> int:
    width = int(text)
    if not 100 <= width <= 2000:
        raise ValueError(text)
    return width


def _read_bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode("ascii")))


class Settings:
    """All settings, and the state of the window. Bookmarks, memos and study are not settings: see ``userdata``."""

    appearance = _choice("appearance", Appearance.SYSTEM)
    language: Setting[Language | None] = Setting(
        "language", None, _read_language, lambda value: value.value if value else ""
    )
    font = _choice("font", FontChoice.BUNDLED)
    text_size: Setting[int] = Setting("text_size", 100, _read_size, str)
    copy_format = _choice("copy_format", CopyFormat.NUMBER_PHRASE)
    closing = _choice("closing", Closing.QUIT)
    told_input_method = _text("told/input_method")
    class_filter = _text("window/class_filter")
    framework = _text("choose/framework")
    lab_tool = _text("lab/tool")
    location = _text("window/location")
    pins = _text("compare/pins")
    geometry: Setting[QByteArray] = Setting(
        "window/geometry", QByteArray(), _read_bytes, lambda value: value.toBase64().toStdString()
    )
    list_width: Setting[int] = Setting("window/list_width", 336, _read_width, str)

    def __init__(self, store: QSettings) -> None:
        self.store = store
