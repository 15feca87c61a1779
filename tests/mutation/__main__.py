"""Do the tests notice a fault? Changes one operator or constant at a time and runs the tests of it.

    python -m tests.mutation                     200 faults in rules of charts, proof and talk
    python -m tests.mutation -n 40 viewer/talk   40 faults in one package
    python -m tests.mutation --seconds 600       as many as there is time for

A fault is made in memory as its module is imported; no file is changed. A number gets one more;
from a hundred on it is a limit, which is raised tenfold, and compared with from its other side.
First all tests run once, to learn which run which line; a fault is tried with those that run its
line, then, if they do not notice it, with all that run anything of its module, or, where its line
runs as the module is imported, with all. What none notices is listed as
`file:line:column: what was changed`. POSIX only.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.mutation.faults import Fault, chosen
from tests.mutation.running import Trial, noticed, preload, record
from tests.mutation.selection import Selection

TESTS = {
    "viewer/proof": ("tests/proof", "tests/chart"),
    "viewer/chart": ("tests/chart", "tests/proof"),
    "viewer/talk": ("tests/talk",),
    "viewer/quantities/wording.py": ("tests/quantities/test_wording.py", "tests/chart"),
}
"""Which tests speak of a module, by the first prefix that fits; else those of its package."""
DEFAULT = ("viewer/proof", "viewer/chart/kinds", "viewer/chart/notation.py", "viewer/talk")
ENOUGH = 90
"""So many faults of a hundred are to be noticed."""


def paths_of(file: str) -> tuple[str, ...]:
    """The tests that speak of a module."""
    fitting = (paths for prefix, paths in TESTS.items() if file.startswith(prefix))
    package = "/".join(Path(file).parts[1:2])
    return next(fitting, (f"tests/{package}",))


def selected(faults: Sequence[Fault], folder: Path) -> Selection | None:
    """Who runs which line of the files with faults; None when a test fails without any."""
    paths = sorted({path for fault in faults for path in paths_of(fault.file)})
    return record(paths, sorted({fault.file for fault in faults}), folder)


def survivors(
    faults: Sequence[Fault], selection: Selection, until: float, jobs: int
) -> tuple[int, list[Fault]]:
    """How many faults were tried until a second of the monotonic clock; which no test noticed.

    Each is printed as soon as it is known.
    """
    first = [trial_of(fault, selection) for fault in faults]
    results = list(noticed(first, jobs, until))
    again = [trial_of(trial.fault, selection, whole=True) for trial, seen in results if not seen]
    missed = []
    for trial, seen in noticed(again, jobs):
        if not seen:
            missed.append(trial.fault)
            print(place(trial.fault), flush=True)
    return len(results), missed


def place(fault: Fault) -> str:
    """A fault as an editor finds it."""
    return f"{fault.file}:{fault.line}:{fault.column}: {fault.change}"


def trial_of(fault: Fault, selection: Selection, whole: bool = False) -> Trial:
    """The trial of a fault by the tests that run its line, or anything of its module."""
    tests = selection.tests_of(fault, whole)
    usual = sum(selection.seconds.get(test, 0.0) for test in tests or selection.seconds)
    files = sorted({test.partition("::")[0] for test in tests})
    return Trial(fault, files or paths_of(fault.file), tests, usual)


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """What the command was called with."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("names", nargs="*", default=list(DEFAULT))
    parser.add_argument("-n", type=int, default=200, help="how many faults")
    parser.add_argument("-j", type=int, default=2, help="how many at a time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Make the faults; 0 when nine of ten or more were noticed, 2 when tests fail without any."""
    given = arguments(argv)
    until = time.monotonic() + given.seconds
    faults = chosen(given.names or DEFAULT, given.n, given.seed)
    with tempfile.TemporaryDirectory() as folder:
        preload(Path(folder))
        selection = selected(faults, Path(folder))
        if selection is None:
            print("some of the tests fail without any fault")
            return 2
        tried, missed = survivors(faults, selection, until, given.j)
    part = 100 * (tried - len(missed)) / max(tried, 1)
    print(f"{tried - len(missed)} of {tried} faults noticed ({part:.1f} %)")
    return 0 if part >= ENOUGH else 1


if __name__ == "__main__":
    raise SystemExit(main())
