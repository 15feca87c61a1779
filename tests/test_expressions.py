"""Expressions that the build compiled are those that Python would compile."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from viewer import expressions
from viewer.expressions import compiled
from viewer.quantities import lexicon
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of, with_words


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the build would have written its expressions, for this test only."""
    monkeypatch.setattr(expressions, "FILE", tmp_path / "expressions.bin")
    monkeypatch.setattr(expressions, "UNPREPARED", [])
    expressions._prepared.cache_clear()
    yield expressions.FILE
    expressions._prepared.cache_clear()


def test_the_build_has_kept_what_the_bundled_report_asks_for() -> None:
    made_for, kept = marshal.loads(expressions.FILE.read_bytes())
    assert made_for == expressions.MADE_FOR, "run: python resources/build_catalogue.py"
    assert lexicon.DIGEST in {version for _, _, version in kept}


def test_each_kept_expression_is_the_one_that_python_compiles() -> None:
    for source, flags, version in expressions._prepared():
        if version in ("", lexicon.DIGEST):
            whole = re.compile(with_words(source), flags)
            assert compiled(source, flags, with_words, version) == whole, source


def test_groups_keep_their_names_and_numbers() -> None:
    for source, flags, version in expressions._prepared():
        if version == lexicon.DIGEST and "(?P<" in source:
            kept = compiled(source, flags, with_words, version)
            whole = re.compile(with_words(source), flags)
            assert (kept.groupindex, kept.groups) == (whole.groupindex, whole.groups)


@pytest.mark.parametrize(
    "written",
    [
        None,
        b"",
        b"no such file",
        marshal.dumps((("cpython-30", "little", 1, 4), {})),
        marshal.dumps((expressions.MADE_FOR, {})),
    ],
)
def test_what_the_build_did_not_keep_for_this_python_is_compiled(
    file: Path, written: bytes | None
) -> None:
    if written is not None:
        file.write_bytes(written)
    assert compiled("丙{2}").findall("丙丙丙") == ["丙丙"]
    assert expressions.UNPREPARED == [("丙{2}", 0, "")]


def test_an_expression_whose_words_have_changed_is_compiled(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = any_of("zh", "change.verb")
    file.write_bytes(marshal.dumps((expressions.MADE_FOR, {(source, 0, "of-old"): ()})))
    monkeypatch.setattr(lexicon, "DIGEST", "of-today")
    pattern.cache_clear()
    assert pattern(source).findall("下降") == ["下降"]
    pattern.cache_clear()
