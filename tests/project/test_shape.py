import ast
import importlib
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "viewer").rglob("*.py"))
LINES, FUNCTION, METHODS = 600, 40, 20  # what must not be passed; most stay at half of it
TOP = {"viewer", "resources", "data", "tests", "pyproject.toml", "README.md", "LICENSE"}
VAGUE = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "data", "info"}
TABLES = {"viewer/quantities/english_words.py"}  # a table of words has no length of its own


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no git checkout")
    return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def named(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def test_the_top_level_holds_only_what_it_should() -> None:
    top = {name.partition("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} <= TOP


def test_no_file_is_long() -> None:
    long = {named(one): len(one.read_text("utf-8").splitlines()) for one in MODULES}
    assert {n: count for n, count in long.items() if count > LINES and n not in TABLES} == {}


def test_no_function_is_long() -> None:
    grown = [
        f"{named(module)}:{node.lineno} {node.name}"
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= FUNCTION
    ]
    assert grown == []


def test_no_class_does_everything() -> None:
    grown = []
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                own = [one.name for one in node.body if isinstance(one, ast.FunctionDef)]
                ours = [name for name in own if name == name.lower()]  # Qt's names have capitals
                if len(ours) > METHODS:
                    grown.append(f"{named(module)}:{node.lineno} {node.name}: {len(ours)}")
    assert grown == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [named(one) for one in MODULES if one.stem in VAGUE] == []


def test_what_a_floor_imports_late_is_not_hidden_by_a_module_of_that_name() -> None:
    """Importing `viewer.x.scan` would make `viewer.x.scan` the module, and its function unseen."""
    hidden = []
    for module in MODULES:
        source = module.read_text(encoding="utf-8")
        if module.name == "__init__.py" and "def __getattr__" in source:
            inside = {one.stem for one in module.parent.glob("*.py")}
            given = set(importlib.import_module(f"viewer.{module.parent.name}").__all__)
            hidden += [f"{named(module)}: {name}" for name in sorted(given & inside)]
    assert hidden == []


def test_tests_mirror_the_tree() -> None:
    floors = {one.name for one in (ROOT / "viewer").iterdir() if one.is_dir()}
    floors -= {"__pycache__"}
    of_the_whole = {"project", "bench", "hostile", "fuzz", "data", "soak", "faults"}
    folders = {one.name for one in (ROOT / "tests").iterdir() if one.is_dir()} - {"__pycache__"}
    assert folders - floors <= of_the_whole
    stray = []
    for test in (ROOT / "tests").rglob("test_*.py"):
        inner = test.relative_to(ROOT / "tests")
        if len(inner.parts) > 1 and inner.parts[0] in floors:
            folder = ROOT / "viewer" / inner.parent
            stem = inner.stem.removeprefix("test_")
            if not (folder.is_dir() or folder.with_suffix(".py").is_file()):
                stray.append(f"{inner}: no viewer/{inner.parent} ({stem})")
    assert stray == []


def test_only_the_outermost_doors_catch_everything() -> None:
    broad = [
        f"{named(module)}:{node.lineno}"
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") == "Exception")
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
