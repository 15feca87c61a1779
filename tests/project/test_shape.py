import ast
import importlib
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.project.source import MODULES, ROOT, named, nodes, text, tree

LINES, FUNCTION, METHODS = 600, 40, 20  # what must not be passed; a file is a topic
FILES = 30
"""Files of Python in one folder at most: a folder can be read from the list of them."""
TOP = {"viewer", "resources", "data", "tests", "pyproject.toml", "README.md", "LICENSE"}
VAGUE = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "data", "info"}

OF_THE_WHOLE = {
    "corpus",
    "project",
    "mutation",
    "bench",
    "hostile",
    "fuzz",
    "data",
    "soak",
    "faults",
}
"""Folders of tests that belong to no floor."""
TOPICS = {
    "export/test_standard_output.py": "exports into a pipe",
    "commands/test_draft_update.py": "a draft over the file that its author worked on",
    "quantities/test_lexicon_signs.py": "the signs of annotated sentences, of a minus, of a claim",
    "chart/test_facts.py": "a fact as one picture, over marks, notes and layout",
    "quantities/english/naming/test_clause_labels.py": "labels of every kind of clause",
    "quantities/test_kinds_of_sentence.py": "what words say of a number, kind by kind",
    "quantities/test_turns_of_phrase.py": "turns of phrase of different writers, in both languages",
    "quantities/test_readings.py": "sentences of a corpus, each figure with what is said of it",
    "quantities/test_bounds.py": "bounds and their denials, in both languages",
    "quantities/test_unusual_notation.py": "fractions, decimal commas, spoken places",
    "proof/test_whole_numbers.py": "a number is proven whole or not at all",
    "window/figures/test_charts_many.py": "sections of thousands of charts",
    "draft/test_report_words.py": "the words of the lexicon that drafting sorts a report by",
    "draft/readers/test_growth.py": "reading grows with the length of a report",
    "chart/test_golden.py": "every chart of the bundled briefings as it was looked at",
    "chart/test_one_language.py": "a chart, its hint and its copies in the briefing's language",
    "present/test_golden_steps.py": "the steps of the bundled talks as they were looked at",
    "present/test_accessible_talk.py": "a talk as a screen reader has it",
    "chart/test_honest.py": "the rules of honest charts, over any figures",
    "chart/test_tied.py": "figures of the same size",
    "commands/test_odd_calls.py": "arguments that no command expects",
    "datafile/test_corpus.py": "data files with one mistake each",
    "datafile/test_sentences.py": "the sentences that explain mistakes",
    "draft/test_kinds_of_report.py": "reports of each kind, from file to draft",
    "edit/test_acceptance.py": "a doubt that leaves a file, and nothing else of it",
    "export/html/test_page.py": "the page as a browser has it",
    "export/html/test_reading.py": "the page as a screen reader has it",
    "export/pptx/test_tongue.py": "the language of a deck",
    "export/test_one_truth.py": "what every export says of a figure",
    "export/test_pdf_places.py": "where words stand on the pages",
    "present/test_standing.py": "what the room is told of targets, plans and forecasts",
    "present/test_several.py": "talks on one, two and three displays",
    "startup/test_first_section.py": "what the first section loads",
    "quantities/test_lexicon_meaning.py": "every entry of the lexicon, read in its sentence",
    "quantities/test_any_text.py": "scanning any text at all",
    "relations/test_no_false_alarm.py": "sound reports in which nothing is held against another",
    "relations/test_any_text.py": "the relations of any text at all",
    "relations/test_kinds_of_report.py": "sentences of each kind of report",
    "window/test_accessible_tree.py": "every window and dialog as a screen reader has it",
    "window/figures/test_charts_width.py": "charts in panes of any width",
    "window/test_deferred_loading.py": "what comes after the first paint",
    "window/test_dialogs.py": "dialogs opened and closed again and again",
    "window/opening/test_dropping.py": "files let go over the window",
    "window/opening/test_faraway.py": "charts that are not in view",
    "window/test_reach.py": "ways through the window: trail, bookmarks, menus, zoom, sidebar",
    "window/test_scales.py": "large zooms, low displays, fingers: nothing cut, all in reach",
    "rendering/test_contrast.py": "the contrast of what the style sheet makes of each palette",
    "window/opening/test_renewing.py": "a save under an open window",
    "window/test_talk_following.py": "a talk whose file changes",
}
"""Tests of a floor that are about more than one module of it."""


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no git checkout")
    return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def test_the_top_level_holds_only_what_it_should() -> None:
    top = {name.partition("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} <= TOP


def test_no_file_is_long() -> None:
    long = {named(one): len(text(one).splitlines()) for one in MODULES}
    assert {n: count for n, count in long.items() if count > LINES} == {}


def test_no_folder_holds_too_many_files() -> None:
    held = Counter(str(Path(name).parent) for name in tracked() if name.endswith(".py"))
    assert {folder for folder in held if folder.startswith("viewer")} > {"viewer"}
    assert {folder: count for folder, count in held.items() if count > FILES} == {}


def test_no_function_is_long() -> None:
    grown = [
        f"{named(module)}:{node.lineno} {node.name}"
        for module in MODULES
        for node in nodes(module, ast.FunctionDef)
        if (node.end_lineno or 0) - node.lineno >= FUNCTION
    ]
    assert grown == []


def test_no_class_does_everything() -> None:
    grown = []
    for module in MODULES:
        for node in nodes(module, ast.ClassDef):
            own = [one.name for one in node.body if isinstance(one, ast.FunctionDef)]
            ours = [name for name in own if name == name.lower()]  # Qt's names have capitals
            if len(ours) > METHODS:
                grown.append(f"{named(module)}:{node.lineno} {node.name}: {len(ours)}")
    assert grown == []


def test_no_named_tuple_has_the_default_of_a_dataclass() -> None:
    """It would be the value itself: `field(...)` says nothing to a tuple."""
    wrong = [
        f"{named(module)}:{given.lineno} {node.name}"
        for module in MODULES
        for node in nodes(module, ast.ClassDef)
        if any("NamedTuple" in ast.unparse(base) for base in node.bases)
        for given in node.body
        if isinstance(given, ast.AnnAssign) and isinstance(given.value, ast.Call)
        if ast.unparse(given.value.func) == "field"
    ]
    assert wrong == []


def test_no_module_gives_a_name_twice() -> None:
    """The second would take the place of the first, also for what the first served."""
    twice = []
    for module in MODULES:
        given: list[ast.expr] = []
        for node in tree(module).body:
            given += node.targets if isinstance(node, ast.Assign) else ()
            given += [node.target] if isinstance(node, ast.AnnAssign) else ()
        counted = Counter(one.id for one in given if isinstance(one, ast.Name))
        twice += [f"{named(module)}: {name}" for name, count in counted.items() if count > 1]
    assert twice == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [named(one) for one in MODULES if one.stem in VAGUE] == []


def test_what_a_floor_imports_late_is_not_hidden_by_a_module_of_that_name() -> None:
    """Importing `viewer.x.scan` would make `viewer.x.scan` the module, and its function unseen."""
    hidden = []
    for module in MODULES:
        if module.name == "__init__.py" and "def __getattr__" in text(module):
            inside = {one.stem for one in module.parent.glob("*.py")}
            package = ".".join(module.parent.relative_to(ROOT).parts)
            given = set(importlib.import_module(package).__all__)
            hidden += [f"{named(module)}: {name}" for name in sorted(given & inside)]
    assert hidden == []


def test_tests_mirror_the_tree() -> None:
    """A test of a floor names the module or folder that it tests, or a topic that is declared."""
    tests, viewer = ROOT / "tests", ROOT / "viewer"
    floors = {one.name for one in viewer.iterdir() if one.is_dir()} - {"__pycache__"}
    folders = {one.name for one in tests.iterdir() if one.is_dir()} - {"__pycache__"}
    assert folders - floors <= OF_THE_WHOLE
    inner = [test.relative_to(tests) for test in tests.rglob("test_*.py")]
    unnamed = {
        name.as_posix()
        for name in inner
        if name.parts[0] in floors and not _is_there(viewer / name.parent, name.stem)
    }
    assert unnamed - TOPICS.keys() == set(), "neither a module nor a topic of that name"
    assert TOPICS.keys() - unnamed == set(), "topics that no test needs any more"


def _is_there(folder: Path, test: str) -> bool:
    """Whether a folder of the program holds the module, or the folder, that a test is named for."""
    name = test.removeprefix("test_")
    return (folder / f"{name}.py").is_file() or (folder / name / "__init__.py").is_file()


def test_only_the_outermost_doors_catch_everything() -> None:
    broad = [
        f"{named(module)}:{node.lineno}"
        for module in MODULES
        for node in nodes(module, ast.ExceptHandler)
        if (node.type is None or getattr(node.type, "id", "") == "Exception")
    ]
    assert len(broad) <= 2, broad


def test_no_path_of_one_machine_and_no_package_host_is_written_down() -> None:
    forbidden = re.compile(rb"/home/\w+/|/root/|files\.pythonhosted|pypi\.org|deb\.debian\.org")
    here = Path(__file__).name
    found = [
        name
        for name in tracked()
        if Path(name).name != here and forbidden.search((ROOT / name).read_bytes())
    ]
    assert found == []
