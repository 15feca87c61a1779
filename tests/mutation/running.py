"""Runs tests in forks of one process that has loaded all but what is changed."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.faults import Fault, Finder
from tests.mutation.selection import Chosen, Recorder, Selection, read

OPTIONS = ("-x", "-q", *(f"-pno:{name}" for name in ("randomly", "cacheprovider", "xdist", "cov")))
# Loaded before pytest could rewrite it, on purpose.
OPTIONS += ("-W", "ignore::pytest.PytestAssertRewriteWarning")
LEAST, TIMES = 20.0, 20
"""A run has hung, that is noticed the fault, after so many seconds and so many times its usual."""
POLL = 0.02
"""Seconds between two looks at the runs."""


def preload(folder: Path) -> None:
    """Load what every run needs and no fault changes, with what was compiled in a folder.

    Properties draw the same examples in every run, and none is made smaller.
    """
    sys.pycache_prefix, sys.dont_write_bytecode = str(folder / "compiled"), False
    import hypothesis
    import PySide6.QtTest
    import PySide6.QtWidgets  # noqa: F401
    import pytest  # noqa: F401

    import viewer.datafile
    import viewer.quantities
    import viewer.relations  # noqa: F401

    phases = [one for one in hypothesis.Phase if one.name in ("explicit", "generate")]
    hypothesis.settings.register_profile("mutation", phases=phases, derandomize=True, database=None)
    hypothesis.settings.load_profile("mutation")


def _pytest(arguments: Sequence[str], plugins: Sequence[object]) -> int:
    import pytest

    return int(pytest.main([*OPTIONS, *arguments], plugins=list(plugins)))


def _forked(run: Callable[[], int]) -> int:
    """The number of a process that runs and ends with the code; what it prints is lost."""
    process = os.fork()
    if process:
        return process
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    code = 70
    try:
        code = run()
    finally:
        os._exit(code)


def record(tests: Sequence[str], files: Sequence[str], folder: Path) -> Selection | None:
    """Run tests and measure which lines of the files each runs; None when one fails."""

    def run() -> int:
        _forget(files)
        return _pytest(tests, [Recorder(files, folder)])

    _, status = os.waitpid(_forked(run), 0)
    return None if status else read(folder)


def _forget(files: Sequence[str]) -> None:
    """Let everything of the program be imported anew where one of the files is loaded already."""
    if any(name_of(file) in sys.modules for file in files):
        for name in [one for one in sys.modules if one.partition(".")[0] == "viewer"]:
            del sys.modules[name]


def name_of(file: str) -> str:
    """The module of a file."""
    return file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


@dataclass(frozen=True, slots=True)
class Trial:
    """A fault and the tests that are to notice it; without names, all tests of some paths."""

    fault: Fault
    paths: Sequence[str]
    tests: Sequence[str] = ()
    usual: float = 0.0
    """Seconds that the tests take without a fault."""

    def run(self) -> int:
        """0 when no test fails with the fault in place."""
        _forget([self.fault.file])
        sys.meta_path.insert(0, Finder(self.fault.file, self.fault.number))
        return _pytest(self.paths, [Chosen(self.tests)] if self.tests else [])


def noticed(
    waiting: Sequence[Trial], jobs: int, until: float = float("inf")
) -> Iterator[tuple[Trial, bool]]:
    """Each trial as it ends, and whether a test failed or did not end; `jobs` run at a time.

    None is begun after the second `until` of the monotonic clock.
    """
    left = list(reversed(waiting))
    running: dict[int, tuple[Trial, float]] = {}
    while left or running:
        if time.monotonic() > until:
            left.clear()
        while left and len(running) < jobs:
            trial = left.pop()
            limit = time.monotonic() + max(LEAST, TIMES * trial.usual)
            running[_forked(trial.run)] = trial, limit
        for process, (trial, limit) in list(running.items()):
            ended, status = os.waitpid(process, os.WNOHANG)
            if not ended and time.monotonic() > limit:
                os.killpg(process, signal.SIGKILL)
                ended, status = os.waitpid(process, 0)
            if ended:
                del running[process]
                yield trial, status != 0
        time.sleep(POLL)
