from __future__ import annotations

import sys
from pathlib import Path

import pytest

import viewer
from viewer.commands import import_census


def test_every_module_of_the_program_is_asked_for() -> None:
    asked = set(import_census.names())
    assert {"viewer.desktop", "viewer.startup.charts", "viewer.window.main", "pyqtgraph"} <= asked
    assert "viewer.__main__" not in asked


def test_what_functions_import_late_is_asked_for_too() -> None:
    """Every part outside the standard library and PySide6 that a function imports."""
    late = set()
    for module in Path(viewer.__file__).parent.rglob("*.py"):
        for line in module.read_text("utf-8").splitlines():
            words = line.split()
            if line.startswith("    ") and words[:1] in (["from"], ["import"]) and len(words) > 1:
                late.add(words[1].rstrip(",").partition(".")[0])
    others = late - set(sys.stdlib_module_names) - {"viewer", "PySide6", "numpy", "__future__"}
    assert {one for one in others if one.isidentifier()} <= {
        name.partition(".")[0] for name in import_census.LATE
    }


def test_the_first_module_that_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho first >&2\necho 'ImportError: no Qt' >&2\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    assert import_census.ask_modules() == "ImportError: no Qt"
    python.write_text("#!/bin/sh\nexit 0\n")
    assert import_census.ask_modules() == ""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    assert "none" in import_census.ask_modules()
