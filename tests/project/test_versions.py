import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from viewer.platform import PARTS, TESTED, dotted


@pytest.fixture
def project(root: Path) -> dict[str, dict[str, object]]:
    with (root / "pyproject.toml").open("rb") as source:
        return tomllib.load(source)


def test_every_dependency_has_an_exact_version_that_its_range_allows(
    project: dict[str, dict[str, Any]],
) -> None:
    exact = [Requirement(line) for line in project["tool"]["uv"]["constraint-dependencies"]]
    for line in project["project"]["dependencies"]:
        asked = Requirement(line)
        for python in map(dotted, TESTED):
            here = {"python_version": python}
            if asked.marker and not asked.marker.evaluate(here):
                continue
            (one,) = (
                pin
                for pin in exact
                if pin.name.lower() == asked.name.lower()
                and (not pin.marker or pin.marker.evaluate(here))
            )
            (version,) = one.specifier
            assert version.operator == "=="
            assert asked.specifier.contains(version.version), line


def test_wherever_pythons_are_named_they_are_the_tested_ones(
    root: Path, project: dict[str, dict[str, Any]]
) -> None:
    pythons = [dotted(python) for python in TESTED]
    kinds = [line.rpartition(" :: ") for line in project["project"]["classifiers"]]
    assert [python for *_, python in kinds if "." in python] == pythons
    assert project["project"]["requires-python"] == f">={pythons[0]}"
    flow = yaml.safe_load((root / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    runs = flow["jobs"]["run"]["strategy"]["matrix"]["include"]
    assert [run["python"] for run in runs if run["qt"] == "pinned"] == pythons
    assert [run["python"] for run in runs if run["qt"] == "newest"] == [pythons[0], pythons[-1]]
    setup = (root / "resources/setup.sh").read_text(encoding="utf-8")
    newest_first = " ".join(f"python{python}" for python in reversed(pythons))
    assert f"for python in python3 {newest_first}; do" in setup
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert f"Python {pythons[0]} to {pythons[-1]} will do" in readme


def test_the_parts_that_the_doctor_names_are_the_dependencies(
    project: dict[str, dict[str, Any]],
) -> None:
    asked = {Requirement(line).name for line in project["project"]["dependencies"]}
    brought_along = {"shiboken6", "numpy"}
    assert set(PARTS) == asked | brought_along


def test_the_pair_that_aborts_cannot_be_installed(project: dict[str, dict[str, Any]]) -> None:
    rows = [Requirement(line) for line in project["project"]["dependencies"]]
    old = {"python_version": "3.11"}
    (qt,) = (
        row
        for row in rows
        if row.name == "PySide6-Essentials" and row.marker and row.marker.evaluate(old)
    )
    assert not qt.specifier.contains("6.12.0")
    assert qt.specifier.contains("6.11.3")


def test_the_scripts_keep_to_posix_and_end_at_the_first_failure(root: Path) -> None:
    for script in ("start.sh", "test.sh"):
        said = (root / "resources" / script).read_text(encoding="utf-8")
        assert said.startswith("#!/bin/sh\n")
        assert "setup.sh" in said
    setup = (root / "resources" / "setup.sh").read_text(encoding="utf-8")
    assert "set -eu" in setup
    assert not re.search(r"\[\[|\bfunction\b|\bsource\b|\blocal\b", setup)
