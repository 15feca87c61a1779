from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from viewer.export.table import EXPORTS, Export, by_name, by_suffix
from viewer.i18n import LANGUAGES, load
from viewer.model import ViewerError


def test_names_and_suffixes_are_unique() -> None:
    names = [row.name for row in EXPORTS]
    suffixes = [suffix for row in EXPORTS for suffix in row.suffixes]
    assert len(names) == len(set(names))
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("row", EXPORTS, ids=lambda row: row.name)
def test_every_row_has_a_function_and_words_in_each_language(row: Export) -> None:
    assert callable(row.load())
    assert all(load(language)(row.key) != row.key for language in LANGUAGES)


def test_a_suffix_chooses_its_format_in_any_case() -> None:
    assert by_suffix(Path("A.PDF")).name == "pdf"
    assert by_name("md").name == "markdown"


def test_an_unknown_suffix_lists_the_known_ones() -> None:
    with pytest.raises(ViewerError) as refused:
        by_suffix(Path("a.docx"))
    known = str(refused.value.params["known"])
    assert all(suffix in known for row in EXPORTS for suffix in row.suffixes)


def test_the_table_and_the_command_load_no_heavy_library() -> None:
    heavy = ["PySide6", "numpy", "pyqtgraph", "pptx", "xlsxwriter", "lxml"]
    code = (
        "import sys, viewer.export.command, viewer.export.html.write, viewer.export.chart_images\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
