import threading

import pytest

from tests.bench.large import write_large
from viewer import pipeline
from viewer.loading import LONG, LateProver, LoadTask, Opened, head_of
from viewer.model import ViewerError
from viewer.resources import bundled

SAMPLE = "shandong-2020.yaml"


def opened_by(reading: LoadTask) -> Opened:
    """What came of a reading that succeeded."""
    outcome = reading.outcome
    assert isinstance(outcome, Opened)
    return outcome


class Slow:
    """Proves as the real one does, and keeps what was asked of it."""

    def __init__(self) -> None:
        self.begun: list[Opened] = []
        self.threads: set[str] = set()

    def begin(self, opened):
        self.begun.append(opened)
        return pipeline.begin(opened)

    def prove(self, opened):
        self.threads.add(threading.current_thread().name)
        return pipeline.prove(opened)

    def only_proven(self, opened):
        return pipeline.only_proven(opened)


def test_words_can_be_seen_before_what_proves_them_is_there():
    prover = LateProver()
    reading = LoadTask(bundled(SAMPLE), prover).start()
    reading.wait_for_something(30)
    assert len(reading.seen.briefing.sections) == 4
    assert (reading.seen.complete, dict(reading.seen.proof.figures)) == (False, {})
    assert reading.outcome is None
    prover.arrive(pipeline)
    assert reading.wait(30)
    assert (opened_by(reading).complete, len(opened_by(reading).proof.figures)) == (True, 43)


def test_a_file_is_read_and_proven_in_a_thread_of_its_own():
    prover = Slow()
    assert LoadTask(bundled(SAMPLE), prover).start().wait(30)
    assert prover.threads == {"reading"}
    assert prover.begun == []  # a short file needs no haste


def test_a_window_does_not_wait_for_a_report_to_be_read_as_a_briefing(monkeypatch):
    reading = LoadTask(bundled("shandong-2020.txt"), LateProver())
    monkeypatch.setattr(threading.Event, "wait", lambda *_: pytest.fail("it waited"))
    reading.wait_for_something(30)


def test_the_first_section_of_a_long_file_comes_before_the_rest(tmp_path):
    path = write_large(tmp_path / "large.yaml", sections=60)
    assert path.stat().st_size > LONG
    prover = Slow()
    reading = LoadTask(path, prover).start()
    assert reading.wait(120)
    (first,) = prover.begun
    assert [section.id for section in first.briefing.sections] == ["s0"]
    assert opened_by(reading).briefing.sections[0] == first.briefing.sections[0]
    assert len(opened_by(reading).proof.figures) == opened_by(reading).proof.cited == 300


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("sections:\n- id: a\n- id: b\n", "sections:\n- id: a\n"),
        ("x: 1\nsections: # all\n\n  - id: a\n    t: |\n      - no\n  - id: b\n", "b"),
        ("sections:\n  - id: a\n", None),
        ("sections: [{id: a}, {id: b}]\n", None),
        ("title: x\n", None),
    ],
)
def test_the_head_of_a_file_ends_before_its_second_section(text, head):
    if head == "b":
        head = text[: text.index("  - id: b")]
    assert head_of(text.encode()) == (head.encode() if head else None)


def test_a_file_with_errors_is_not_seen_before_its_outcome(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(bundled(SAMPLE).read_text("utf-8").replace("briefing: 1", "briefing: 9"))
    reading = LoadTask(path, pipeline).start()
    assert reading.wait(30)
    assert reading.seen is None
    assert opened_by(reading).issues


def test_a_reading_that_is_stopped_has_the_reason_for_its_outcome(tmp_path):
    reading = LoadTask(tmp_path / "none.yaml", pipeline).start()
    reading.wait_for_something(30)
    assert reading.wait(30)
    assert isinstance(reading.outcome, ViewerError)
    assert reading.seen is None
