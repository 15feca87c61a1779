import os
import subprocess

import pytest

from viewer.commands.qt_census import ask_qt, drawn_text
from viewer.platform import Display


def test_qt_answers_off_screen_where_there_is_no_display() -> None:
    env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    told = ask_qt(env, Display.NONE)
    assert told.stop == ""
    assert told.platform == "offscreen"
    assert told.qt.startswith("6.")
    assert told.screens
    assert told.missing == ()


def test_a_qt_that_aborts_is_a_sentence() -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "no-such-platform"}
    assert ask_qt(env, Display.XCB).stop


def test_a_qt_that_never_answers_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("qt", 60)

    monkeypatch.setattr(subprocess, "run", wait)
    assert "60" in ask_qt({}, Display.XCB).stop


def test_all_that_the_program_says_is_asked_for() -> None:
    text = drawn_text()
    assert set("，。章节原文指标×→80%亿") <= set(text)
    assert len(set(text)) == len(text)
