from __future__ import annotations

import pytest

from viewer.i18n import load
from viewer.talk import KEYS, Command, command_of, face, markdown
from viewer.talk.keys import normalized_key


def test_no_key_has_two_meanings() -> None:
    keys = [key for row in KEYS for key in row.keys]
    assert len(keys) == len(set(keys))


def test_no_command_has_two_rows() -> None:
    commands = [row.command for row in KEYS]
    assert len(commands) == len(set(commands))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_command_is_named_in_both_languages(language: str) -> None:
    words = load(language)
    assert [row.command for row in KEYS if words(row.words) == row.words] == []


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("PgDown", Command.NEXT),
        ("PgUp", Command.PREVIOUS),
        ("b", Command.BLACK),
        (".", Command.BLACK),
        ("。", Command.BLACK),
        ("，", Command.WHITE),
        ("ｂ", Command.BLACK),
        ("ｚ", Command.ZOOM),
        ("Ｘ", Command.SWAP),
        ("＋", Command.BIGGER),
        ("－", Command.SMALLER),
        ("？", Command.HELP),
        ("Enter", Command.NEXT),
        ("F5", Command.STAY),
        ("Esc", Command.PEEL),
        ("Shift+Tab", Command.OVERVIEW),
        ("Ctrl+T", Command.CLOCK_RESET),
    ],
)
def test_what_clickers_and_input_methods_send_is_understood(key: str, command: Command) -> None:
    assert command_of(key) is command


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("０", "0"),
        ("９", "9"),
        ("Ａ", "A"),
        ("ａ", "A"),
        ("ｚ", "Z"),
        # what stands beside them among the full-width forms is no key
        ("／", "／"),
        ("：", "："),
        ("＠", "＠"),
        ("｛", "｛"),
        ("Home", "Home"),
    ],
)
def test_full_width_digits_and_letters_are_the_keys_that_were_meant(key: str, name: str) -> None:
    assert normalized_key(key) == name


def test_the_foot_of_the_console_hints_at_what_a_presenter_needs_most() -> None:
    assert [row.keys[0] for row in KEYS if row.hint] == [
        *("Right", "Left", "Down", "Ctrl+PgDown", "G", "O", "B", "F", "L", "S", "Z", "V"),
        *("X", "T", "Q", "?", "Esc"),
    ]


def test_other_keys_mean_nothing() -> None:
    assert [command_of(key) for key in ("Y", "Ctrl+J", "F9", "VolumeUp", "")] == [None] * 5


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("PgDown", "PgDn"),
        ("Ctrl+PgDown", "Ctrl PgDn"),
        ("Ctrl+Shift+C", "Ctrl Shift C"),
        ("Ctrl++", "Ctrl +"),
        ("Ctrl+-", "Ctrl -"),
        ("+", "+"),
        ("Alt+Left", "Alt ←"),
    ],
)
def test_a_key_cap_is_short(key: str, shown: str) -> None:
    assert face(key) == shown


def test_the_table_for_the_manual_has_a_row_for_each_command() -> None:
    table = markdown(load("en")).splitlines()
    assert len(table) == len(KEYS) + 2
    assert "| Ctrl PgDn | Next section |" in table


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_hint_on_the_console_is_in_words(language: str) -> None:
    words = load(language)
    keys = [f"present.hint.{row.command}" for row in KEYS if row.hint]
    assert [key for key in keys if words(key) == key] == []
