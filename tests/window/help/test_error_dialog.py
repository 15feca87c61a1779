import errno
import faulthandler
import os
import sys
import threading
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox, QPushButton

from viewer.i18n import load
from viewer.loading import LateProver
from viewer.start_options import Start
from viewer.startup.rest import bring_in
from viewer.startup.talking import Talking
from viewer.window.help.error_dialog import LONGEST_LOG, ErrorReporter
from viewer.window.help.error_report import report_of
from viewer.window.wiring import wire

SECRET = "全省共充实派出所警力1793 名"


@pytest.fixture
def log(tmp_path):
    return tmp_path / "state" / "viewer.log"


@pytest.fixture
def trouble(qapp, log, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    trouble = ErrorReporter(log, lambda: load("zh_CN"), qapp)
    yield trouble
    trouble.stop_watching()
    trouble.setParent(None)  # at once: the next talk looks for one among the application's


def boxes():
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, QMessageBox) and one.isVisible()]


def raised(error):
    try:
        raise error
    except type(error) as caught:
        return caught


def fail(trouble, error):
    caught = raised(error)
    sys.excepthook(type(caught), caught, caught.__traceback__)


def press(box, name):
    box.findChild(QPushButton, name).click()
    QApplication.processEvents()


def test_a_mistake_is_one_dialog_that_says_what_happened_and_that_the_file_is_untouched(
    trouble, log
):
    trouble.catch_everything()
    fail(trouble, AttributeError("no such thing"))
    QApplication.processEvents()
    (box,) = boxes()
    said = [one.accessibleName() for one in box.findChildren(QLabel)]
    assert any("没有被改动" in one for one in said) and any(str(log) in one for one in said)
    assert "AttributeError: no such thing" in box.detailedText()
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in box.findChildren(QLabel))
    press(box, "trouble-go-on")
    assert boxes() == []


def test_the_dialog_stands_before_the_window_in_use_and_outlives_it(trouble, qtbot):
    trouble.catch_everything()
    window = QMainWindow()
    window.show()
    qtbot.waitExposed(window)
    fail(trouble, TypeError("shown before the window"))
    QApplication.processEvents()
    (box,) = boxes()
    assert box.windowHandle().transientParent() is window.windowHandle()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert boxes() == [box]
    press(box, "trouble-go-on")
    assert boxes() == []


def test_fifty_mistakes_at_once_are_one_dialog_and_all_in_the_log(trouble, log):
    trouble.catch_everything()
    for number in range(50):
        fail(trouble, TypeError(f"number {number}"))
    QApplication.processEvents()
    (box,) = boxes()
    assert "number 0" in box.detailedText()
    assert log.read_text("utf-8").count("TypeError") == 50
    press(box, "trouble-go-on")


def test_the_same_mistake_is_not_shown_again_and_another_is(trouble):
    trouble.catch_everything()
    same = raised(TypeError("the same"))
    for _ in range(3):
        sys.excepthook(TypeError, same, same.__traceback__)
        QApplication.processEvents()
        for box in boxes():
            press(box, "trouble-go-on")
    sys.excepthook(TypeError, same, same.__traceback__)
    QApplication.processEvents()
    assert boxes() == []
    fail(trouble, TypeError("another"))
    QApplication.processEvents()
    (box,) = boxes()
    press(box, "trouble-go-on")


def test_a_mistake_in_a_slot_and_one_in_a_thread_come_to_the_same_door(trouble, log, qtbot):
    trouble.catch_everything()

    def work():
        raise TypeError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    QApplication.processEvents()
    (box,) = boxes()
    assert "in a thread" in box.detailedText()
    press(box, "trouble-go-on")

    def slot():
        raise TypeError("in a slot")

    with qtbot.captureExceptions():  # Qt hands what a slot raises to the hook
        sys.excepthook = trouble._caught
        QTimer.singleShot(0, slot)
        qtbot.waitUntil(lambda: "in a slot" in log.read_text("utf-8"))
    for box in boxes():
        press(box, "trouble-go-on")


def test_copying_leaves_the_dialog_and_holds_the_whole_report(trouble):
    trouble.catch_everything()
    fail(trouble, TypeError("copied"))
    QApplication.processEvents()
    (box,) = boxes()
    press(box, "trouble-copy")
    assert QApplication.clipboard().text() == box.detailedText()
    assert boxes() == [box]
    press(box, "trouble-go-on")


def test_closing_asks_the_program_to_quit(trouble, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "viewer.window.help.error_dialog.QGuiApplication.quit", lambda: asked.append(1)
    )
    trouble.catch_everything()
    fail(trouble, TypeError("leave"))
    QApplication.processEvents()
    press(boxes()[0], "trouble-close")
    assert asked == [1]
    assert boxes() == []


