"""What follows from two figures, kept in the file as a computed figure."""

from pathlib import Path

import pytest

from tests.edit.files import FILE
from viewer.chart import Form, Treatment, compile_section
from viewer.datafile import write_briefing
from viewer.edit.kept_comparison import storable_results
from viewer.edit.operations import KeepComparison, RemoveMetrics
from viewer.edit.session import EditSession
from viewer.edit.version import Version
from viewer.i18n import load
from viewer.model import Briefing
from viewer.pipeline import open_briefing
from viewer.quantities.wording import Sourced

WORDS = load("zh_CN")


def figure(briefing: Briefing, id_: str) -> Sourced:
    return next(
        Sourced(metric, metric.point, section.passage.text)
        for section in briefing.sections
        for metric in section.metrics
        if metric.id == id_
    )


@pytest.fixture
def session(tmp_path: Path) -> EditSession:
    path = tmp_path / "port.yaml"
    path.write_text(FILE, encoding="utf-8")
    return EditSession.of(open_briefing(path))


def test_a_kept_comparison_stands_in_the_file_with_its_formula_and_can_be_taken_back(
    session: EditSession,
) -> None:
    briefing = session.version.briefing
    share, times, difference = storable_results(
        briefing, figure(briefing, "foreign"), figure(briefing, "total"), WORDS
    )
    assert (share.formula, share.written, share.unit) == ("80万 ÷ 320万", "25", "%")
    assert (times.formula, times.written, times.unit) == ("320万 ÷ 80万", "4", "倍")
    assert (difference.formula, difference.written) == ("320万 − 80万", "240万")
    record = times.record(briefing, "").items()
    assert session.perform([KeepComparison("cargo", tuple(record))])
    kept = session.version.briefing.sections[0].metrics[-1]
    assert (kept.point.formula, kept.terms, kept.point.cite) == (
        "320万 ÷ 80万",
        ("total", "foreign"),
        None,
    )
    assert "computed: 320万 ÷ 80万" in session.path.read_text(encoding="utf-8")
    written = Version.of(write_briefing(session.version.briefing).encode())
    assert written.briefing.sections[0].metrics[-1].terms == ("total", "foreign")
    session.undo()
    assert session.path.read_text(encoding="utf-8") == FILE


def test_a_computed_figure_is_drawn_dashed_with_its_formula(session: EditSession) -> None:
    briefing = session.version.briefing
    times = storable_results(
        briefing, figure(briefing, "total"), figure(briefing, "foreign"), WORDS
    )[1]
    record = times.record(briefing, "总量是外贸的").items()
    session.perform([KeepComparison("cargo", tuple(record))])
    now = session.version.briefing
    section = now.sections[0]
    scenes = compile_section(section, now, session.version.figures, WORDS)
    key = section.metrics[-1].id
    (scene,) = [scene for scene in scenes if key in scene.by_key]
    mark = scene.by_key[key]
    assert scene.form is Form.CARDS
    assert (mark.label, mark.treatment) == ("总量是外贸的", Treatment.DASHED)
    assert mark.computed is not None
    assert mark.computed.formula == "320万 ÷ 80万 = 4 倍"


def test_what_was_computed_from_a_figure_goes_with_it(session: EditSession) -> None:
    briefing = session.version.briefing
    kept = storable_results(
        briefing, figure(briefing, "total"), figure(briefing, "foreign"), WORDS
    )[1]
    session.perform([KeepComparison("cargo", tuple(kept.record(briefing, "").items()))])
    session.perform([RemoveMetrics(("foreign",))])
    ids = [metric.id for metric in session.version.briefing.sections[0].metrics]
    assert ids == ["total", "growth", "routes", "page"]


@pytest.mark.parametrize("other", ["routes", "growth"])
def test_nothing_is_kept_of_figures_that_nothing_follows_from(
    session: EditSession, other: str
) -> None:
    briefing = session.version.briefing
    assert (
        storable_results(briefing, figure(briefing, "total"), figure(briefing, other), WORDS) == ()
    )
