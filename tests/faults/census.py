"""Where the program reaches the disk: every such call of its source, by file and function."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.project.source import MODULES, named, tree

_OF_OS = frozenset(
    """
    open read write close fsync fchmod replace rename mkdir makedirs unlink remove
    rmdir stat fstat lstat listdir scandir access truncate link symlink utime
    chmod
    """.split()  # noqa: SIM905 - read as words
)
_OF_PATHS = frozenset(
    """
    read_text read_bytes write_text write_bytes mkdir unlink rmdir stat lstat
    exists is_file is_dir iterdir glob rglob touch resolve samefile symlink_to
    rename chmod realpath isdir isfile mkstemp mkdtemp NamedTemporaryFile TemporaryFile
    TemporaryDirectory copyfile copytree rmtree addApplicationFont
    setOutputFileName
    """.split()  # noqa: SIM905 - read as words
)
_OF_QT = frozenset(
    """
    QFile QSaveFile QTemporaryFile QFileSystemWatcher QIcon QPixmap QImage
    QImageReader QSvgRenderer QTranslator QMovie
    """.split()  # noqa: SIM905 - read as words
)
"""Classes of Qt that read a file when they are given its name."""


@dataclass(frozen=True, slots=True, order=True)
class Touch:
    """One call: the file below `viewer`, the function it stands in, and what is called."""

    file: str
    function: str
    call: str

    @property
    def place(self) -> str:
        """`file:function`, as a fault is aimed at it."""
        return f"{self.file}:{self.function}"


def touches() -> frozenset[Touch]:
    """Every call in the program's source that reaches the disk."""
    return frozenset(
        Touch(named(module), function, call)
        for module in MODULES
        for function, call in _calls(tree(module), "")
    )


def _calls(node: ast.AST, function: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        inner = function
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inner = f"{function}.{child.name}".strip(".")
        if isinstance(child, ast.Call) and (name := _touching(child)):
            yield function, name
        yield from _calls(child, inner)


def _touching(call: ast.Call) -> str:
    """The name of what is called, if it reaches the disk; else ''."""
    called = call.func
    if isinstance(called, ast.Name):
        named_file = called.id in _OF_QT and "resource(" in ast.unparse(call)
        return called.id if called.id == "open" or named_file else ""
    if not isinstance(called, ast.Attribute):
        return ""
    if isinstance(called.value, ast.Name) and called.value.id == "os":
        return f"os.{called.attr}" if called.attr in _OF_OS else ""
    found = called.attr in _OF_PATHS or (
        # `text.replace(a, b)` and `dialog.open()` reach no disk, `path.replace(b)` does
        (called.attr == "replace" and len(call.args) == 1 and not call.keywords)
        or (called.attr == "open" and _has_mode(call))
        or (called.attr == "read" and len(call.args) == 1)
    )
    return called.attr if found else ""


def _has_mode(call: ast.Call) -> bool:
    modes = [one.value for one in call.args if isinstance(one, ast.Constant)]
    return any(isinstance(mode, str) for mode in modes) or any(
        one.arg in ("mode", "encoding") for one in call.keywords
    )
