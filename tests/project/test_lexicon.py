"""The lexicon is data; what the program reads is compiled from it."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from viewer.quantities import lexicon, vocabulary

ROOT = Path(__file__).resolve().parents[2]
BUILD = runpy.run_path(str(ROOT / "resources" / "build_lexicon.py"))


def test_the_compiled_module_is_as_new_as_its_sources() -> None:
    assert BUILD["digest"]() == lexicon.DIGEST, "run: python resources/build_catalogue.py"


def test_braces_stand_for_each_of_their_words() -> None:
    assert BUILD["forms"]("slid{e,es,ing} {up,down}") == [
        "slide up", "slide down", "slides up", "slides down", "sliding up", "sliding down",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_is_found_where_it_stands(language: str) -> None:
    for category in lexicon.ROWS[language]:
        matcher = vocabulary.matcher(language, category)
        for entry in vocabulary.entries(language, category):
            if entry.word.isdecimal():
                continue  # a name that is a number is asked by the number, not sought among words
            found = matcher.found(f" {entry.word} ")
            assert [one.entry for one in found] == [entry]


def test_a_spoiled_word_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    row = ("降", "down", ("空",), ("水",), "")
    monkeypatch.setitem(lexicon.ROWS["zh"], "spoiled", (row,))
    found = vocabulary.matcher("zh", "spoiled").found
    assert [one.start for one in found("空降，降水，再降3%")] == [7]
