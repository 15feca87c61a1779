"""A file on a network folder that goes away and comes back, under a window and under a talk."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.window.conftest import SMALL
from tests.window.whole import wire_whole
from viewer.design import palette
from viewer.i18n import load
from viewer.loading import FileState, mark_of
from viewer.model import OnDisk
from viewer.settings import Settings
from viewer.start_options import Start
from viewer.startup.rest import bring_in
from viewer.startup.talking import Talking
from viewer.window.appearance import WindowAppearance
from viewer.window.opening import file_watcher
from viewer.window.wiring import Wired

WORDS = load("zh_CN")
NEW = SMALL.replace("title: 小报", "title: 新报")


@dataclass(frozen=True)
class Far:
    """A folder that can go away and come back with something in its file."""

    file: Path
    leave: Callable[[], None]
    back: Callable[[str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "far"
    made.mkdir()
    return made


def renamed(folder: Path, _: pytest.MonkeyPatch) -> Iterator[Far]:
    """The folder is there under another name meanwhile."""
    away = folder.with_name("away")

    def back(text: str) -> None:
        (away / "small.yaml").write_text(text, "utf-8")
        away.rename(folder)

    yield Far(folder / "small.yaml", lambda: (folder.rename(away), None)[1], back)


def failing(number: int) -> Callable[[Path, pytest.MonkeyPatch], Iterator[Far]]:
    """Every look at the folder ends with an error of the system."""

    def far(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Far]:
        file, plain_stat, plain_open = folder / "small.yaml", Path.stat, os.open
        gone = threading.Event()

        def refuse(path: object) -> None:
            if gone.is_set() and str(path).startswith(str(folder)):
                raise OSError(number, os.strerror(number), str(path))

        def stat(path: Path, **more: bool) -> os.stat_result:
            refuse(path)
            return plain_stat(path, **more)

        def opened(path: str, *more: int, **named: int) -> int:
            refuse(path)
            return plain_open(path, *more, **named)

        def back(text: str) -> None:
            gone.clear()
            file.write_text(text, "utf-8")

        patch.setattr(Path, "stat", stat)
        patch.setattr(os, "open", opened)
        yield Far(file, gone.set, back)

    return far


def mounted(folder: Path, _: pytest.MonkeyPatch) -> Iterator[Far]:
    """A real file system that is unmounted while the file is open in the window."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "far", str(folder)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    leave = ["umount", "-l", str(folder)]

    def back(text: str) -> None:
        subprocess.run(mount, check=True)
        (folder / "small.yaml").write_text(text, "utf-8")

    try:
        yield Far(folder / "small.yaml", lambda: (subprocess.run(leave, check=True), None)[1], back)
    finally:
        subprocess.run(leave, check=False, capture_output=True)


WAYS = {
    "renamed": renamed,
    "stale handle": failing(errno.ESTALE),
    "input/output error": failing(errno.EIO),
    "unmounted": mounted,
}


@pytest.fixture(params=list(WAYS))
def far(request: pytest.FixtureRequest, folder: Path, monkeypatch) -> Iterator[Far]:
    yield from WAYS[request.param](folder, monkeypatch)


@pytest.fixture
def wired(qtbot, appearance: WindowAppearance, settings: Settings, tmp_path) -> Iterator[Wired]:
    assert appearance.style.palette == palette("light")
    made = wire_whole(appearance, settings)
    made.filing._following._every = 0.02
    qtbot.addWidget(made.window)
    bring_in(made, settings, Start(tmp_path / "none.yaml"))
    yield made
    made.filing._following.stop()


def opened(wired: Wired, qtbot, file: Path) -> None:
    file.write_text(SMALL, "utf-8")
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(file)
    wired.workspace.show_section(1)
    wired.workspace.selection.select("centres")


def stands(wired: Wired, title: str) -> None:
    """The reader is still where he was, in the version of that title."""
    assert wired.workspace.briefing.title == title
    assert wired.workspace.number == 1
    assert wired.workspace.selection.key == "centres"


def test_the_window_keeps_the_last_good_version_says_so_and_comes_back(wired, far, qtbot):
    opened(wired, qtbot, far.file)
    with qtbot.waitSignal(wired.filing._following.gone):
        far.leave()
    assert (
        WORDS("window.file-gone", file="small.yaml")
        in wired.window.status.selection.accessibleName()
    )
    stands(wired, "小报")
    with qtbot.waitSignal(wired.workspace.renewed):
        far.back(NEW)
    stands(wired, "新报")


def test_a_file_that_went_while_it_was_read_is_called_gone_when_it_is_shown(
    wired, folder, qtbot, monkeypatch
):
    file = folder / "small.yaml"
    file.write_text(SMALL, "utf-8")
    settle, told = wired.workspace._settle, wired.filing._following.gone.emit
    monkeypatch.setattr(wired.workspace, "_settle", lambda read: (told(file), settle(read)))
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(file)
    assert wired.workspace.on_disk is OnDisk.GONE


def test_reading_again_while_it_is_away_says_so_and_takes_nothing_from_the_screen(
    wired, far, qtbot
):
    opened(wired, qtbot, far.file)
    far.leave()
    with qtbot.waitSignal(wired.workspace.failed) as told:
        wired.filing.reload()
    assert far.file.name in WORDS.of_error(told.args[0])
    stands(wired, "小报")
    with qtbot.waitSignal(wired.workspace.renewed):
        far.back(NEW)
    stands(wired, "新报")


def test_a_talk_goes_on_at_its_place_and_takes_the_new_version_over(wired, far, qtbot):
    opened(wired, qtbot, far.file)
    talking = wired.window.findChild(Talking)
    talking.as_asked(Start(far.file, present=True, screen="window"))
    session = talking.presentation.session
    session.press("Right")
    before = session.state
    with qtbot.waitSignal(wired.filing._following.gone):
        far.leave()
    assert session.windows.console.signs.notice == WORDS("window.talk-gone", file="small.yaml")
    assert session.state == before
    with qtbot.waitSignal(wired.workspace.renewed):
        far.back(NEW)
    assert session.state == before
    assert session.room.talk.briefing.title == "新报"
    assert "新报" in session.windows.audience.windowTitle()
    assert session.windows.console.signs.notice == WORDS("present.renewed")
    session.end()
    assert wired.workspace.briefing.title == "新报"


def test_a_folder_that_does_not_answer_holds_nobody_up(wired, folder, qtbot, monkeypatch):
    file, plain, answer = folder / "small.yaml", mark_of, threading.Event()
    file.write_text(SMALL, "utf-8")

    def hanging(path: Path) -> FileState | None:
        answer.wait(30)
        return plain(path)

    monkeypatch.setattr(file_watcher, "mark_of", hanging)
    with qtbot.waitSignal(wired.workspace.arrived, timeout=3_000):
        wired.filing.open(file)  # the window is here again, the look is not
    wired.workspace.show_section(1)
    assert wired.workspace.number == 1
    answer.set()
    qtbot.waitUntil(wired.filing._following.looks.begun.is_set)
    with qtbot.waitSignal(wired.workspace.renewed):
        file.write_text(NEW, "utf-8")
