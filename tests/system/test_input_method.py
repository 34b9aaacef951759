"""The warning that the session's input method has no way to the window."""

import pytest

from statusref.system.desktop.input_method import remedy, unreachable_input_method

PLUGINS = {"ibus", "compose"}


@pytest.mark.parametrize(
    ("environment", "platform", "named"),
    [
        ({}, "xcb", None),
        ({"XMODIFIERS": "@im=fcitx"}, "xcb", "fcitx"),
        ({"XMODIFIERS": "@im=fcitx"}, "wayland", None),
        ({"QT_IM_MODULE": "fcitx"}, "xcb", "fcitx"),
        ({"QT_IM_MODULE": "ibus"}, "xcb", None),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus"}, "wayland", None),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus", "QT_IM_MODULE": "fcitx"}, "xcb", None),
        ({"QT_IM_MODULES": "wayland;fcitx"}, "xcb", "fcitx"),
        ({"QT_IM_MODULES": "wayland;fcitx"}, "wayland", None),
        ({"QT_IM_MODULES": "none", "XMODIFIERS": "@im=fcitx"}, "xcb", None),
    ],
)
def test_an_input_method_without_a_way(environment: dict[str, str], platform: str, named: str | None) -> None:
    assert unreachable_input_method(environment, platform, PLUGINS) == named


def test_the_remedy_is_what_qt_looks_at() -> None:
    assert remedy({"QT_IM_MODULE": "fcitx"}) == "QT_IM_MODULE=ibus"
    assert remedy({"QT_IM_MODULES": "wayland;fcitx"}) == "QT_IM_MODULES=ibus"
