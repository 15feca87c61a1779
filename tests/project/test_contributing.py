"""What the map of the code says stands in the tree."""

from __future__ import annotations

import ast
import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from tests.project.source import MODULES, named, tree

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = (ROOT / ".github" / "GLOSSARY.md").read_text("utf-8")
MAP = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")


def layers() -> list[set[str]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    rows = next(one["layers"] for one in contracts if one["type"] == "layers")
    return [set(row.split(" | ")) for row in rows if not row.startswith("(")]


def test_the_picture_of_the_floors_is_the_contract() -> None:
    picture = MAP.split("```")[1]
    names = [re.split(r" {2,}", row.strip())[0] for row in picture.strip().splitlines()]
    drawn = [{name for name in re.split(r" \| |, ", row) if name} for row in names]
    # what stands on floors of their own may be drawn on one line
    assert [one for row in drawn for one in sorted(row)] == [
        one for row in layers() for one in sorted(row)
    ]


def test_every_file_that_is_named_is_there() -> None:
    paths = re.findall(r"`([\w/.-]+/[\w.-]+\.(?:py|yaml))`", MAP)
    folders = (ROOT, ROOT / "viewer")
    assert paths
    assert [one for one in paths if not any((at / one).exists() for at in folders)] == []


@pytest.mark.parametrize("module", sorted(set(re.findall(r"\b(tests(?:\.\w+)+)", MAP))))
def test_every_command_that_is_named_is_a_module(module: str) -> None:
    assert importlib.util.find_spec(module) is not None


NAMED_TABLES = [
    *re.findall(r"`([A-Z_]{4,})` in `([\w/]+\.py)`", MAP),
    *((name, file) for file, name in re.findall(r"`([\w/]+\.py)` \(`([A-Z_]{4,})`\)", MAP)),
]


@pytest.mark.parametrize(("name", "file"), NAMED_TABLES)
def test_every_table_stands_in_the_file_that_is_named(name: str, file: str) -> None:
    assert re.search(rf"^{name}\b", (ROOT / "viewer" / file).read_text("utf-8"), re.MULTILINE)


def test_every_name_of_the_glossary_has_one_home() -> None:
    homes: dict[str, list[str]] = {}
    for module in MODULES:
        for node in tree(module).body:
            for name in _defined(node):
                homes.setdefault(name, []).append(named(module))
    names = re.findall(r"`([A-Z]\w+)`", GLOSSARY)
    assert names
    assert {name: homes.get(name) for name in names if len(homes.get(name, ())) != 1} == {}


def _defined(node: ast.stmt) -> list[str]:
    """The classes and types that a statement of a module defines."""
    if isinstance(node, ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else ()
    return [target.id for target in targets if isinstance(target, ast.Name)]
