"""The faults that are made: one operator or constant changed at a time, in memory."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 100
"""From here on a number is changed tenfold, not by one."""

_LESS, _MORE = (ast.Lt, ast.LtE), (ast.Gt, ast.GtE)
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
    """One place of a file where something is changed: the node of that number in the tree.

    `lines` are those of the statement that holds it, of a block's head only.
    """

    file: str
    number: int
    line: int
    column: int
    change: str
    lines: range


def faults_of(file: str) -> Iterator[Fault]:
    """Every fault that can be made in a file."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    inert, lines = set(_inert(tree)), _lines_of_statements(tree)
    limits = _limits(tree)
    for number, node in enumerate(ast.walk(tree)):
        if node in inert:
            continue
        before = ast.unparse(node) if isinstance(node, ast.expr) else ""
        changed = _changed(node, limits)
        if changed is not None:
            assert isinstance(node, ast.expr)
            change = f"{before} -> {ast.unparse(changed)}"
            place = node.lineno, node.col_offset + 1
            yield Fault(file, number, *place, change, lines[node])


def _lines_of_statements(tree: ast.Module) -> dict[ast.AST, range]:
    """The lines of the innermost statement around each node."""
    lines: dict[ast.AST, range] = {}
    for statement in ast.walk(tree):  # outer ones first: inner ones write over them
        if isinstance(statement, ast.stmt):
            body = getattr(statement, "body", None)
            end = body[0].lineno - 1 if body else statement.end_lineno or statement.lineno
            span = range(statement.lineno, max(end, statement.lineno) + 1)
            lines.update(dict.fromkeys(ast.walk(statement), span))
    return lines


def _inert(tree: ast.Module) -> Iterator[ast.AST]:
    """What no test can notice: annotations, what decorates a class, `zip(strict=...)`, and how much
    a cache holds."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("strict", "maxsize"):
            yield node.value
        notes = [getattr(node, name, None) for name in ("annotation", "returns")]
        decorators = node.decorator_list if isinstance(node, ast.ClassDef) else []
        for note in (*notes, *decorators):
            if isinstance(note, ast.AST):
                yield from ast.walk(note)


def _limits(tree: ast.Module) -> frozenset[str]:
    """The names of the module's limits, see `_other`."""
    return frozenset(
        target.id
        for statement in tree.body
        if isinstance(statement, ast.Assign) and _is_limit(statement.value)
        for target in statement.targets
        if isinstance(target, ast.Name)
    )


def _is_limit(node: ast.AST, limits: frozenset[str] = frozenset()) -> bool:
    """Whether a number is a limit, or the name of one."""
    if isinstance(node, ast.Name):
        return node.id in limits
    number = node.value if isinstance(node, ast.Constant) else None
    return isinstance(number, int | float) and abs(number) >= LIMIT


def _compared(node: ast.Compare, limits: frozenset[str]) -> ast.cmpop:
    """Another comparison: with or without what is equal; with a limit, above it for below it."""
    limited = any(_is_limit(one, limits) for part in node.comparators for one in ast.walk(part))
    operator = node.ops[0]
    if limited and isinstance(operator, _LESS):
        return ast.Gt()
    if limited and isinstance(operator, _MORE):
        return ast.Lt()
    return _COMPARED[type(operator)]()


def _changed(node: ast.AST, limits: frozenset[str]) -> ast.expr | None:
    """The node with its fault, made in place where it can be; None for one that has none."""
    if isinstance(node, ast.Compare):
        node.ops[0] = _compared(node, limits)
        return node
    if isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return node
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return node.operand
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
        node.value = _other(node.value, limit=_is_limit(node))
        return node
    return None


def _other(plain: bool | int, *, limit: bool) -> bool | int:
    """The opposite of a truth, one more than a number; of a limit ten times as many: it is one of
    time, of memory or of what a reader takes in, of which nobody can say that one more is wrong."""
    if isinstance(plain, bool):
        return not plain
    return plain * 10 if limit else plain + 1


class _Replace(ast.NodeTransformer):
    def __init__(self, at: ast.AST, by: ast.expr) -> None:
        self._at, self._by = at, by

    def visit(self, node: ast.AST) -> ast.AST:
        return self._by if node is self._at else self.generic_visit(node)


def with_fault(source: str, number: int) -> ast.Module:
    """The tree of a source with the fault at its node of that number."""
    tree = ast.parse(source)
    node = next(one for at, one in enumerate(ast.walk(tree)) if at == number)
    changed = _changed(node, _limits(tree))
    assert changed is not None
    if changed is not node:
        _Replace(node, changed).visit(tree)
    return ast.fix_missing_locations(tree)


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with its fault."""

    number = 0

    def exec_module(self, module: ModuleType) -> None:
        source = Path(self.path).read_text(encoding="utf-8")
        exec(compile(with_fault(source, self.number), self.path, "exec"), module.__dict__)


class Finder(importlib.abc.MetaPathFinder):
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


def chosen(names: Sequence[str], most: int, seed: int) -> list[Fault]:
    """Faults of files and folders, drawn at random but the same for one seed."""
    paths = [ROOT / name for name in names]
    files = [one for path in paths for one in (sorted(path.rglob("*.py")) or [path])]
    found = [fault for one in files for fault in faults_of(one.relative_to(ROOT).as_posix())]
    return random.Random(seed).sample(found, min(most, len(found)))
