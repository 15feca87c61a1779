from __future__ import annotations

import os

import pytest

from viewer.platform.x11_monitors import open_monitors


def test_without_a_server_there_is_nothing_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987654")
    assert open_monitors() is None


@pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="no X server")
def test_the_monitors_of_the_server_have_names_and_sizes() -> None:
    monitors = open_monitors()
    assert monitors is not None
    assert monitors.descriptor >= 0
    found = monitors.read()
    assert found
    assert all(one.name and one.width > 0 and one.height > 0 for one in found)
    assert monitors.read() == found
    monitors.drain()
    assert monitors.drain() is False
