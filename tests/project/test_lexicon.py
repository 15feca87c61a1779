"""The lexicon is data; what the program reads is compiled from it."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from viewer.quantities import lexicon, regex_cache, vocabulary
from viewer.quantities.regex_cache import pattern

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY, REGEX_CACHE = Path(vocabulary.__file__), Path(regex_cache.__file__)
BUILD = runpy.run_path(str(ROOT / "resources" / "build_lexicon.py"))


def test_the_compiled_module_is_as_new_as_its_sources() -> None:
    assert BUILD["digest"]() == lexicon.DIGEST, "run: python resources/build_catalogue.py"


@pytest.mark.parametrize("second", ['words = "涨 跌"', 'words = "跌"\nnot_before = "幅"'])
def test_a_word_that_stands_twice_in_one_category_is_refused(
    second: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = '[[group]]\ncategory = "change.verb"\n'
    (tmp_path / "zh").mkdir()
    written = f'{group}words = "升 跌"\n{group}{second}\n'
    (tmp_path / "zh" / "change.toml").write_text(written, encoding="utf-8")
    monkeypatch.setitem(BUILD["read"].__globals__, "LEXICON", tmp_path)
    with pytest.raises(ValueError, match=r"跌 stands twice in change\.verb"):
        BUILD["read"]()


def test_braces_stand_for_each_of_their_words() -> None:
    assert BUILD["forms"]("slid{e,es,ing} {up,down}") == [
        "slide up", "slide down", "slides up", "slides down", "sliding up", "sliding down",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_is_found_where_it_stands(language: str) -> None:
    for category in lexicon.GROUPS[language]:
        matcher = vocabulary.matcher(language, category)
        for entry in vocabulary.entries(language, category):
            if entry.word.isdecimal():
                continue  # a name that is a number is asked by the number, not sought among words
            found = matcher.found(f" {entry.word} ")
            assert [one.entry for one in found] == [entry]


def test_a_spoiled_word_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    group = ("降\n跌", "down", ("空",), ("水",), "")
    monkeypatch.setitem(lexicon.GROUPS["zh"], "spoiled", (group,))
    found = vocabulary.matcher("zh", "spoiled").found
    assert [one.start for one in found("空降，降水，再降3%，跌5%")] == [7, 11]


def test_words_of_a_category_are_put_into_a_pattern_when_it_is_compiled() -> None:
    source = rf"{vocabulary.any_of('zh', 'change.verb', only='.*于')}|丙{{2}}"
    assert "低于" not in source
    assert pattern(source).findall("甲低于乙，丙丙下降") == ["低于", "丙丙"]


def test_the_words_of_a_pattern_may_be_of_some_senses_and_without_some_words() -> None:
    entries = vocabulary.entries("zh", "standing.result")
    for sense in ("", "first"):
        of_sense = pattern(vocabulary.any_of("zh", "standing.result", senses=[sense], but="交付"))
        found = {one.word for one in entries if of_sense.fullmatch(one.word)}
        assert found == {one.word for one in entries if one.sense == sense} - {"交付"}


def test_only_patterns_are_made_of_sources_that_name_words() -> None:
    """`re.compile` knows no words of the lexicon, and would look for the name of their table."""
    for module in (VOCABULARY.parent).rglob("*.py"):
        source = module.read_text(encoding="utf-8")
        if "any_of(" in source and module not in (VOCABULARY, REGEX_CACHE):
            assert "re.compile(" not in source, module


def test_the_longest_word_that_nothing_spoils_begins_at_a_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    groups = (("降", "", (), (), ""), ("降低", "", (), ("级",), ""))
    monkeypatch.setitem(lexicon.GROUPS["zh"], "lengths", groups)
    found = [vocabulary.matcher("zh", "lengths").at(f"再{one}", 1) for one in ("降低", "降低级")]
    assert [one and one.entry.word for one in found] == ["降低", "降"]
    assert vocabulary.matcher("zh", "lengths").at("再降", 0) is None


def test_a_word_that_nothing_spoils_ends_at_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = (("降", "", ("空",), (), ""), ("降低", "", (), ("级",), ""))
    monkeypatch.setitem(lexicon.GROUPS["zh"], "ends", groups)
    ends = vocabulary.endings("ends")
    text = "再降，空降，降低，降低级"
    assert [at for at in range(len(text) + 1) if ends.at(text, at)] == [2, 7, 8, 10]
    assert not vocabulary.endings("ends", but="降").at(text, 2)
