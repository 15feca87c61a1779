from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viewer.datafile import read_briefing, read_bytes
from viewer.datafile.issue_collector import MOST_ISSUES
from viewer.model import Kind, Place, Qualifier, Standing
from viewer.resources import bundled

HEAD = "briefing: 1\ntitle: 简报\nsections:\n"
SECTION = "  - id: one\n    title: 一\n    passage: 共有 1793 名民警，占 80% 以上。\n"
METRIC = """    metrics:
      - id: officers
        label: 民警
        value: 1793
        unit: 名
        cite: 共有 1793 名民警
"""
GOOD = HEAD + SECTION + METRIC
SAMPLE = read_bytes(bundled("shandong-2020.yaml"))


def issues(text):
    return [
        (i.code, i.place.line, i.place.column, i.path) for i in read_briefing(text.encode()).issues
    ]


def metric(extra="", value="1793", unit="名"):
    """The only metric of a file with `extra` lines, its value and its unit."""
    text = METRIC.replace("1793\n", f"{value}\n").replace("unit: 名", f"unit: {unit}")
    reading = read_briefing((HEAD + SECTION + text + extra).encode())
    assert reading.issues == ()
    return reading.briefing.sections[0].metrics[0]


def test_a_good_file_becomes_frozen_values_with_their_places():
    reading = read_briefing(GOOD.encode())
    assert reading.issues == ()
    section = reading.briefing.sections[0]
    found = section.metrics[0]
    assert (section.place, section.path) == (Place(4, 5), "sections[0]")
    assert section.passage_place == Place(6, 14)
    assert (found.place, found.path) == (Place(8, 9), "sections[0].metrics[0]")
    point = found.point
    assert (point.key, point.written, point.value) == ("officers", "1793", Decimal(1793))
    assert (point.cite, point.place) == ("共有 1793 名民警", Place(12, 15))


def test_the_first_character_of_a_passage_is_placed_whatever_its_style():
    for written, place in {
        "|\n      公安": Place(7, 7),
        "|\n\n        公安": Place(7, 9),
        "|2\n        公安": Place(7, 7),
        "'公安'": Place(6, 15),
        '"公安"': Place(6, 15),
    }.items():
        text = f"{HEAD}  - id: one\n    title: 一\n    passage: {written}\n"
        assert read_briefing(text.encode()).briefing.sections[0].passage_place == place, written


@pytest.mark.parametrize(
    ("unit", "extra", "kind"),
    [
        ("名", "", Kind.COUNT),
        ("''", "", Kind.COUNT),
        ("'%'", "", Kind.SHARE),
        ("percent", "", Kind.SHARE),
        ("'%'", "        versus: 上年\n", Kind.CHANGE),
        ("个百分点", "", Kind.CHANGE),
        ("倍", "", Kind.CHANGE),
        ("元", "", Kind.AMOUNT),
        ("平方米", "", Kind.AMOUNT),
        ("小时", "", Kind.DURATION),
        ("元", "        kind: count\n", Kind.COUNT),
    ],
)
def test_the_kind_follows_from_unit_and_base_unless_it_is_said(unit, extra, kind):
    assert metric(extra, unit=unit).kind is kind


@pytest.mark.parametrize(
    ("written", "value", "high"),
    [
        ("1793", 1793, None),
        ("-3.2", Decimal("-3.2"), None),
        ("'1.48亿'", 148_000_000, None),
        ("八成", 80, None),
        ("１７９３", 1793, None),
        ("3000—5000", 3000, 5000),
        ("0012", 12, None),
        ("1000000000000000", 10**15, None),
    ],
)
def test_values_are_read_as_reports_write_them(written, value, high):
    point = metric(value=written).point
    assert (point.value, point.high) == (value, high)
    assert point.written == written.strip("'")


def test_words_that_yaml_would_guess_at_stay_words():
    text = GOOD.replace("id: officers", "id: no").replace("title: 简报", "title: 2020-01-01")
    briefing = read_briefing((text + "        period: 1.10\n").encode()).briefing
    assert briefing.title == "2020-01-01"
    assert briefing.sections[0].metrics[0].id == "no"
    assert briefing.sections[0].metrics[0].period == "1.10"


@pytest.mark.parametrize("standing", list(Standing))
def test_a_metric_says_what_is_no_fact(standing):
    text = GOOD + f"        standing: {standing}\n"
    assert read_briefing(text.encode()).briefing.sections[0].metrics[0].standing is standing
    assert read_briefing(GOOD.encode()).briefing.sections[0].metrics[0].standing is Standing.FACT