def test_neither_log_nor_dialog_holds_words_of_a_passage(trouble, log):
    passage = SECRET
    trouble.catch_everything()
    first = raised(ValueError(f"bad: {passage!r}"))
    second = RuntimeError("because of it")
    second.__cause__ = first
    for error in (first, KeyError(passage), AssertionError(passage), second):
        fail(trouble, error)
    fail(trouble, TypeError(passage * 50))
    QApplication.processEvents()
    written = log.read_text("utf-8")
    assert SECRET not in written
    assert SECRET[:6] not in written
    assert f"builtins.ValueError: ({len(str(first))} characters)" in written
    assert "because of it" in written
    (box,) = boxes()
    assert SECRET not in box.detailedText()
    press(box, "trouble-go-on")


def test_a_circle_of_causes_ends():
    error = raised(TypeError("round"))
    error.__cause__ = error
    assert report_of(error).count("round") == 1 + report_of(error).count('"round"')


def test_a_log_that_grew_long_begins_anew(trouble, log):
    trouble.catch_everything()
    log.parent.mkdir()
    log.write_text("x" * (LONGEST_LOG + 1))
    fail(trouble, TypeError("fresh"))
    assert log.stat().st_size < LONGEST_LOG
    QApplication.processEvents()
    press(boxes()[0], "trouble-go-on")


def test_a_log_that_cannot_be_written_is_said_to_the_terminal(trouble, log, capsys):
    trouble.catch_everything()
    log.parent.write_text("a file in the place of its folder")
    fail(trouble, TypeError("nowhere to write"))
    assert "nowhere to write" in capsys.readouterr().err
    QApplication.processEvents()
    press(boxes()[0], "trouble-go-on")


def test_a_log_that_the_disk_cannot_answer_for_is_not_begun_anew(trouble, log, monkeypatch, capsys):
    log.parent.mkdir()
    log.write_text("what stood there")
    crash = log.with_name("viewer-crash.log")
    crash.write_text("a crash that was not told")
    asked = os.stat

    def failing(path, *more, **named):
        if path in (log, crash):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return asked(path, *more, **named)

    with monkeypatch.context() as disk:
        disk.setattr(os, "stat", failing)
        trouble._log("a mistake")
        assert trouble.watch_for_crashes() == ""
    assert "a mistake" in capsys.readouterr().err
    assert log.read_text() == "what stood there"
    assert crash.read_text() == "a crash that was not told"


def test_a_crash_is_logged_told_at_the_next_start_and_told_once(trouble, log, qapp):
    before = faulthandler.is_enabled()
    crash = log.with_name("viewer-crash.log")
    try:
        assert trouble.watch_for_crashes() == ""
        assert faulthandler.is_enabled()
        crash.write_text("Fatal Python error: Segmentation fault\n  File x.py, line 3\n")
        again = ErrorReporter(log, lambda: load("en"), qapp)
        left = again.watch_for_crashes()
        assert "Segmentation fault" in left
        again.offer_crash(left)
        QApplication.processEvents()
        (box,) = boxes()
        assert "last time" in box.text()
        assert "Segmentation fault" in box.detailedText()
        press(box, "trouble-go-on")
        assert "Segmentation fault" in log.read_text("utf-8")  # nobody copied it
        again.stop_watching()
        assert again.watch_for_crashes() == ""
        again.stop_watching()
        again.setParent(None)
    finally:
        faulthandler.enable(sys.__stderr__) if before else faulthandler.disable()


def test_a_start_after_a_good_end_says_nothing(trouble):
    trouble.offer_crash("")
    QApplication.processEvents()
    assert boxes() == []


def test_a_place_without_room_for_a_log_is_no_mistake(trouble, log):
    log.parent.write_text("a file in the place of its folder")
    assert trouble.watch_for_crashes() == ""


def test_ctrl_c_is_a_wish_to_leave_and_no_mistake(trouble, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "viewer.window.help.error_dialog.QGuiApplication.quit", lambda: asked.append(1)
    )
    trouble._caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert asked == [1]
    assert boxes() == []


def test_a_mistake_while_the_dialogs_are_held_is_logged_told_once_and_shown_at_the_release(
    trouble, log, qtbot
):
    trouble.catch_everything()
    told = []
    trouble.waits.connect(lambda: told.append(1))
    trouble.hold()
    for number in range(3):
        fail(trouble, TypeError(f"number {number}"))
        QApplication.processEvents()
    assert boxes() == []
    assert told == [1]
    assert log.read_text("utf-8").count("TypeError") == 3
    trouble.release()
    QApplication.processEvents()
    (box,) = boxes()
    assert "number 0" in box.detailedText()
    press(box, "trouble-go-on")


def test_a_dialog_that_is_open_goes_away_while_held_and_comes_back(trouble, qtbot):
    trouble.catch_everything()
    fail(trouble, TypeError("before"))
    QApplication.processEvents()
    (box,) = boxes()
    trouble.hold()
    QApplication.processEvents()
    assert boxes() == []
    window = QMainWindow()
    window.show()
    qtbot.waitExposed(window)
    trouble.release()
    QApplication.processEvents()
    assert boxes() == [box]
    assert box.windowHandle().transientParent() is window.windowHandle()
    press(box, "trouble-go-on")
    assert boxes() == []
    window.close()


