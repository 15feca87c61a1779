"""Do the tests notice a fault? Changes one operator or constant at a time and runs the tests of it.

    python -m tests.mutation                     200 faults in rules of charts, proof and talk
    python -m tests.mutation -n 40 viewer/talk   40 faults in one package
    python -m tests.mutation --seconds 600       as many as there is time for

A fault is made in memory as its module is imported; no file is changed. What no test notices is
listed as `file:line:column: what was changed`.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.machinery
import importlib.util
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent
FAULT = "MUTATION_FAULT"
"""The environment variable that names the fault to a process of tests: `file:number`."""
HANG = 120.0
"""Seconds after which a run of tests counts as having noticed: the fault made a loop endless."""

TESTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "viewer/proof/chart",
        ("tests/proof/test_chart_rules.py", "tests/proof/test_check_charts.py", "tests/chart"),
    ),
    ("viewer/proof", ("tests/proof",)),
    ("viewer/chart", ("tests/chart",)),
    ("viewer/quantities/wording.py", ("tests/quantities/test_wording.py", "tests/chart")),
    ("viewer/talk", ("tests/talk",)),
)
"""Which tests speak of which modules, the first prefix that fits; quick ones first."""
DEFAULT = ("viewer/proof", "viewer/chart/grammar.py", "viewer/chart/notation.py", "viewer/talk")

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One place of a file where something is changed: the node of that number in the tree."""

    file: str
    number: int
    line: int
    column: int
    change: str


def faults_of(file: str) -> Iterator[Fault]:
    """Every fault that can be made in a file."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    inert = set(_inert(tree))
    for number, node in enumerate(ast.walk(tree)):
        if node in inert:
            continue
        before = ast.unparse(node) if isinstance(node, ast.expr) else ""
        changed = _changed(node)
        if changed is not None:
            assert isinstance(node, ast.expr)
            change = f"{before} -> {ast.unparse(changed)}"
            yield Fault(file, number, node.lineno, node.col_offset + 1, change)


def _inert(tree: ast.Module) -> Iterator[ast.AST]:
    """What no test can notice: annotations, and what decorates a class."""
    for node in ast.walk(tree):
        notes = [getattr(node, name, None) for name in ("annotation", "returns")]
        decorators = node.decorator_list if isinstance(node, ast.ClassDef) else []
        for note in (*notes, *decorators):
            if isinstance(note, ast.AST):
                yield from ast.walk(note)


def _changed(node: ast.AST) -> ast.expr | None:
    """The node with its fault, made in place where it can be; None for one that has none."""
    if isinstance(node, ast.Compare):
        node.ops[0] = _COMPARED[type(node.ops[0])]()
        return node
    if isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return node
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return node.operand
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
        plain = node.value
        node.value = (not plain) if isinstance(plain, bool) else plain + 1
        return node
    return None


class _Replace(ast.NodeTransformer):
    def __init__(self, at: ast.AST, by: ast.expr) -> None:
        self._at, self._by = at, by

    def visit(self, node: ast.AST) -> ast.AST:
        return self._by if node is self._at else self.generic_visit(node)


def with_fault(source: str, number: int) -> ast.Module:
    """The tree of a source with the fault at its node of that number."""
    tree = ast.parse(source)
    node = next(one for at, one in enumerate(ast.walk(tree)) if at == number)
    changed = _changed(node)
    assert changed is not None
    made = tree if changed is node else _Replace(node, changed).visit(tree)
    return ast.fix_missing_locations(made)


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with its fault."""

    number = 0

    def exec_module(self, module: ModuleType) -> None:
        source = Path(self.path).read_text(encoding="utf-8")
        exec(compile(with_fault(source, self.number), self.path, "exec"), module.__dict__)


class _Finder(importlib.abc.MetaPathFinder):
    """Finds one module, before all others do."""

    def __init__(self, file: str, number: int) -> None:
        self._name = file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        self._path, self._number = str(ROOT / file), number

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self._name:
            return None
        loader = _Loader(name, self._path)
        loader.number = self._number
        return importlib.util.spec_from_file_location(name, self._path, loader=loader)


def run_with_fault(arguments: Sequence[str]) -> int:
    """The tests of one fault, in this process."""
    import pytest

    file, _, number = os.environ[FAULT].rpartition(":")
    if file:
        sys.meta_path.insert(0, _Finder(file, int(number)))
    return int(pytest.main(list(arguments)))


def tests_of(file: str) -> tuple[str, ...]:
    """The tests that speak of a module."""
    return next(paths for prefix, paths in TESTS if file.startswith(prefix))


def fails(tests: Sequence[str], fault: str = "") -> bool:
    """Whether a test fails, or none ends, with a fault in place."""
    options = ["-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command = [sys.executable, "-m", "tests.mutation", "--run", *options, *tests]
    environment = {**os.environ, FAULT: fault}
    try:
        run = subprocess.run(
            command, cwd=ROOT, env=environment, timeout=HANG, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return run.returncode != 0


def chosen(names: Sequence[str], most: int, seed: int) -> list[Fault]:
    """Faults of files and folders, drawn at random but the same for one seed."""
    paths = [ROOT / name for name in names]
    files = [one for path in paths for one in (sorted(path.rglob("*.py")) or [path])]
    found = [fault for one in files for fault in faults_of(one.relative_to(ROOT).as_posix())]
    return random.Random(seed).sample(found, min(most, len(found)))


def main(argv: Sequence[str] | None = None) -> int:
    """Make the faults one after another; 0 when nine of ten or more were noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("names", nargs="*", default=list(DEFAULT))
    parser.add_argument("-n", type=int, default=200, help="how many faults")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    asked = parser.parse_args(argv)
    start, tried, missed = time.monotonic(), 0, 0
    faults = chosen(asked.names or DEFAULT, asked.n, asked.seed)
    broken = [tests for tests in {tests_of(one.file) for one in faults} if fails(tests)]
    if broken:
        print(f"without any fault these tests fail: {broken}")
        return 2
    for fault in faults:
        if time.monotonic() - start > asked.seconds:
            break
        tried += 1
        if not fails(tests_of(fault.file), f"{fault.file}:{fault.number}"):
            missed += 1
            print(f"{fault.file}:{fault.line}:{fault.column}: {fault.change}", flush=True)
    part = 100 * (tried - missed) / tried if tried else 0.0
    print(f"{tried - missed} of {tried} faults noticed ({part:.1f} %)")
    return 0 if part >= 90 else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        raise SystemExit(run_with_fault(sys.argv[2:]))
    raise SystemExit(main())
