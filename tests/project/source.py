"""The source of the program, each module parsed and walked once for all tests that look at it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "viewer"
GENERATED = PACKAGE / "quantities" / "lexicon.py"
"""What the build makes of the lexicon: data, many times longer than all that is written."""
MODULES = tuple(sorted(set(PACKAGE.rglob("*.py")) - {GENERATED}))
N = TypeVar("N", bound=ast.AST)


def named(module: Path) -> str:
    """A module by its path below the package."""
    return module.relative_to(PACKAGE).as_posix()


@cache
def text(module: Path) -> str:
    """Its source."""
    return module.read_text("utf-8")


@cache
def tree(module: Path) -> ast.Module:
    """Its syntax tree."""
    return ast.parse(text(module))


@cache
def _nodes(module: Path) -> dict[type[ast.AST], list[ast.AST]]:
    found: dict[type[ast.AST], list[ast.AST]] = {}
    for node in ast.walk(tree(module)):
        found.setdefault(type(node), []).append(node)
    return found


def nodes(module: Path, kind: type[N]) -> Iterator[N]:
    """The nodes of a kind in its tree."""
    yield from _nodes(module).get(kind, ())  # type: ignore[misc]
