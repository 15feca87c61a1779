"""What libraries offer that would hurt a reader or hide a fault: the program does without it."""

import ast
import re
import tomllib

import pytest

from tests.project.source import MODULES, ROOT, named, nodes, text

SHUNNED = (
    (r"\.(setHtml|insertHtml|setMarkdown|toHtml)\(", "text of a file would be taken for markup"),
    (r"\bQSettings\b", "turns a yes into text, and hides a broken file"),
    (r"\bsetColorScheme\b", "does nothing where no desktop runs"),
    (r"\bsupportsCharacter\b", "says yes of characters that no face draws"),
    (r"\.print_\(", "repeats lines at the edges of pages"),
    (r"\bQFileSystemWatcher\b", "loses a file that is replaced"),
    (r"\bSVGExporter\b|\bImageExporter\b", "raises for every kind of plot"),
    (r"\bGraphicsLayoutWidget\b|\bPlotWidget\b", "zooms under the wheel, and keeps its widgets"),
    (r"\bsetExtraSelections\b", "thousands of them stop the window"),
    (r"\bpg\.(PlotItem|ViewBox|plot|LegendItem|TextItem|LabelItem)\b", "has menus, or takes HTML"),
    (r"\bsetLabel\(.*\bunits=", "writes the prefix of a unit: k亿元"),
    (r"\b(safe_load|full_load|unsafe_load|yaml\.load|construct_)", "builds what the bytes ask for"),
)
"""A pattern, and why no module of the program may have it."""


@pytest.mark.parametrize(("pattern", "why"), SHUNNED, ids=[why for _, why in SHUNNED])
def test_nothing_is_used_that_fails_where_it_is_not_seen(pattern: str, why: str) -> None:
    assert [named(one) for one in MODULES if re.search(pattern, text(one))] == [], why


def test_no_label_box_or_view_wraps_its_words_by_the_rules_of_qt_alone() -> None:
    home = "rendering/labels.py"
    excerpt = "window/exporting/export_dialog.py"  # lines of a file, shown as they are
    keeps = re.compile(r"setItemDelegate\((WordKeeping|Field)Delegate|FieldDelegate\(self\)")
    wraps = [one for one in MODULES if "setWordWrap(" in text(one) and not keeps.search(text(one))]
    assert {named(one) for one in wraps} == {home, excerpt}
    assert [named(one) for one in MODULES if re.search(r"\bQMessageBox\(", text(one))] == [home]


def test_no_lambda_is_connected_where_it_would_outlive_what_it_holds() -> None:
    found = [
        f"{named(module)}:{node.lineno}"
        for module in MODULES
        if "lambda" in text(module)
        for node in nodes(module, ast.Call)
        if isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and any(isinstance(argument, ast.Lambda) for argument in node.args)
    ]
    assert found == []


def test_every_warning_of_python_and_qt_fails_a_test() -> None:
    given = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    options = given["tool"]["pytest"]["ini_options"]
    assert options["filterwarnings"] == ["error"]
    assert options["qt_log_level_fail"] == "WARNING"
