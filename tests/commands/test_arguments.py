"""Arguments that are wrong are told in the language of the reader, all of it."""

from __future__ import annotations

import re

import pytest

from viewer import cli

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
    assert "usage." not in capsys.readouterr().err
