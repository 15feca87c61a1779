"""What holds for every test: no screen is needed, nothing is remembered, nothing is left over."""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.budget import DEEP, QUICK
from tests.forked import Server
from viewer.platform import Display, display_of

# Before Qt is imported anywhere: without a display that answers, Qt would abort the whole run.
if display_of(os.environ, sys.platform) is Display.NONE:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

# Where Python is told to keep no bytecode, as in many containers, each of the many processes of
# the suite would compile anew what it imports: it is kept with what pytest keeps of a run.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    kept = Path(__file__).resolve().parents[1] / ".pytest_cache" / "bytecode"
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(kept)

# A program hears only the signals that whoever started it does not ignore, and a shell's & or
# nohup ignores some: what the tests start is to hear them all.
for name in ("SIGINT", "SIGHUP", "SIGTERM"):
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, signal.SIG_DFL)

settings.register_profile(
    "quick",
    deadline=None,
    max_examples=QUICK,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
# Beside the suite, before a release: pytest --hypothesis-profile=deep
settings.register_profile("deep", parent=settings.get_profile("quick"), max_examples=DEEP)
settings.load_profile("quick")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each process one run of neighbours, which share what a module makes once.

    Who is done early takes the last half of what another has left.
    """
    from xdist.scheduler import WorkStealingScheduling  # type: ignore[import-untyped]

    return WorkStealingScheduling(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Nothing that is collected is garbage: no search for it while modules and tests only grow."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Thousands of tests and all modules stay to the end: no search for garbage walks them."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Windows of the last tests are freed while Qt is there, not as the interpreter ends after it,
    where freeing them is a segmentation fault now and then."""
    gc.collect()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Homes of persons; pytest's own numbered folders are counted anew for each that is made."""
    folder = tmp_path_factory.mktemp("persons")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(scope="session", autouse=True)
def _no_bytecode_of_copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Take away what was compiled of copies of the program that tests made and ran."""
    yield
    if sys.pycache_prefix:
        kept = Path(cache_from_source(str(tmp_path_factory.getbasetemp() / "a.py"))).parent
        shutil.rmtree(kept, ignore_errors=True)
        with contextlib.suppress(OSError):
            kept.parent.rmdir()  # of a run in several processes, once the last of them is done


@pytest.fixture(autouse=True)
def _own_person(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A person without settings, whose language is Chinese: nothing of the real one is touched."""
    home = next(_homes)
    home.mkdir()
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")


@pytest.fixture(autouse=True)
def _left_as_found(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave neither windows nor a changed application nor garbage to a later test.

    One fixture for all three: each would cost every test as much as a short test takes.
    """
    gc.disable()  # as in the program: no thread that reads a file frees windows of an earlier test
    application = request.getfixturevalue("qapp") if "qapp" in request.fixturenames else None
    face = _face_of(application) if application is not None else None
    try:
        yield
        _close_windows()
        if application is not None:
            _dress(application, face)
    finally:
        gc.enable()
        _collect_what_is_due()


def _face_of(application: Any) -> tuple[Any, Any, str]:
    return application.font(), application.palette(), application.styleSheet()


def _dress(application: Any, face: tuple[Any, Any, str]) -> None:
    """Give the application its plain face, colours and style sheet back: later tests lay out."""
    font, palette, sheet = face
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
    if application.font() != font:
        application.setFont(font)
    if application.palette() != palette:
        application.setPalette(palette)


def _close_windows() -> None:
    """Close and delete every window that a test made; one that lives on would hear later tests.

    Before the application gets its plain face back, which would be laid out for each of them.
    """
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if widgets is None or not isinstance(application, widgets.QApplication):
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from shiboken6 import isValid

    for widget in application.topLevelWidgets():
        # Closing one may take another along. pytest-qt deletes what it was given to keep.
        if isValid(widget) and widget.parent() is None:
            widget.close()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _collect_what_is_due() -> None:
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            break


@pytest.fixture(scope="session")
def programs() -> Iterator[Server]:
    """Starts the program in processes of their own, without importing it each time."""
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any socket of Python that reaches out fails the test; Qt has its own, see tests/hostile."""

    def refuse(*reached: object) -> None:
        raise AssertionError(f"a socket reached out: {reached[1:]}")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)


@pytest.fixture
def root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).resolve().parents[1]
