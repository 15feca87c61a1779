import threading

import pytest

from tests.window.conftest import SMALL
from viewer import pipeline
from viewer.loading import LateProver, LoadTask, mark_of
from viewer.model import Issue, ViewerError
from viewer.window.opening.file_watcher import Following, Settled
from viewer.window.wiring import wire


def test_a_save_counts_when_it_was_seen_twice(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("a")
    settled = Settled(mark_of(file))
    assert not settled.is_new(mark_of(file))
    file.write_text("longer")
    assert not settled.is_new(mark_of(file))
    assert settled.is_new(mark_of(file))
    assert not settled.is_new(mark_of(file))


def test_a_file_that_is_gone_is_nothing_new_until_it_is_back(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("a")
    settled = Settled(mark_of(file))
    file.unlink()
    assert mark_of(file) is None
    assert not settled.is_new(None)
    assert settled.is_gone(None)
    assert not settled.is_gone(None)
    file.write_text("again")
    settled.is_new(mark_of(file))
    assert settled.is_new(mark_of(file))


def test_an_atomic_replacement_is_seen(tmp_path, qtbot):
    file, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_text("a")
    following = Following(every=0.01)
    with qtbot.waitSignal(following.changed) as told:
        following.follow(file)
        other.write_text("bb")
        other.replace(file)
    following.stop()
    assert told.args == [file]


@pytest.mark.parametrize("deed", ["changed", "gone"])
def test_what_befalls_a_file_between_its_reading_and_the_first_look_is_told(tmp_path, qtbot, deed):
    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    reading = LoadTask(file, LateProver()).start()
    qtbot.waitUntil(lambda: reading.seen is not None)
    if deed == "gone":
        file.unlink()
    else:
        file.write_text(f"{SMALL}\n", "utf-8")
    following = Following(every=0.01)
    with qtbot.waitSignal(getattr(following, deed)) as told:
        following.follow(file, known=reading.before)
    following.stop()
    assert told.args == [file]


@pytest.fixture
def wired(qtbot, appearance, settings):
    appearance.dress_application()
    wired = wire(appearance, settings, LateProver())
    appearance.changed.emit(appearance.style)
    wired.filing._following._every = 0.01
    qtbot.addWidget(wired.window)
    yield wired
    wired.filing._following.stop()


def test_a_save_while_the_file_is_still_being_read_is_shown_in_the_end(wired, small_file, qtbot):
    wired.filing.open(small_file)
    qtbot.waitUntil(
        lambda: wired.workspace.opened is not None
    )  # its words are there, its proof is not
    small_file.write_text(SMALL.replace("title: 小报", "title: 新报"), encoding="utf-8")
    wired.prover.arrive(pipeline)
    qtbot.waitUntil(
        lambda: wired.workspace.opened.complete and wired.workspace.briefing.title == "新报"
    )


def test_a_save_while_a_newer_version_is_being_read_is_not_lost(wired, small_file, qtbot):
    slow = Slow()
    wired.prover.arrive(slow)
    slow.go_on.set()
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    slow.go_on.clear()
    slow.waits.clear()
    small_file.write_text(SMALL.replace("title: 小报", "title: 新报"), encoding="utf-8")
    qtbot.waitUntil(slow.waits.is_set)
    small_file.write_text(SMALL.replace("title: 小报", "title: 更新的报"), encoding="utf-8")
    qtbot.wait(100)
    slow.go_on.set()
    qtbot.waitUntil(lambda: wired.workspace.briefing.title == "更新的报")


def test_a_save_of_the_same_content_shows_nothing_anew(wired, small_file, qtbot):
    wired.prover.arrive(pipeline)
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    with qtbot.assertNotEmitted(wired.workspace.renewed), qtbot.waitSignal(wired.workspace.arrived):
        small_file.write_text(SMALL, encoding="utf-8")


def test_a_broken_save_taken_back_clears_the_notice_and_shows_nothing_anew(
    wired, small_file, qtbot
):
    wired.prover.arrive(pipeline)
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    with qtbot.waitSignal(wired.workspace.arrived):
        small_file.write_text(SMALL.replace("value: 80", "value: 81"), encoding="utf-8")
    assert not wired.window.issues.isHidden()
    with qtbot.assertNotEmitted(wired.workspace.renewed), qtbot.waitSignal(wired.workspace.arrived):
        small_file.write_text(SMALL, encoding="utf-8")
    assert wired.window.issues.isHidden()


def test_a_file_that_is_back_as_it_was_is_no_longer_said_to_be_gone(wired, small_file, qtbot):
    wired.prover.arrive(pipeline)
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    wired.workspace.selection.select("rate")
    before = wired.window.status.selection.accessibleName()
    with qtbot.waitSignal(wired.filing.gone):
        small_file.unlink()
    assert "small.yaml" in wired.window.status.selection.accessibleName()
    with qtbot.waitSignal(wired.workspace.unchanged):
        small_file.write_text(SMALL, encoding="utf-8")
    assert wired.window.status.selection.accessibleName() == before != ""


def proof_of(wired):
    proof = wired.window.sidebar.proof
    return proof.property("state"), proof.said.text()


def test_the_proof_line_is_green_only_while_the_file_on_the_disk_is_shown(wired, small_file, qtbot):
    wired.prover.arrive(pipeline)
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    assert proof_of(wired)[0] == "good"
    read_at = f"{wired.workspace.read_at:%H:%M}"
    with qtbot.waitSignal(wired.workspace.arrived):
        small_file.write_text(SMALL.replace("value: 80", "value: 81"), encoding="utf-8")
    tone, said = proof_of(wired)
    assert tone == "warn"
    assert "1 处错误" in said
    assert read_at in said
    with qtbot.waitSignal(wired.filing.gone):
        small_file.unlink()
    tone, said = proof_of(wired)
    assert tone == "warn"
    assert "读不到文件" in said
    with qtbot.waitSignal(wired.workspace.unchanged):
        small_file.write_text(SMALL, encoding="utf-8")
    assert proof_of(wired)[0] == "good"


def test_while_a_save_is_proven_the_line_is_not_green(wired, small_file, qtbot):
    slow = Slow()
    wired.prover.arrive(slow)
    slow.go_on.set()
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    slow.go_on.clear()
    slow.waits.clear()
    small_file.write_text(SMALL.replace("title: 小报", "title: 新报"), encoding="utf-8")
    qtbot.waitUntil(slow.waits.is_set)
    assert proof_of(wired)[0] == "working"
    slow.go_on.set()
    qtbot.waitUntil(lambda: proof_of(wired)[0] == "good")


def test_a_file_that_was_not_opened_leaves_the_line_of_the_one_shown_in_doubt(
    wired, small_file, tmp_path, qtbot
):
    wired.prover.arrive(pipeline)
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    with qtbot.waitSignal(wired.workspace.failed):
        wired.filing.open(tmp_path / "nowhere.yaml")
    assert proof_of(wired)[0] == "warn"


def test_a_click_on_the_proof_line_goes_to_the_first_doubt(wired, small_file, qtbot):
    wired.prover.arrive(pipeline)
    doubted = SMALL.replace("cite: 建成中心203个", "cite: 建成中心203个, review: 再看一眼")
    small_file.write_text(doubted, encoding="utf-8")
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    assert proof_of(wired)[0] == "warn"
    chosen: list[Issue] = []
    wired.window.issues.chosen.connect(chosen.append)
    wired.window.sidebar.proof.click()
    assert [issue.code for issue in chosen] == ["needs-review"]
    assert wired.window.issues.list.currentItem() is not None
    assert not wired.window.issues.isHidden()


class Slow:
    """The real prover, which waits for a word to go on."""

    def __init__(self) -> None:
        self.go_on, self.waits = threading.Event(), threading.Event()

    def begin(self, opened):
        return pipeline.begin(opened)

    def prove(self, opened):
        self.waits.set()
        self.go_on.wait(20)
        return pipeline.prove(opened)

    def only_proven(self, opened):
        return pipeline.only_proven(opened)


def test_news_that_are_not_about_a_file_stay_when_the_file_arrives(wired, qtbot, small_file):
    wired.prover.arrive(pipeline)
    wired.filing.show_notice(ViewerError("questions-left", path="questions.txt"))
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    assert wired.window.issues.isVisibleTo(wired.window)
    assert "questions.txt" in wired.window.issues.heading.text()
    wired.window.issues.closed.emit()
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    assert not wired.window.issues.isVisibleTo(wired.window)