def test_a_release_shows_what_waited_once_and_without_anything_nothing(trouble):
    trouble.catch_everything()
    trouble.release()
    QApplication.processEvents()
    assert boxes() == []
    trouble.hold()
    fail(trouble, TypeError("once"))
    QApplication.processEvents()
    trouble.release()
    QApplication.processEvents()
    press(boxes()[0], "trouble-go-on")
    trouble.hold()
    trouble.release()
    QApplication.processEvents()
    assert boxes() == []


@pytest.fixture
def talking(trouble, qtbot, appearance, settings, small):
    """What begins a talk in the window of a small file."""
    wired = wire(appearance, settings, LateProver())
    qtbot.addWidget(wired.window)
    bring_in(wired, settings, Start(small.path))
    wired.workspace.take(small)
    return wired.window.findChild(Talking)


def test_a_mistake_during_a_talk_is_a_notice_on_the_console_and_a_dialog_after_it(
    trouble, talking, small
):
    trouble.catch_everything()
    talking.as_asked(Start(small.path, present=True, screen="window"))
    session = talking.presentation.session
    fail(trouble, TypeError("in the talk"))
    QApplication.processEvents()
    assert boxes() == []
    assert session.windows.console.signs.notice == load("zh_CN")("window.talk-trouble")
    session.end()
    QApplication.processEvents()
    (box,) = boxes()
    assert "in the talk" in box.detailedText()
    press(box, "trouble-go-on")


def test_a_talk_that_is_not_begun_holds_no_dialog(trouble, talking):
    trouble.catch_everything()
    talking.set_up()
    talking.presentation.chooser.chosen.emit("")
    assert not talking.presentation.running
    fail(trouble, TypeError("after all"))
    QApplication.processEvents()
    (box,) = boxes()
    press(box, "trouble-go-on")


def offered(trouble, log):
    crash = log.with_name("viewer-crash.log")
    crash.parent.mkdir(parents=True)
    crash.write_text("Fatal Python error: Segmentation fault\n")
    left = trouble.watch_for_crashes()
    trouble.offer_crash(left, later=True)
    QApplication.processEvents()
    return crash


def test_a_crash_is_told_after_the_talk_that_the_start_asked_for(trouble, talking, small, log):
    before = faulthandler.is_enabled()
    try:
        crash = offered(trouble, log)
        talking.as_asked(Start(small.path, present=True, screen="window"))
        QApplication.processEvents()
        assert boxes() == []
        talking.presentation.session.end()
        QApplication.processEvents()
        (box,) = boxes()
        assert "Segmentation fault" in box.detailedText()
        assert crash.read_text("utf-8") == ""
        press(box, "trouble-go-on")
    finally:
        faulthandler.enable(sys.__stderr__) if before else faulthandler.disable()


def test_a_crash_that_was_not_told_is_there_for_the_next_start(trouble, log, qapp):
    before = faulthandler.is_enabled()
    try:
        offered(trouble, log)
        assert boxes() == []
        trouble.stop_watching()
        again = ErrorReporter(log, lambda: load("en"), qapp)
        assert "Segmentation fault" in again.watch_for_crashes()
        again.stop_watching()
        again.setParent(None)
    finally:
        faulthandler.enable(sys.__stderr__) if before else faulthandler.disable()


@pytest.mark.parametrize("where", ["__init__", "open"])
@pytest.mark.parametrize("chosen", [True, False])
def test_a_talk_that_fails_to_begin_through_our_mistake_is_none_and_is_told(
    trouble, talking, small, monkeypatch, where, chosen
):
    def broken(*_):
        raise TypeError("no windows today")

    trouble.catch_everything()
    monkeypatch.setattr(f"viewer.present.session.Windows.{where}", broken)
    begin = talking.set_up
    if not chosen:
        begin = partial(talking.as_asked, Start(small.path, present=True, screen="window"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "excepthook", trouble._caught)
        try:
            begin()
            chooser = talking.presentation.chooser
            if chooser is not None:
                talking.presentation._chose("window")
        except TypeError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert not talking.presentation.running
    QApplication.processEvents()
    (box,) = boxes()
    assert "no windows today" in box.detailedText()
    press(box, "trouble-go-on")


def test_an_end_that_fails_through_our_mistake_is_an_end(trouble, talking, small, monkeypatch):
    def broken(*_):
        raise TypeError("no dialog today")

    talking.as_asked(Start(small.path, present=True, screen="window"))
    session = talking.presentation.session
    session.press("R")
    monkeypatch.setattr(session.leaving, "save_times", broken)
    with pytest.raises(TypeError):
        session.end()
    assert not talking.presentation.running
    trouble.catch_everything()
    fail(trouble, TypeError("afterwards"))
    QApplication.processEvents()
    (box,) = boxes()
    press(box, "trouble-go-on")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")
def test_pipes_in_the_place_of_the_logs_hold_up_neither_the_start_nor_a_report(
    trouble, log, capsys
):
    trouble.catch_everything()
    log.parent.mkdir()
    os.mkfifo(log)
    os.mkfifo(trouble._crash_file)
    assert trouble.watch_for_crashes() == ""
    fail(trouble, ValueError("宽度"))
    QApplication.processEvents()
    (box,) = boxes()
    assert "ValueError" in capsys.readouterr().err
    press(box, "trouble-go-on")
