"""Announcements reach screen readers that hear notices alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from viewer.rendering import notices
from viewer.rendering.notices import Notices, notices_needed


@pytest.mark.parametrize(
    ("listened", "needed"),
    [
        ('[(ss) ":1.0", "Object:StateChanged:Showing"]', True),
        ('(ss) ":1.0", "Object:StateChanged:Showing", (ss) ":1.0", "Object:Announcement:"', False),
        ('(ss) ":1.3", "Focus::"', False),
        ("", False),
    ],
)
def test_a_notice_is_shown_to_whoever_hears_no_announcement(listened: str, needed: bool) -> None:
    assert notices_needed(listened) is needed


class Listeners:
    def __init__(self, listened: str) -> None:
        self._listened = listened

    def __repr__(self) -> str:
        return self._listened


def test_a_text_that_came_before_the_answer_is_shown_with_it(
    qapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, QAccessible.Role]] = []

    class Heard:
        Event, Role = QAccessible.Event, QAccessible.Role
        isActive = staticmethod(lambda: True)  # noqa: N815 - Qt's name
        installFactory = staticmethod(QAccessible.installFactory)  # noqa: N815 - Qt's name

        @staticmethod
        def updateAccessibility(event) -> None:  # noqa: N802 - Qt's name
            tree = QAccessible.queryAccessibleInterface(event.object())
            shown.append((tree.text(QAccessible.Text.Name), tree.role()))

    monkeypatch.setattr(notices, "QAccessible", Heard)
    monkeypatch.setattr(Notices, "_ask", lambda self: None)
    said = Notices(qapp)
    assert said.show("第 2 节") is False
    said._on_reply(Listeners("Object:StateChanged:Showing"))  # type: ignore[arg-type]
    assert shown == [("第 2 节", QAccessible.Role.Notification)]
    assert said.show("没有找到") is True
    assert shown[-1][0] == "没有找到"
    said._on_reply(Listeners("Object:StateChanged:Showing Object:Announcement:"))  # type: ignore[arg-type]
    assert said.show("第 3 节") is False
    assert len(shown) == 2
    said._end()
    said.deleteLater()
