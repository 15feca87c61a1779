"""One road leads from what was read of an author's file to a new version of it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cache

from tests.project.source import MODULES, PACKAGE, named, nodes, tree

READS = frozenset({"read_briefing", "open_briefing", "opened_from", "read_bytes"})
WRITES = frozenset({"atomic_write", "write_locked"})
WRITERS = {
    "settings/settings.py": "the settings",
    "present/records/state_files.py": "rehearsals, and where a talk is, in the state folder",
    "present/records/question_autosave.py": "questions of a talk",
    "present/records/question_log.py": "questions and times, into a file that was asked for",
    "window/figures/chart_copy.py": "a picture, into a file that was asked for",
    "commands/install_desktop.py": "entries of the desktop, below the data folder of the user",
    "window/drafting/draft_controller.py": "a fresh draft, into a file that was asked for",
    "rendering/icons.py": "pictures of the icon, below a folder that was asked for",
    "export/save.py": "an export, never over the data file",
    "commands/draft.py": "a fresh draft, where no file is or --force was given",
    "datafile/overwrite.py": "an author's file, with `original` before it",
}
"""Every module that writes files, and what it writes."""
BOTH = {"commands/draft.py", "datafile/overwrite.py"}
"""Those that read data files too."""


def called(calls: Iterable[ast.AST]) -> set[str]:
    """The names of the functions that are called."""
    functions = [call.func for call in calls if isinstance(call, ast.Call)]
    return {one.id if isinstance(one, ast.Name) else getattr(one, "attr", "") for one in functions}


@cache
def calls_of_modules() -> dict[str, set[str]]:
    """The names of the functions that each module calls."""
    return {named(module): called(nodes(module, ast.Call)) for module in MODULES}


def test_every_module_that_writes_files_is_known_for_what_it_writes() -> None:
    writing = {name for name, calls in calls_of_modules().items() if calls & WRITES}
    assert writing - {"settings/atomic.py"} == set(WRITERS)


def test_none_but_the_known_reads_a_data_file_and_writes_files() -> None:
    both = {name for name, calls in calls_of_modules().items() if calls & WRITES and calls & READS}
    assert both == BOTH


def test_whoever_writes_over_an_authors_file_has_asked_for_no_errors() -> None:
    modules = calls_of_modules().items()
    overwriting = {name: calls for name, calls in modules if "overwrite" in calls}
    assert set(overwriting) == {"commands/draft.py"}
    assert all("original" in calls for calls in overwriting.values())
    # An edit changes bytes that it was given, and no other, of the very version that it read.
    replacing = {name for name, calls in modules if "replace_version" in calls}
    assert replacing == {"datafile/overwrite.py", "edit/session.py"}
    made = [name for name, calls in modules if "Original" in calls]
    assert made == ["datafile/overwrite.py"]
    (original,) = (
        each
        for each in tree(PACKAGE / "datafile" / "overwrite.py").body
        if isinstance(each, ast.FunctionDef) and each.name == "original"
    )
    assert "require_sound" in called(ast.walk(original))


def test_nothing_that_is_written_was_decoded_with_replacements() -> None:
    for name in BOTH:
        for each in nodes(PACKAGE / name, ast.keyword):
            assert each.arg != "errors", name
