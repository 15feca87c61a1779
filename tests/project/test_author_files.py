"""One road leads from what was read of an author's file to a new version of it."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "viewer"
READS = frozenset({"read_briefing", "open_briefing", "opened_from", "read_bytes"})
WRITES = frozenset({"atomic_write", "write_held"})
WRITERS = {
    "settings/settings.py": "the settings",
    "present/state_files.py": "runs of a rehearsal, and where a talk is, in the state folder",
    "present/question_autosave.py": "questions of a talk",
    "present/question_log.py": "questions and times, into a file that was asked for",
    "window/chart_copy.py": "a picture, into a file that was asked for",
    "commands/install_desktop.py": "entries of the desktop, below the data folder of the user",
    "window/drafting.py": "a fresh draft, into a file that was asked for",
    "rendering/icons.py": "pictures of the icon, below a folder that was asked for",
    "export/save.py": "an export, never over the data file",
    "commands/draft.py": "a fresh draft, where no file is or --force was given",
    "datafile/overwrite.py": "an author's file, with `original` before it",
}
"""Every module that writes files, and what it writes."""
BOTH = {"commands/draft.py", "datafile/overwrite.py"}
"""Those that read data files too."""


def calls(node: ast.AST) -> set[str]:
    """The names of the functions that are called in a part of the source."""
    found = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Call):
            called = each.func
            found.add(called.id if isinstance(called, ast.Name) else getattr(called, "attr", ""))
    return found


def modules() -> dict[str, ast.Module]:
    files = PACKAGE.rglob("*.py")
    return {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text()) for file in files}


def test_every_module_that_writes_files_is_known_for_what_it_writes() -> None:
    writing = {name for name, tree in modules().items() if calls(tree) & WRITES}
    assert writing - {"settings/atomic.py"} == set(WRITERS)


def test_none_but_the_known_reads_a_data_file_and_writes_files() -> None:
    both = {
        name for name, tree in modules().items() if calls(tree) & WRITES and calls(tree) & READS
    }
    assert both == BOTH


def test_whoever_writes_over_an_authors_file_has_asked_for_no_errors() -> None:
    overwriting = {name: tree for name, tree in modules().items() if "overwrite" in calls(tree)}
    assert set(overwriting) == {"commands/draft.py"}
    assert all("original" in calls(tree) for tree in overwriting.values())
    # An edit changes bytes that it was given, and no other, of the very version that it read.
    replacing = {name for name, tree in modules().items() if "replace_version" in calls(tree)}
    assert replacing == {"datafile/overwrite.py", "edit/session.py"}
    made = [name for name, tree in modules().items() if "Original" in calls(tree)]
    assert made == ["datafile/overwrite.py"]
    (original,) = (
        each
        for each in modules()["datafile/overwrite.py"].body
        if isinstance(each, ast.FunctionDef) and each.name == "original"
    )
    assert "require_sound" in calls(original)


def test_nothing_that_is_written_was_decoded_with_replacements() -> None:
    for name in BOTH:
        for each in ast.walk(modules()[name]):
            assert not (isinstance(each, ast.keyword) and each.arg == "errors"), name
