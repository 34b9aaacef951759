"""Settings: types, defaults, and files that were edited or damaged."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from statusref.domain.text import Language
from statusref.settings.options import TEXT_SIZES, Appearance, Closing, CopyFormat, FontChoice
from statusref.settings.settings import Settings
from statusref.settings.store import open_store

DEFAULTS: dict[str, object] = {
    "appearance": Appearance.SYSTEM,
    "language": None,
    "font": FontChoice.BUNDLED,
    "text_size": 100,
    "copy_format": CopyFormat.NUMBER_PHRASE,
    "closing": Closing.QUIT,
    "told_input_method": "",
    "class_filter": "",
    "location": "",
    "framework": "",
    "lab_tool": "",
    "pins": "",
    "geometry": QByteArray(),
    "list_width": 336,
}
CHANGED: dict[str, object] = {
    "appearance": Appearance.DARK,
    "language": Language.KOREAN,
    "font": FontChoice.SYSTEM,
    "text_size": 150,
    "copy_format": CopyFormat.FULL,
    "closing": Closing.STAY,
    "told_input_method": "fcitx",
    "class_filter": "4xx",
    "location": "code:404",
    "framework": "spring",
    "lab_tool": "httpie",
    "pins": "404,curl-52",
    "geometry": QByteArray(b"\x00\x01\xff=;\n[x]"),
    "list_width": 420,
}

Opener = Callable[[], Settings]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "statusref" / "settings.ini"


@pytest.fixture
def fresh(path: Path) -> Opener:
    """Open the file as the next run does."""

    def open_again() -> Settings:
        store, broken = open_store(path)
        assert broken is None
        return Settings(store)

    return open_again


def values(settings: Settings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in DEFAULTS}


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_without_a_file_everything_has_its_default(fresh: Opener, path: Path) -> None:
    assert values(fresh()) == DEFAULTS
    assert not path.exists()


@pytest.mark.parametrize("name", CHANGED)
def test_what_is_set_is_there_in_the_next_run_with_its_type(fresh: Opener, name: str) -> None:
    settings = fresh()
    setattr(settings, name, CHANGED[name])
    assert getattr(settings, name) == CHANGED[name]
    settings.store.sync()
    again = fresh()
    assert values(again) == DEFAULTS | {name: CHANGED[name]}
    assert type(getattr(again, name)) is type(CHANGED[name])


def test_language_can_be_left_to_the_system_again(fresh: Opener) -> None:
    settings = fresh()
    settings.language = Language.ENGLISH
    settings.language = None
    settings.store.sync()
    assert fresh().language is None


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_text_size_on_offer_is_kept(fresh: Opener, size: int) -> None:
    settings = fresh()
    settings.text_size = size
    settings.store.sync()
    assert fresh().text_size == size


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("appearance=purple", "appearance"),
        ("appearance=", "appearance"),
        ("language=fr", "language"),
        ("font=Comic Sans", "font"),
        ("copy_format=0", "copy_format"),
        ("closing=ask", "closing"),
        ("text_size=37", "text_size"),
        ("text_size=100000", "text_size"),
        ("text_size=-100", "text_size"),
        ("text_size=large", "text_size"),
        ("text_size=@Invalid()", "text_size"),
        ("text_size=@Variant(\\0\\0)", "text_size"),
        ("[window]\nlist_width=wide", "list_width"),
        ("[window]\nlist_width=1e3", "list_width"),
        ("[window]\nlist_width=-50", "list_width"),
        ("[window]\nlist_width=99999999999999", "list_width"),
        ("[window]\ngeometry=한글", "geometry"),
    ],
)
def test_a_value_that_cannot_be_counts_as_not_set(fresh: Opener, path: Path, line: str, name: str) -> None:
    write(path, f"[General]\n{line}\n")
    assert getattr(fresh(), name) == DEFAULTS[name]


def test_a_wrong_value_does_no_harm_to_the_others(fresh: Opener, path: Path) -> None:
    write(path, "[General]\nappearance=purple\ntext_size=125\nunknown=kept\n")
    settings = fresh()
    assert (settings.appearance, settings.text_size) == (Appearance.SYSTEM, 125)
    settings.appearance = Appearance.LIGHT
    settings.store.sync()
    assert "unknown=kept" in path.read_text()


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 8,
        b"\x89PNG\r\n\x1a\n" + bytes(range(64)),
        b"[General]\ntext_size=125\n\xff\xfe\xfa",
        b"\0" * 4096,
        b"this is a letter\nand no settings file\n",
        "[General]\ntext_size=125\n".encode("utf-16"),
    ],
    ids=["random bytes", "a picture", "not UTF-8", "zeros", "a letter", "UTF-16"],
)
def test_a_damaged_file_is_set_aside_and_the_defaults_are_used(path: Path, content: bytes) -> None:
    write(path, content)
    store, broken = open_store(path)
    assert broken == path.with_name("settings.ini.broken")
    assert broken.read_bytes() == content
    assert not path.exists()
    settings = Settings(store)
    assert values(settings) == DEFAULTS
    settings.text_size = 125
    store.sync()
    store, broken = open_store(path)
    assert (broken, Settings(store).text_size) == (None, 125)


def test_a_second_damaged_file_takes_the_place_of_the_first(path: Path) -> None:
    write(path, b"\xff one")
    open_store(path)
    path.write_bytes(b"\xff two")
    _, broken = open_store(path)
    assert broken is not None
    assert broken.read_bytes() == b"\xff two"


@pytest.mark.parametrize(
    "content", ["", "\n", "; a comment\n[General]\n\ntext_size=100\n", "[General]\r\ntext_size=100\r\n"]
)
def test_a_file_that_is_merely_short_is_not_damaged(path: Path, content: str) -> None:
    write(path, content)
    _, broken = open_store(path)
    assert broken is None
    assert path.exists()


def test_what_is_written_is_never_taken_for_damage(fresh: Opener) -> None:
    """The file that the window writes must not be taken for a damaged one in the next run."""
    settings = fresh()
    for name, value in CHANGED.items():
        setattr(settings, name, value)
    settings.location = 'query:한글 \n \t = ; [x] \x00 " %2F'
    settings.store.sync()
    assert fresh().text_size == 150


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_folder_that_cannot_be_written_keeps_the_settings_in_memory(path: Path) -> None:
    store, broken = open_store(Path(os.devnull) / "settings.ini")
    assert broken is None
    settings = Settings(store)
    assert values(settings) == DEFAULTS
    settings.text_size = 125
    settings.appearance = Appearance.DARK
    assert (settings.text_size, settings.appearance) == (125, Appearance.DARK)
    store.sync()
    assert settings.text_size == 125


def test_two_settings_never_share_a_key() -> None:
    keys = [vars(Settings)[name]._key for name in DEFAULTS]
    assert len(set(keys)) == len(keys)
    assert {name for name, value in vars(Settings).items() if type(value).__name__ == "Setting"} == DEFAULTS.keys()


def test_a_store_is_an_ini_file_on_every_system(path: Path) -> None:
    store, _ = open_store(path)
    assert store.format() == QSettings.Format.IniFormat
    assert Path(store.fileName()) == path
