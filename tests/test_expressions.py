"""What the build compiled is what this program would make: expressions and tables of words."""

from __future__ import annotations

import marshal
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from viewer import expressions
from viewer.expressions import compiled
from viewer.quantities import lexicon
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import Matcher, any_of, with_words
from viewer.resources import bundled


def _file(made_for: Any, index: Any, tables: Any, first: int = 0) -> bytes:
    """A file as the build writes it, up to what it keeps."""
    head: bytes = marshal.dumps((made_for, index, tables))
    sizes = (len(head), len(head) + first)
    return b"".join(size.to_bytes(expressions.LENGTH, "little") for size in sizes) + head


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the build would have written its expressions, for this test only."""
    monkeypatch.setattr(expressions, "FILE", tmp_path / "expressions.bin")
    monkeypatch.setattr(expressions, "UNPREPARED", [])
    monkeypatch.setattr(expressions, "UNTABLED", {})
    _forget()
    yield expressions.FILE
    _forget()


def _forget() -> None:
    expressions._prepared.cache_clear()
    expressions._whole.cache_clear()


def test_the_build_has_kept_what_the_bundled_report_asks_for() -> None:
    kept = {version for _, _, version in expressions._prepared().expressions}
    assert lexicon.DIGEST in kept, "run: python resources/build_catalogue.py"


def test_each_kept_expression_and_its_groups_are_those_that_python_compiles() -> None:
    for source, flags, version in expressions._prepared().expressions:
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
        _file(("cpython-30", "little", 1, 4), {("丙{2}", 0, ""): (0, 1)}, {}),
        _file(expressions.MADE_FOR, {}, {}),
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
    file.write_bytes(_file(expressions.MADE_FOR, {(source, 0, "of-old"): (0, 0)}, {}))
    monkeypatch.setattr(lexicon, "DIGEST", "of-today")
    pattern.cache_clear()
    assert pattern(source).findall("下降") == ["下降"]
    pattern.cache_clear()


CHECKED = """
import sys
from viewer import expressions
from viewer.cli import main
main(["check", sys.argv[1]])
print(expressions.UNPREPARED, [*expressions.UNTABLED])
"""


def test_a_check_of_the_bundled_briefing_finds_all_that_it_asks_for_prepared() -> None:
    command = [sys.executable, "-c", CHECKED, str(bundled("shandong-2020.yaml"))]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[] []"


TEXT = "投资由降转升，增速同比回落；拟新建两所学校，预计明年完工。"
CATEGORIES = ("change.verb", "change.turn", "standing.aim")


@pytest.mark.parametrize("first", [True, False], ids=["first", "rest"])
def test_each_kept_table_finds_the_words_as_one_made_anew(file: Path, first: bool) -> None:
    made = Matcher("zh", CATEGORIES).found(TEXT)
    assert [one.entry.word for one in made]
    ((key, table),) = expressions.UNTABLED.items()
    kept = marshal.dumps(cast(Any, table))
    size = len(kept)
    file.write_bytes(_file(expressions.MADE_FOR, {}, {key: (0, size)}, first * size) + kept)
    _forget()
    expressions.UNTABLED.clear()
    assert Matcher("zh", CATEGORIES).found(TEXT) == made
    assert not expressions.UNTABLED


def test_a_file_that_is_replaced_while_the_program_runs_is_not_read_on(file: Path) -> None:
    kept = marshal.dumps(({}, {}, "$^"))
    name = "\n".join(("beginnings", "zh", *CATEGORIES))
    place = {(name, lexicon.DIGEST): (0, len(kept))}
    file.write_bytes(_file(expressions.MADE_FOR, {}, place) + kept)
    assert expressions._prepared().tables == place
    file.write_bytes(_file(expressions.MADE_FOR, {}, {}) + kept)
    assert Matcher("zh", CATEGORIES).found(TEXT)
