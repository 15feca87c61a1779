import gc
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from viewer.loading import MANY_VALUES
from viewer.window.gc_timer import Sweeping, sweep

START = """
import gc
gc.disable()
from PySide6.QtCore import QCoreApplication
from viewer.window.gc_timer import Sweeping
application = QCoreApplication([])
sweeping = Sweeping(application)
sweeping.begin()
assert not gc.isenabled() and gc.get_freeze_count() > 1000
"""


class Cycle:
    """A value that only a look for garbage frees; it notes the thread that it was freed in."""

    def __init__(self) -> None:
        self.itself = self
        self.freed_in: list[str] = []
        weakref.finalize(self, note, self.freed_in)


def note(where: list[str]) -> None:
    where.append(threading.current_thread().name)


def litter(count: int) -> None:
    for _ in range(count):
        box: list[object] = []
        box.append(box)


@pytest.fixture
def owner(qapp):
    yield QObject()
    gc.unfreeze()


def test_what_the_start_has_made_is_passed_over_and_python_looks_no_more_by_itself() -> None:
    code = [sys.executable, "-c", START]
    done = subprocess.run(code, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_garbage_of_the_window_is_freed_in_its_own_thread_whoever_makes_values(owner, qtbot):
    Sweeping(owner).begin()
    freed = Cycle().freed_in
    busy = threading.Thread(target=litter, args=(50_000,))
    busy.start()
    busy.join()
    qtbot.waitUntil(lambda: bool(freed))
    assert freed == [threading.main_thread().name]


def test_a_file_of_many_values_is_not_looked_through_while_it_is_read(owner, qtbot):
    sweeping = Sweeping(owner)
    sweeping.begin()
    freed = Cycle().freed_in
    litter(2 * gc.get_threshold()[0])
    with MANY_VALUES:
        sweeping._sweep()
        assert freed == []
    sweeping._sweep()
    assert freed != []


def test_little_that_was_made_is_no_reason_to_look() -> None:
    gc.collect()
    freed = Cycle().freed_in
    sweep()
    assert freed == []
