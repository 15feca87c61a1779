"""No call of the program reaches the disk without a row in the table, and each row holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.faults.census import touches
from tests.faults.deeds import IN_WINDOW, Place, furnished
from tests.faults.injected import Sweep, at, faults, reached, sweeps
from tests.faults.rows import DECK, ELSEWHERE, PROCESSES, ROWS, Row
from viewer import pipeline
from viewer.i18n import load
from viewer.i18n.messages import _catalogue
from viewer.loading import LateProver
from viewer.rendering.faces import choose_faces
from viewer.settings import load_settings
from viewer.window.appearance import WindowAppearance
from viewer.window.wiring import Wired, wire

MEANS = {
    "open": "open",
    "os.open": "open",
    "read": "read",
    "read_bytes": "open read",
    "read_text": "open read",
    "write_text": "open write",
    "write_bytes": "open write",
    "exists": "stat",
    "is_file": "stat",
    "is_dir": "stat",
    "isdir": "stat",
    "isfile": "stat",
    "samefile": "stat",
    "glob": "scandir",
    "realpath": "lstat",
}
"""What the calls of the source come to at the system; the rest go by their own names."""
RARE = {
    "settings/atomic.py:_replace": {"unlink"},  # after a fault only
    "settings/atomic.py:atomic_write": {"write_bytes"},  # a device, see below
}


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path, qapp: object) -> Iterator[Place]:
    """A place with a window where a deed needs one: making it takes longer than most rows. An
    application is there for each: without one Qt ends the process where a face is loaded.
    """
    row = request.node.callspec.params["row"] if hasattr(request.node, "callspec") else None
    if row is None or IN_WINDOW & set(row.deeds):
        wired = request.getfixturevalue("wired")
        yield Place(furnished(tmp_path).folder, wired)
        wired.window.closing.emit()
    else:
        yield furnished(tmp_path)


@pytest.fixture
def wired(qapp, qtbot) -> Wired:
    settings = load_settings(safe=True)
    appearance = WindowAppearance(qapp, settings, choose_faces(), load("zh_CN"), "light")
    prover = LateProver()
    prover.arrive(pipeline)
    appearance.dress_application()
    wired = wire(appearance, settings, prover)
    appearance.changed.emit(appearance.style)
    qtbot.addWidget(wired.window)
    return wired


def test_every_call_that_reaches_the_disk_has_a_row_and_every_row_a_call():
    known = {touch for row in ROWS for touch in row.touches} | {touch for touch, _ in ELSEWHERE}
    found = touches()
    assert found - known == set()
    assert known - found == set()
    assert len({row.place for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.place)
def test_a_fault_at_a_row_is_one_plain_message_with_a_path_and_the_program_goes_on(
    place: Place, row: Row
):
    for sweep in sweeps(ROWS.index(row)):
        fails_plainly(place, row, sweep)


def fails_plainly(place: Place, row: Row, sweep: Sweep) -> None:
    """Every call of a row that fails is told, or done without, in the same place."""
    met = set()
    for deed in row.deeds:
        assert deed(place) == ""
        again = partial(anew, deed) if row.file.startswith("i18n/") else deed
        for call, told in faults(at(row.place), sweep, partial(again, place), some=False):
            met.add(call)
            assert isinstance(told, str)
            assert bool(told) or call in row.silent.split() or row.silent == "*", (deed, call)
            if told:
                plain(told)
        assert deed(place) == ""  # it goes on
    wanted = set(row.calls.split()) - RARE.get(row.place, set())
    calls = {low.removeprefix("os.") for call in wanted for low in MEANS.get(call, call).split()}
    assert calls - met == set()


def anew(deed: Callable[[Place], str], place: Place) -> str:
    """Do a deed that finds no catalogue in memory."""
    _catalogue.cache_clear()
    return deed(place)


def plain(told: str) -> None:
    """One line in the catalogue's words, with the path of what could not be reached."""
    assert len(told.strip().splitlines()) == 1, told
    assert "Traceback" not in told
    assert "{" not in told
    assert "/" in told or "\\" in told, told


def test_no_deed_reaches_the_disk_from_a_place_without_a_row(place: Place):
    known = {row.place for row in ROWS} | {touch.place for touch, _ in ELSEWHERE} | PROCESSES
    for deed in {DECK, *(deed for row in ROWS for deed in row.deeds)}:
        assert reached(partial(anew, deed, place)) - known == set()
