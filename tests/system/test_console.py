"""Consoles, keys, fonts and language, as each system has them."""

import errno

import pytest

from statusref.domain.text import Language
from statusref.system.console import is_closed_pipe, text_of
from statusref.system.fonts import fixed_width_families
from statusref.system.keys import key_name
from statusref.system.language import messages_locale


def test_a_pipe_that_its_reader_closed() -> None:
    assert is_closed_pipe(BrokenPipeError(), "linux")
    assert is_closed_pipe(OSError(errno.EINVAL, "invalid argument"), "win32")
    assert not is_closed_pipe(OSError(errno.EINVAL, "invalid argument"), "linux")
    assert not is_closed_pipe(OSError(errno.ENOSPC, "full"), "win32")


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_a_korean_line_is_read_as_it_was_typed(encoding: str) -> None:
    assert text_of("속도 제한 429\n".encode(encoding), "cp949") == "속도 제한 429\n"
    assert text_of(b"\xff\xff", "cp949") == "\ufffd\ufffd"


@pytest.mark.parametrize(
    ("keys", "mac"),
    [
        ("Ctrl+K", "⌘K"),
        ("Ctrl+Shift+L", "⇧⌘L"),
        ("Alt+←", "⌥←"),
        ("Ctrl++", "⌘+"),
        ("Ctrl+,", "⌘,"),
        ("Shift+F3", "⇧F3"),
        ("Esc", "Esc"),
        ("+", "+"),
        ("", ""),
    ],
)
def test_keys_are_written_as_the_system_writes_them(keys: str, mac: str) -> None:
    assert key_name(keys, "darwin") == mac
    assert key_name(keys, "linux") == key_name(keys, "win32") == keys


@pytest.mark.parametrize(
    ("environment", "platform", "language"),
    [
        ({}, "win32", Language.KOREAN),
        ({"LANG": "en_US.UTF-8"}, "win32", Language.ENGLISH),
        ({}, "linux", Language.ENGLISH),
        ({"LANG": "ko_KR.UTF-8"}, "darwin", Language.KOREAN),
        ({"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, "linux", Language.ENGLISH),
        ({"LC_ALL": "", "LC_MESSAGES": "ko_KR"}, "linux", Language.KOREAN),
    ],
)
def test_the_language_of_the_system(environment: dict[str, str], platform: str, language: Language) -> None:
    """Windows has no such variables; its own answer is asked for."""
    assert Language.from_locale(messages_locale(environment, platform, lambda: "Korean_Korea.949")) is language


def test_code_is_not_shown_in_courier_new() -> None:
    assert fixed_width_families("win32")
    assert fixed_width_families("darwin")
    assert fixed_width_families("linux") == (), "fontconfig knows what the user wants"
