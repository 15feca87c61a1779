from __future__ import annotations

import pytest

from viewer.design import palette
from viewer.i18n import load
from viewer.model import ViewerError
from viewer.rendering import theme
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style


@pytest.fixture
def style(qapp):
    return Style(load("zh_CN"), palette("light"), choose_faces())


def test_the_rules_of_the_window_come_in_the_colours_of_the_theme(style):
    sheet = theme.style_sheet(style)
    assert f"background: {palette('light').page}" in sheet
    assert "$" not in sheet


def test_a_sheet_that_cannot_be_read_leaves_the_plain_look(style, monkeypatch):
    def unreadable(*_):
        raise ViewerError("disk-failed", path="window.qss", reason="denied")

    monkeypatch.setattr(theme, "resource_text", unreadable)
    assert theme.style_sheet(style) == ""
