"""The real program, used from inside as a reader uses it: `python -m tests.driven DEED [ARGS...]`.

Everything runs as at any start, from the command line to the exit code; only when the event loop
begins does the deed begin in it. A deed is a generator: at each `yield` the window goes on alone.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QWidget

from viewer.startup.talking import Talking
from viewer.window.main import MainWindow

Deed = Iterator[None]
WAIT = 15
"""Milliseconds given to the window at each `yield`."""


class Driver(QObject):
    """Does a deed step by step; whatever goes wrong in it ends the process with 70."""

    def __init__(self, deed: Deed) -> None:
        super().__init__()
        self._deed = deed
        self._timer = QTimer(self)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        self._timer.start()

    def _step(self) -> None:
        try:
            next(self._deed)
        except StopIteration:
            self._timer.stop()
            the_window().close()
        except BaseException as error:
            import traceback

            traceback.print_exception(error)
            sys.stderr.flush()
            os._exit(70)


def the_window() -> MainWindow:
    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    return window


def talking() -> Talking | None:
    found = the_window().findChildren(Talking)
    return found[0] if found else None


def ready() -> Deed:
    """Until the file is proven and all that comes later has come."""
    while talking() is None or the_window().sidebar.proof.property("state") in (None, "working"):
        yield
    while not the_window().findChild(QWidget, "charts").accessibleDescription():
        yield


def ask(name: str) -> None:
    the_window().actions_by_id[name].trigger()


def talk(keys: tuple[str, ...] = ("Right", "Right", "G", "Esc", "O", "Esc")) -> Deed:
    """A talk from the open section on: some keys, and its end."""
    ask("present-here")
    yield
    presentation = talking().presentation
    session = presentation.session
    assert session is not None
    for key in keys:
        session.press(key)
    yield
    session.end()
    yield
    assert presentation.session is None


def everything() -> Deed:
    """Every pane, list and dialog once, every section, and a talk."""
    yield from ready()
    window = the_window()
    for _ in range(window.sidebar.sections.rowCount()):
        ask("next-figure")
        yield
        ask("next-section")
        yield
    for name in ("table", "coverage", "issues", "find", "zoom-in", "theme-dark", "language-en"):
        ask(name)
        yield
    for name in ("go-to", "export", "keys", "about"):
        ask(name)
        yield
        for dialog in window.findChildren(QDialog):
            dialog.reject()
            dialog.deleteLater()
        yield
    ask("reload")
    yield
    yield from talk()


def open_and_close() -> Deed:
    """Nothing but a start and an end."""
    yield from ready()


def loaded() -> Deed:
    """What draws plots, of all that is loaded, once the charts of the first section are there."""
    while not _charted():
        yield
    print(*sorted({"pyqtgraph", "numpy"} & set(sys.modules)))


def _charted() -> bool:
    window = the_window()
    pane = window.findChild(QWidget, "charts")
    proven = window.sidebar.proof.property("state") not in (None, "working")
    return proven and pane is not None and bool(pane.accessibleDescription())


def stay() -> Deed:
    """Somewhere in the file, with something changed, until somebody else ends it."""
    yield from ready()
    ask("next-section")
    ask("table")
    yield
    print("here", flush=True)
    while True:
        yield


def talk_on() -> Deed:
    """In a talk, until somebody else ends it."""
    yield from ready()
    ask("next-section")
    ask("present")
    yield
    print("here", flush=True)
    while True:
        yield


def _note_a_question() -> Deed:
    """In a talk, a question noted that has no file."""
    yield from ready()
    ask("present")
    yield
    session = talking().presentation.session
    session.press("Q")
    session.press("Q")  # on the one display there is, where all can read along
    session.windows.presenters().panels.line.setText("从哪里来的？")
    session.press("Return")


def asked_on() -> Deed:
    """In a talk, with a question noted that has no file, until somebody else ends it."""
    yield from _note_a_question()
    yield
    print("here", flush=True)
    while True:
        yield


def left_talking() -> Deed:
    """A talk with a question, its desk closed under it; over it nothing is left to close."""
    yield from _note_a_question()
    the_window().close()
    yield
    QTimer.singleShot(50, _think_better_of_it)
    print("here", flush=True)
    talking().presentation.session.end()
    while True:  # not the end of the deed but that of the talk must end the process
        yield


def _think_better_of_it() -> None:
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.reject()


def told_of_questions() -> Deed:
    """The window says where the questions of the last talk are."""
    yield from ready()
    issues = the_window().issues
    assert issues.isVisible()
    assert any("questions-" in one.text() for one in issues.findChildren(QLabel))


def blocked() -> Deed:
    """Before a question that waits for an answer, until somebody else ends it."""
    yield from ready()
    ask("next-section")
    QTimer.singleShot(0, partial(print, "here", flush=True))
    QMessageBox.question(the_window(), "?", "?")


def stuck_in_python() -> Deed:
    """In a loop that handles no event and never ends."""
    yield from ready()
    print("here", flush=True)
    while True:
        pass


def stuck_in_a_call() -> Deed:
    """In a call of the system that never comes back."""
    yield from ready()
    out, _ = os.pipe()
    print("here", flush=True)
    os.read(out, 1)


def crash() -> Deed:
    """The process ends as one with a fault in a library does."""
    yield from ready()
    faulthandler._sigsegv()  # type: ignore[attr-defined]


def told_of_crash() -> Deed:
    """The dialog that tells of the crash is there, alone, and goes."""
    yield from ready()
    (box,) = _boxes()
    assert "Segmentation fault" in box.detailedText()
    box.defaultButton().click()
    yield
    assert not _boxes()


def told_nothing() -> Deed:
    """No dialog is there."""
    yield from ready()
    assert not _boxes()


def safe() -> Deed:
    """A window as at the very first start."""
    yield from ready()
    window = the_window()
    actions = window.actions_by_id
    assert actions["theme-system"].isChecked()
    assert not actions["table"].isChecked()
    assert "100%" in window.status.state.text()
    actions["theme-dark"].trigger()
    yield


def _boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]


DEEDS: dict[str, Callable[[], Deed]] = {
    "everything": everything,
    "open": open_and_close,
    "loaded": loaded,
    "stay": stay,
    "talk": talk_on,
    "asked": asked_on,
    "left-talking": left_talking,
    "told-of-questions": told_of_questions,
    "blocked": blocked,
    "stuck-in-python": stuck_in_python,
    "stuck-in-a-call": stuck_in_a_call,
    "crash": crash,
    "told-of-crash": told_of_crash,
    "told-nothing": told_nothing,
    "safe": safe,
}


def drive(deed: Callable[[], Deed], *arguments: str) -> int:
    """Start the program with these arguments and do the deed in it; the exit code."""
    plain_exec = QApplication.exec

    def driven_exec(*_: object) -> int:
        driver = Driver(deed())
        driver.begin()
        return plain_exec()

    QApplication.exec = driven_exec
    from viewer import cli

    return cli.main(arguments)


def main(words: Sequence[str]) -> int:
    """Do the deed of the first word, with the others for arguments of the program."""
    return drive(DEEDS[words[0]], *words[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
