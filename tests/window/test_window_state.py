"""What is remembered at the end of a window, and what is said where it cannot be."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from viewer.loading import LateProver
from viewer.settings import Settings, load_settings
from viewer.window.appearance import WindowAppearance
from viewer.window.shutdown import Ending
from viewer.window.wiring import Wired, wire


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def settings(file: Path) -> Settings:
    return load_settings(file)


@pytest.fixture
def wired(qtbot, appearance: WindowAppearance, settings: Settings) -> Wired:
    appearance.dress_application()
    wired = wire(appearance, settings, LateProver())
    appearance.changed.emit(appearance.style)
    qtbot.addWidget(wired.window)
    wired.window.show()
    wired.window.actions_by_id["table"].setChecked(True)
    return wired


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nothing can be written while this stands; `undo` gives the disk room again."""

    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", refuse)
    return monkeypatch


def test_a_window_that_closes_writes_down_where_the_reader_was(wired: Wired, file: Path) -> None:
    assert wired.window.close()
    assert json.loads(file.read_text("utf-8"))["table"] is True


def test_settings_that_cannot_be_saved_keep_the_window_open_once_and_say_what_to_do(
    wired: Wired, file: Path, full_disk: pytest.MonkeyPatch
) -> None:
    assert not wired.window.close()
    assert wired.window.isVisible() and wired.window.issues.isVisible()
    said = wired.window.issues.heading.text()
    assert str(file) in said and "No space left" in said and "再关闭" in said
    assert wired.window.close()
    assert not file.exists()


def test_settings_that_can_be_saved_again_are_saved_by_the_second_close(
    wired: Wired, file: Path, full_disk: pytest.MonkeyPatch
) -> None:
    assert not wired.window.close()
    full_disk.undo()
    assert wired.window.close()
    assert json.loads(file.read_text("utf-8"))["table"] is True


def test_the_end_of_the_session_is_not_held_up_by_settings_that_cannot_be_saved(
    qapp,
    wired: Wired,
    file: Path,
    full_disk: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ending = Ending(qapp, wired.window)
    try:
        qapp.commitDataRequest.emit(None)
        assert str(file) in capsys.readouterr().err
        assert wired.window.findChildren(QMessageBox) == []
        assert wired.window.close()
        assert capsys.readouterr().err == ""
    finally:
        ending.stop()
