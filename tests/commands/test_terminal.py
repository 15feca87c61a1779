"""No word of a file steers the terminal, and what is escaped is JSON still."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forked import Server
from viewer.commands.terminal import escaped_controls

STEERING = ("\x1b", "\x07", "\r", "\x9b", "\u202e", "\u2066", "\x7f")


@pytest.mark.parametrize("character", STEERING)
def test_what_steers_a_terminal_is_shown_as_an_escape(character: str) -> None:
    assert escaped_controls(f"a{character}b") == f"a\\u{ord(character):04x}b"


@given(st.text())
def test_json_says_the_same_and_other_words_stay(text: str) -> None:
    assert json.loads(escaped_controls(json.dumps(text, ensure_ascii=False))) == text
    assert escaped_controls(escaped_controls(text)) == escaped_controls(text)


@pytest.mark.skipif(sys.platform == "win32", reason="such names are none on Windows")
@pytest.mark.parametrize("command", ["check", "figures", "draft", "export"])
def test_a_name_that_steers_never_reaches_the_terminal_raw(
    tmp_path: Path, programs: Server, command: str
) -> None:
    name = tmp_path / "a\x1b]0;title\x07\x9b.txt"
    name.write_text("\x1b[31m全市出台39 份文件。", encoding="utf-8")
    more = ["-o", str(tmp_path / "o.csv")] if command == "export" else []
    for file in (str(name), str(name.with_suffix(".none.txt"))):
        done = programs.run(command, file, *more)
        said = (done.stdout + done.stderr).decode()
        assert said
        assert not set(STEERING) & set(said)