@pytest.mark.parametrize(("word", "code"), [("targt", "choice-near"), ("雪", "choice-wrong")])
def test_a_standing_that_is_none_is_told_with_those_there_are(word, code):
    (issue,) = read_briefing((GOOD + f"        standing: {word}\n").encode()).issues
    assert (issue.code, issue.params["key"]) == (code, "standing")
    assert issue.params["choices"] == "fact target plan forecast"


def test_a_series_has_a_point_for_each_period():
    series = """    metrics:
      - id: cars
        label: 车辆
        unit: 辆
        qualifier: approx
        series:
          - {period: 2019, value: 36, from: 年鉴}
          - {period: 2020, value: 1793, cite: 共有 1793}
"""
    found = read_briefing((HEAD + SECTION + series).encode()).briefing.sections[0].metrics[0]
    assert [point.key for point in found.points] == ["cars@2019", "cars@2020"]
    assert [point.origin for point in found.points] == ["年鉴", None]
    assert (found.series, found.qualifier, found.point.period) == (True, Qualifier.APPROX, "2020")


def test_all_mistakes_of_a_file_are_told_in_one_pass():
    text = (
        GOOD.replace("title: 简报", "title：简报")
        .replace("unit: 名", "unit: %")
        .replace("id: one", "id: 一")
        .replace("value: 1793", "value: 12:30")
        .replace("label:", "lable:")
    )
    assert issues(text) == [
        ("colon-wide", 2, 6, ""),
        ("id-wrong", 4, 9, "sections[0].id"),
        ("key-missing", 8, 9, "sections[0].metrics[0].label"),
        ("key-unknown", 9, 9, "sections[0].metrics[0].lable"),
        ("value-clock", 10, 16, "sections[0].metrics[0].value"),
        ("value-mark", 11, 15, ""),
    ]


def test_the_nearest_known_key_is_named():
    (issue,) = read_briefing(GOOD.replace("title: 简报", "title: 简报\nperoid: x").encode()).issues
    assert (issue.code, issue.params["key"], issue.params["near"]) == (
        "key-unknown",
        "peroid",
        "period",
    )


def test_both_lines_of_a_key_that_stands_twice_are_named():
    (issue,) = read_briefing(GOOD.replace("sections:", "title: 二\nsections:").encode()).issues
    assert (issue.code, issue.place, issue.params["line"]) == ("key-twice", Place(3, 1), 2)


def test_what_reads_well_is_kept_beside_what_does_not():
    text = HEAD + SECTION + METRIC.replace("value: 1793", "value: 很多")
    text += SECTION.replace("one", "two") + METRIC.replace("officers", "others")
    reading = read_briefing(text.encode())
    assert [section.id for section in reading.briefing.sections] == ["one", "two"]
    assert [len(section.metrics) for section in reading.briefing.sections] == [0, 1]
    assert reading.lost == {"officers"}


@pytest.mark.parametrize(
    ("right", "wrong", "holed"),
    [
        ("id: officers", "id: Officers!", {"sections[0]"}),
        ("    metrics:", "    metric:", {"sections[0]"}),
        ("      - id: officers", "      - officers\n      - id: officers", {"sections[0]"}),
        ("        label:", "       label:", {"sections[0]"}),
        ("value: 1793", "value: 很多", set()),
    ],
)
def test_a_section_whose_metrics_are_not_all_known_by_their_ids_is_named(right, wrong, holed):
    reading = read_briefing((HEAD + SECTION + METRIC.replace(right, wrong)).encode())
    assert reading.issues
    assert reading.holed == holed


def test_a_mistake_of_syntax_keeps_what_stands_before_it_and_invents_no_others():
    text = GOOD + SECTION.replace("one", "two").replace("passage: ", 'passage: "')
    reading = read_briefing(text.encode())
    assert [issue.code for issue in reading.issues] == ["quote-open"]
    assert [section.id for section in reading.briefing.sections] == ["one"]


def test_of_two_metrics_with_one_id_the_first_stays():
    reading = read_briefing((GOOD + METRIC.replace("    metrics:\n", "")).encode())
    assert [issue.code for issue in reading.issues] == ["id-twice"]
    assert len(reading.briefing.sections[0].metrics) == 1


def test_an_optional_key_without_content_is_as_good_as_none():
    assert issues(GOOD + "        notes:\n        of:\n    charts:\n") == []


def test_the_list_of_issues_ends():
    text = "".join(f"k{number}: x\n" for number in range(2 * MOST_ISSUES))
    found = issues(text)
    assert len(found) == MOST_ISSUES + 1
    assert sum(code == "issues-many" for code, *_ in found) == 1


def test_a_field_is_found_by_its_path():
    reading = read_briefing(GOOD.encode())
    assert reading.locate("sections[0].metrics[0].unit") == Place(11, 15)
    assert reading.locate("sections[0]") == Place(4, 5)
    for nowhere in ("sections[1]", "title.x", "sections.id", "none"):
        assert reading.locate(nowhere) is None


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_reading(data):
    reading = read_briefing(data)
    assert reading.briefing is not None or reading.issues


