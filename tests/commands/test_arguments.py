"""Arguments that are wrong are told in the language of the reader, all of it."""

from __future__ import annotations

import argparse
import ast
import inspect
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from viewer import cli

FIELD = re.compile(r"%\((\w+)\)")

WRONG = (
    ("check",),
    ("check", "--bogus", "x"),
    ("check", "--format", "xml", "x"),
    ("check", "--json", "--format", "sarif", "x"),
    ("check", "--format"),
    ("export", "x"),
    ("export", "x", "-o", "y", "--scale", "3"),
    ("export", "x", "-o", "y", "--width", "wide"),
    ("schema", "x"),
    ("doctor", "x"),
    ("--bogus",),
    ("--minutes", "0"),
    ("--until", "25:00"),
    ("--until", "half past four"),
    ("--theme", "pink"),
    ("a", "b"),
)


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_a_wrong_call_is_one_line_without_a_word_of_the_parsers_own(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.app.gc.disable", lambda: None)
    assert cli.main([*words, "--language", "zh_CN"]) == cli.CANNOT
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    reason = told.partition("（")[2].partition("）。用法")[0]
    assert re.search("[一-鿿]", reason)
    assert not re.search("argument|invalid|choose|following|expected|allowed", reason)
    assert cli.main([*words, "--language", "en"]) == cli.CANNOT
    english = capsys.readouterr().err
    assert len(english.splitlines()) == 1
    assert not re.search("[一-鿿]|invalid|the following arguments|expected", english)


@pytest.mark.parametrize("command", [row.name for row in cli.COMMANDS])
def test_the_headings_of_a_help_are_in_its_language(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, usage, options in (("zh_CN", "用法：", "选项"), ("en", "Usage: ", "Options")):
        with pytest.raises(SystemExit) as ended:
            cli.main([command, "--help", "--language", language])
        assert ended.value.code == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{usage}briefing-viewer {command}")
        assert f"\n{options}" in told
        assert not re.search("^(usage|options|positional arguments):", told, re.MULTILINE)


def test_the_language_that_is_asked_for_wins_over_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN:en")
    assert cli.main(["check", "--format", "xml", "a", "--language", "en"]) == cli.CANNOT
    assert "--format: 'xml' is not one of " in capsys.readouterr().err


AUTHORS_MISTAKES = re.compile(
    r"conflict|subparser|__call__|is an invalid argument|must be optional|not callable|"
    r"cannot merge|invalid option string|dest= is|unknown parser|with mode|^subcommands|"
    r"positional arguments must|default:|deprecated"
)
"""What argparse says to the author of a parser, or of parts that no parser here has."""


def argparse_texts() -> set[str]:
    """Every text that the argparse of this Python asks gettext for."""
    calls = (
        node
        for node in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext")
    )
    texts = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    return {str(text) for text in texts if not AUTHORS_MISTAKES.search(str(text))}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_all_that_argparse_says_to_a_user_is_in_the_catalogue(language: str, root: Path) -> None:
    po = root / "resources" / "locale" / language / "LC_MESSAGES" / "argparse.po"
    with po.open("rb") as source:
        known = {
            one.id if isinstance(one.id, str) else one.id[0]: one
            for one in read_po(source, locale=language)
            if one.id
        }
    assert argparse_texts() <= set(known)
    for text, message in known.items():
        forms = [message.string] if isinstance(message.string, str) else message.string
        for form in forms:
            assert form
            assert set(FIELD.findall(form)) <= set(FIELD.findall(text))
            if not FIELD.search(text):  # by position: as many as there are
                assert re.findall("%[sr]", form) == re.findall("%[sr]", text)
