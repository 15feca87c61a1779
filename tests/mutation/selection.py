"""Which tests run the lines of a fault, measured once by running them all."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from coverage import Coverage, CoverageData

from tests.mutation.faults import ROOT, Fault


@dataclass(frozen=True, slots=True)
class Selection:
    """What a run of all tests measured: who runs which line, and how long each takes (seconds)."""

    runners: Mapping[str, Mapping[int, Sequence[str]]]
    seconds: Mapping[str, float]

    def tests_of(self, fault: Fault, whole: bool = False) -> list[str]:
        """The tests that run the fault's statement or, if `whole`, its module; quickest first.

        A statement that runs when its module is imported, and in no test, is spoken of by every
        test of the module; if `whole` by all tests, which is said by naming none: a test that
        only looks at a table runs no line of its module.
        """
        lines = self.runners.get(fault.file, {})
        runners = [runner for line in fault.lines for runner in lines.get(line, ())]
        if whole and "" in runners:
            return []
        tests = set(filter(None, runners))
        if whole or not tests:
            tests = {test for runners in lines.values() for test in runners if test}
        return sorted(tests, key=lambda test: (self.seconds.get(test, 0.0), test))


class Recorder:
    """A plugin of pytest: the lines that each test runs, and its seconds."""

    def __init__(self, files: Sequence[str], folder: Path) -> None:
        self._coverage = Coverage(
            data_file=folder / "lines",
            include=[str(ROOT / file) for file in files],
            config_file=False,
        )
        self._folder = folder
        self._seconds: dict[str, float] = {}
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note everything that runs from here on as run by this test."""
        self._coverage.switch_context(item.nodeid)
        start = time.perf_counter()
        result = yield
        self._seconds[item.nodeid] = time.perf_counter() - start
        self._coverage.switch_context("")
        return result

    def pytest_sessionfinish(self) -> None:
        """Write what was measured."""
        self._coverage.stop()
        self._coverage.save()
        (self._folder / "seconds").write_text(json.dumps(self._seconds), "utf-8")


def read(folder: Path) -> Selection:
    """What a Recorder left in a folder."""
    data = CoverageData(str(folder / "lines"))
    data.read()
    runners = {
        Path(file).relative_to(ROOT).as_posix(): data.contexts_by_lineno(file)
        for file in data.measured_files()
    }
    return Selection(runners, json.loads((folder / "seconds").read_text("utf-8")))


class Chosen:
    """A plugin of pytest: only these tests, in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._order = {test: at for at, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out all others."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self._order),
            key=lambda item: self._order[item.nodeid],
        )
