from __future__ import annotations

import sys

import pytest
from PySide6.QtDBus import QDBusVariant

from viewer.rendering import less_motion as asked


class Bus:
    """A desktop with some settings."""

    def __init__(self, *values: object) -> None:
        self.values = dict(zip(("reduced-motion", "enable-animations"), values, strict=False))


@pytest.mark.parametrize(
    ("values", "less"),
    [((1, True), True), ((0, False), True), ((0, True), False), ((None, None), False)],
)
def test_a_linux_desktop_is_asked(
    monkeypatch: pytest.MonkeyPatch, values: tuple[object, object], less: bool
) -> None:
    bus = Bus(*values)
    monkeypatch.setattr(asked, "_desktop", lambda: bus)
    monkeypatch.setattr(asked, "_value", lambda bus, space, name: bus.values[name])
    monkeypatch.setattr(sys, "platform", "linux")
    assert asked.less_motion() is less


def test_a_portal_that_knows_only_the_older_question_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(bus: object, method: str, space: str, name: str) -> object:
        told = {"enable-animations": QDBusVariant(QDBusVariant(False))}
        return told.get(name) if method == "Read" else None

    monkeypatch.setattr(asked, "_desktop", Bus)
    monkeypatch.setattr(asked, "answer", answer)
    monkeypatch.setattr(sys, "platform", "linux")
    assert asked.less_motion() is True


def test_where_nothing_can_be_asked_motion_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "_desktop", lambda: None)
    for system in ("linux", "win32", "darwin"):
        monkeypatch.setattr(sys, "platform", system)
        assert asked.less_motion() is False
