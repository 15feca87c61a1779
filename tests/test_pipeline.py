import pytest

from viewer import pipeline
from viewer.model import Place, ViewerError
from viewer.pipeline import open_briefing
from viewer.resources import bundled

GOOD = """briefing: 1
title: 简报
sections:
  - id: one
    title: 民警
    passage: 共有 1793 名民警。
    metrics:
      - id: officers
        label: 民警
        value: 1793
        unit: 名
        cite: 1793 名民警
  - id: two
    title: 警务室
    passage: 共有 3250 个警务室。
    metrics:
      - id: rooms
        label: 警务室
        value: 3250
        unit: 个
        of: officers
        cite: 3250 个警务室
"""


@pytest.fixture
def open_text(tmp_path):
    def opened(text):
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        return open_briefing(tmp_path / "a.yaml")

    return opened


def codes(opened):
    return [issue.code for issue in opened.issues]


def test_a_good_file_is_read_and_proven():
    opened = open_briefing(bundled("shandong-2020.yaml"))
    assert opened.complete
    assert len(opened.proof.figures) == opened.proof.cited == 43
    assert opened.issues == ()


def test_reading_and_proving_can_be_done_one_after_the_other(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(GOOD.replace("        of: officers\n", ""), encoding="utf-8")
    read = pipeline.read(path)
    assert (read.complete, dict(read.proof.figures)) == (False, {})
    begun = pipeline.begin(read)
    assert (begun.complete, set(begun.proof.figures)) == (False, {"officers"})
    proven = pipeline.prove(read)
    assert (proven.complete, set(proven.proof.figures)) == (True, {"officers", "rooms"})
    assert read.digest == proven.digest == pipeline.read(path).digest


def test_issues_of_the_reader_and_of_the_proof_stand_in_one_order(open_text):
    opened = open_text(
        GOOD.replace("value: 3250", "value: 3251").replace("title: 简报", "titel: x")
    )
    assert {"key-missing", "key-unknown", "value-disagrees"} < set(codes(opened))
    places = [issue.place for issue in opened.issues]
    assert places == sorted(places)


def test_an_issue_of_the_proof_stands_at_the_field_that_it_names(open_text):
    opened = open_text(GOOD.replace("of: officers", "of: nobody"))
    (issue,) = opened.issues
    assert (issue.code, issue.place) == ("of-unknown", Place(21, 13))


def test_a_metric_that_could_not_be_read_is_not_missed_a_second_time(open_text):
    assert codes(open_text(GOOD.replace("value: 1793", "value: 很多"))) == ["value-wrong"]


def test_a_file_without_sections_is_opened_with_its_issues_and_no_proof(open_text):
    opened = open_text("title: 简报\n")
    assert (opened.briefing, opened.complete) == (None, True)
    assert codes(opened) == ["key-missing", "key-missing"]
    assert pipeline.begin(opened) is opened


def test_a_file_that_is_not_there_stops_with_one_reason(tmp_path):
    with pytest.raises(ViewerError) as stop:
        open_briefing(tmp_path / "none.yaml")
    assert stop.value.code == "file-missing"


def test_a_chart_of_a_wrong_kind_has_its_other_mistakes_told_in_the_same_go(open_text):
    charts = "    charts:\n      - {title: 图, kind: pie, metrics: [rooms, halls]}\n"
    opened = open_text(GOOD.replace("  - id: two", "  - id: second") + charts)
    codes = [issue.code for issue in opened.issues if "charts" in issue.path]
    assert codes == ["choice-wrong", "chart-metric-unknown"]


@pytest.mark.parametrize(("id_", "told"), [("rooms!", 0), ("rooms", 1)])
def test_no_lead_is_unknown_where_an_id_of_its_section_could_not_be_read(open_text, id_, told):
    text = GOOD.replace("id: rooms", f"id: {id_}")
    opened = open_text(text.replace("    title: 警务室", "    lead: halls\n    title: 警务室"))
    assert [issue.code for issue in opened.issues].count("lead-unknown") == told
