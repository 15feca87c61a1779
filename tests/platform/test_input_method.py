"""Chinese can be typed where the desktop names an input method that Qt has no plugin for."""

import pytest

from viewer.platform.input_method import input_method_for, plugins

WHEEL = frozenset({"ibus", "compose", "qtvirtualkeyboard"})
PORTAL = {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


@pytest.mark.parametrize(
    ("env", "there", "chosen"),
    [
        ({"QT_IM_MODULE": "fcitx"}, WHEEL, PORTAL),
        ({"QT_IM_MODULE": "fcitx5"}, WHEEL, PORTAL),
        ({"QT_IM_MODULES": "wayland;fcitx"}, WHEEL, {}),
        ({"QT_IM_MODULES": "fcitx", "QT_IM_MODULE": "x"}, WHEEL, {**PORTAL, "QT_IM_MODULES": ""}),
        ({"QT_IM_MODULE": "fcitx"}, WHEEL | {"fcitx"}, {}),
        ({"QT_IM_MODULE": "ibus"}, WHEEL, {}),
        ({"QT_IM_MODULE": "fcitx"}, frozenset({"compose"}), {}),
        ({}, WHEEL, {}),
    ],
)
def test_the_portal_is_taken_where_the_named_plugin_is_missing(env, there, chosen) -> None:
    assert input_method_for(env, "linux", there) == chosen


def test_other_systems_choose_by_themselves() -> None:
    assert input_method_for({"QT_IM_MODULE": "fcitx"}, "win32", WHEEL) == {}


def test_the_wheel_of_qt_brings_ibus_and_no_fcitx() -> None:
    assert "ibus" in plugins()
    assert "fcitx5" not in plugins()