@given(
    st.lists(
        st.sampled_from(list(":-|>[]{}#&*!%@`'\"，：　 \n\t\\0a公一") + list(GOOD)), max_size=80
    )
)
@settings(max_examples=200, deadline=None)
def test_any_text_of_marks_gives_a_reading(parts):
    reading = read_briefing("".join(parts).encode())
    assert reading.briefing is not None or reading.issues


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_good_file_with_bytes_cut_out_or_put_in_gives_a_reading_in_order(data):
    start = data.draw(st.integers(0, len(SAMPLE) - 1))
    end = data.draw(st.integers(start, min(len(SAMPLE), start + 200)))
    put = data.draw(
        st.binary(max_size=12) | st.text(max_size=8).map(lambda t: t.encode("utf-8", "replace"))
    )
    reading = read_briefing(SAMPLE[:start] + put + SAMPLE[end:])
    places = [issue.place for issue in reading.issues]
    assert places == sorted(places)
    lines = SAMPLE.count(b"\n") + put.count(b"\n") + put.count(b"\r") + 2
    assert all(1 <= place.line <= lines and place.column >= 1 for place in places)


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("title: 简报", "title: ''"), "key-empty", 2),
        (("label: 民警", "label: 民警\n        series: []"), "series-and-value", 11),
        (("value: 1793", "series: []\n        of: x"), "list-empty", 10),
        (("sections:", "source: 数字报\nsections:"), "type-fields", 3),
        (("sections:", "source:\n  authors: 林珊\nsections:"), "type-list", 4),
        (("sections:", "source:\n  authors: [[林珊]]\nsections:"), "type-text", 4),
        (("passage: 共有", f"passage: {'公' * 400_000}共有"), "text-long", 6),
        (("label: 民警", f"label: {'字' * 100_001}"), "line-long", 9),
    ],
)
def test_each_limit_and_rule_of_several_fields_is_told(change, code, line):
    text = GOOD.replace(change[0], change[1], 1)
    if code == "list-empty":
        text = text.replace("        cite: 共有 1793 名民警\n", "")
    assert (code, line) in [row[:2] for row in issues(text)]


def test_a_series_with_a_wrong_point_is_lost_as_a_whole_and_a_chart_without_metrics_too():
    series = """        series:
          - {period: a, value: 很多, from: x}
          - {period: b, value: 2, from: x}
"""
    text = HEAD + SECTION + "    metrics:\n      - id: a\n        label: 甲\n" + series
    reading = read_briefing(
        (text + "    charts:\n      - title: 图\n        metrics: []\n").encode()
    )
    assert [issue.code for issue in reading.issues] == ["value-wrong", "list-empty"]
    section = reading.briefing.sections[0]
    assert (section.metrics, section.charts, reading.lost) == ((), (), {"a"})


def test_repairs_end(monkeypatch):
    monkeypatch.setattr("viewer.datafile.parse._MOST_REPAIRS", 3)
    found = issues("".join(f"title：{number}\nperiod: x\n" for number in range(9)))
    assert sum(code == "colon-wide" for code, *_ in found) == 3


@given(
    st.text(
        st.sampled_from("0123456789.,-—至到约万亿千百十两零〇一二三八成分之%％‰半几数多 e+x①²½"),
        max_size=70,
    )
)
@settings(max_examples=200, deadline=None)
def test_any_words_for_a_value_are_a_number_or_a_mistake(words):
    text = GOOD.replace("value: 1793", f"value: '{words}'")
    reading = read_briefing(text.encode())
    if reading.briefing.sections[0].metrics:
        point = reading.briefing.sections[0].metrics[0].point
        assert abs(point.value) <= 10**15
        assert point.high is None or point.value <= point.high
    else:
        assert reading.issues


@pytest.mark.parametrize("bad", ["\\0", "\\u2028", "\\uFFFF", "\\x85"])
def test_what_an_escape_brings_in_is_told_and_made_harmless(bad):
    text = GOOD.replace("label: 民警", f'label: "甲{bad}乙"')
    reading = read_briefing(text.encode())
    assert [issue.code.split("-")[0] for issue in reading.issues] == ["char"]
    label = reading.briefing.sections[0].metrics[0].label
    assert label in ("甲\ufffd乙", "甲 乙")


def test_escaped_line_ends_are_line_ends():
    text = GOOD.replace("共有 1793 名民警，占 80% 以上。", '"甲\\r\\n共有 1793 名民警\\r乙"', 1)
    assert text != GOOD
    reading = read_briefing(text.encode())
    assert reading.briefing.sections[0].passage.text == "甲\n共有 1793 名民警\n乙"
