"""Expressions that the build compiled are those that Python would compile."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from viewer import expressions
from viewer.expressions import compiled
from viewer.quantities import lexicon
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of, with_words


def _file(made_for: Any, index: Any) -> bytes:
    """A file as the build writes it, without any codes."""
    head = marshal.dumps((made_for, index))
    return len(head).to_bytes(expressions.LENGTH, "little") + head


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the build would have written its expressions, for this test only."""
    monkeypatch.setattr(expressions, "FILE", tmp_path / "expressions.bin")
    monkeypatch.setattr(expressions, "UNPREPARED", [])
    expressions._prepared.cache_clear()
    yield expressions.FILE
    expressions._prepared.cache_clear()


def test_the_build_has_kept_what_the_bundled_report_asks_for() -> None:
    index, _ = expressions._prepared()
    kept = {version for _, _, version in index}
    assert lexicon.DIGEST in kept, "run: python resources/build_catalogue.py"


def test_each_kept_expression_and_its_groups_are_those_that_python_compiles() -> None:
    for source, flags, version in expressions._prepared()[0]:
        if version in ("", lexicon.DIGEST):
            whole = re.compile(with_words(source), flags)
            kept = compiled(source, flags, with_words, version)
            assert kept == whole, source
            assert (kept.groupindex, kept.groups) == (whole.groupindex, whole.groups)


@pytest.mark.parametrize(
    "written",
    [
        None,
        b"",
        b"no such file",
        _file(("cpython-30", "little", 1, 4), {("丙{2}", 0, ""): (0, 1)}),
        _file(expressions.MADE_FOR, {}),
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
    file.write_bytes(_file(expressions.MADE_FOR, {(source, 0, "of-old"): (0, 0)}))
    monkeypatch.setattr(lexicon, "DIGEST", "of-today")
    pattern.cache_clear()
    assert pattern(source).findall("下降") == ["下降"]
    pattern.cache_clear()
