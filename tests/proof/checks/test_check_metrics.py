from collections.abc import Callable
from dataclasses import replace

import pytest

from viewer.model import Briefing, Chart, Issue, Metric, Section, Severity
from viewer.proof import prove

Make = Callable[..., Metric]
MakeSection = Callable[..., Section]
Find = Callable[..., dict[str, Issue]]


def test_a_change_without_a_base_is_a_warning(metric: Make, issues: Find) -> None:
    text = "产量同比上升8%。"
    based = metric(value="8", unit="%", kind="change", versus="上年同期")
    baseless = metric(value="8", unit="%", kind="change")
    assert issues(text, based) == {}
    found = issues(text, baseless)
    assert set(found) == {"change-without-base"}
    assert found["change-without-base"].severity is Severity.WARNING


def test_a_figure_that_a_draft_doubts_is_a_note_with_the_doubt(metric: Make, issues: Find) -> None:
    found = issues("有5个。", metric(review="哪一年的？"))
    assert set(found) == {"needs-review"}
    assert found["needs-review"].severity is Severity.NOTE
    assert found["needs-review"].params["why"] == "哪一年的？"


def test_a_doubt_stands_in_its_message_in_full(metric: Make, issues: Find) -> None:
    doubt = "two labels of this section read alike: write what each of them measures"
    assert issues("有5个。", metric(review=doubt))["needs-review"].params["why"] == doubt
    long = str(issues("有5个。", metric(review="哪" * 900))["needs-review"].params["why"])
    assert 250 < len(long) <= 301


def test_a_whole_that_is_no_metric_names_the_nearest(metric: Make, issues: Find) -> None:
    found = issues("有5个,共9个。", metric("part", of="all-itens"), metric("all-items", "9"))
    assert set(found) == {"of-unknown"}
    assert found["of-unknown"].params["nearest"] == "all-items"


def test_the_nearest_whole_may_be_in_another_section(metric: Make, section: MakeSection) -> None:
    sections = (
        section("有5个。", metric("part", of="all-itens"), id_="a"),
        section("共9个。", metric("all-items", "9"), id_="b"),
    )
    (issue,) = prove(Briefing("题", sections=sections)).issues
    assert issue.params["nearest"] == "all-items"


def test_a_part_may_belong_to_a_whole_of_another_section(
    metric: Make, section: MakeSection
) -> None:
    sections = (
        section("有5个。", metric("part", of="whole"), id_="a"),
        section("共9个。", metric("whole", "9"), id_="b"),
    )
    assert prove(Briefing("题", sections=sections)).issues == ()


def test_a_part_in_another_unit_than_its_whole_is_wrong(metric: Make, issues: Find) -> None:
    found = issues("有5个,共9项。", metric(of="all"), metric("all", "9", "项"))
    assert set(found) == {"part-unit-differs"}
    assert found["part-unit-differs"].params["whole_unit"] == "项"


@pytest.mark.parametrize(
    ("unit", "whole", "told"), [("", "项", ("—", "项")), ("人", "", ("人", "—"))]
)
def test_a_unit_that_is_not_there_is_told_as_a_dash(
    unit: str, whole: str, told: tuple[str, str], metric: Make, issues: Find
) -> None:
    found = issues("有5个,共9项。", metric(unit=unit, of="all"), metric("all", "9", whole))
    params = found["part-unit-differs"].params
    assert (params["unit"], params["whole_unit"]) == told


def test_width_and_space_do_not_part_two_units(metric: Make, issues: Find) -> None:
    assert (
        issues("有5 ％,共9%。", metric(unit=" ％", cite="5 ％", of="all"), metric("all", "9", "%"))
        == {}
    )


def test_a_part_above_its_whole_shows_both(metric: Make, issues: Find) -> None:
    found = issues("有12个,共9个。", metric(value="12", of="all"), metric("all", "9"))
    assert set(found) == {"part-above-whole"}
    params = found["part-above-whole"].params
    assert (params["file"], params["whole_file"]) == ("12 个", "9 个")


def test_a_whole_of_at_least_so_much_may_be_larger(metric: Make, issues: Find) -> None:
    whole = metric("all", "9", cite="9个", qualifier="at_least")
    assert issues("有12个,共9个以上。", metric(value="12", of="all"), whole) == {}


def test_a_part_of_at_most_so_much_may_be_smaller(metric: Make, issues: Find) -> None:
    part = metric(value="12", of="all", qualifier="at_most")
    assert issues("不超过12个,共9个。", part, metric("all", "9")) == {}


def test_parts_over_time_are_held_to_the_whole_of_their_time(series: Make, issues: Find) -> None:
    whole = series("all", {"2019": "10", "2020": "20"})
    fitting = series("part", {"2019": "9", "2020": "19", "2021": "99"}, of="all")
    larger = series("part", {"2019": "9", "2020": "21"}, of="all")
    text = "2019年,2020年,2021年。"
    assert issues(text, fitting, whole) == {}
    assert issues(text, larger, whole)["part-above-whole"].params["file"] == "21 个"


def test_a_whole_without_a_number_holds_nothing(series: Make, metric: Make, issues: Find) -> None:
    assert issues("有5个。", metric(of="all"), series("all", {})) == {}


def test_a_rate_that_names_its_whole_is_not_held_to_its_number(metric: Make, issues: Find) -> None:
    rate = metric("rate", "17", "%", kind="share", of="all")
    assert issues("占17%,共9个。", rate, metric("all", "9")) == {}


@pytest.mark.parametrize(
    ("value", "unit", "text"), [("120", "%", "占120%"), ("12", "成", "占12成"), ("2", "", "占2")]
)
def test_a_share_of_more_than_all_is_a_warning(
    metric: Make, issues: Find, value: str, unit: str, text: str
) -> None:
    made = metric(value=value, unit=unit, kind="share", cite=text)
    assert "share-above-whole" in issues(text, made)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1.3", "倍", "是去年的1.3倍"),
        ("2", "", "They sold twice as many"),
        ("28", "", "The ratio was 28:1"),
        ("3.4", "per 1,000 people", "It has 3.4 per 1,000 people"),
        ("3", "", "比例为3比1"),
    ],
)
def test_a_multiple_or_a_ratio_may_be_more_than_all(
    metric: Make, issues: Find, value: str, unit: str, text: str
) -> None:
    made = metric(value=value, unit=unit, kind="share", cite=text)
    codes = issues(text, made, language="en" if text.isascii() else "zh")
    assert not codes.keys() & {"share-above-whole", "value-disagrees"}


def test_a_multiple_that_stands_nowhere_is_no_share_of_more_than_all(
    metric: Make, issues: Find
) -> None:
    made = metric(value="1.3", unit="倍", kind="share", cite="是去年的1.4倍")
    assert "share-above-whole" not in issues("是去年的1.4倍", made)


def test_a_multiple_is_no_share_of_more_than_all(metric: Make, issues: Find) -> None:
    made = metric(value="1.6", unit="times", kind="share", cite="costs 1.6 times the fee")
    assert "share-above-whole" not in issues("It costs 1.6 times the fee.", made)


def test_a_share_of_all_is_fine(metric: Make, issues: Find) -> None:
    assert issues("反馈率达100%。", metric(value="100", unit="%", kind="share")) == {}


def test_a_circle_of_parts_is_told_once_with_its_way(metric: Make, issues: Find) -> None:
    ring = [metric("a", "1", of="b"), metric("b", "1", of="c"), metric("c", "1", of="b")]
    made = [
        metric(m.id, "1", cite=q, of=m.of)
        for m, q in zip(ring, ("甲1个", "乙1个", "丙1个"), strict=True)
    ]
    found = issues("甲1个,乙1个,丙1个。", *made)
    assert set(found) == {"of-circle"}
    assert found["of-circle"].params["ring"] == "b → c → b"


def test_a_metric_that_is_part_of_itself_is_a_circle(metric: Make, issues: Find) -> None:
    assert set(issues("有5个。", metric("a", of="a"))) == {"of-circle"}


def test_a_change_names_the_figure_that_it_is_the_change_of(metric: Make, issues: Find) -> None:
    growth = metric("growth", "8", "%", kind="change", versus="上年", of="all")
    assert issues("共9个,比上年增长8%。", growth, metric("all", "9")) == {}


def test_a_change_in_the_unit_of_its_figure_is_no_part_of_it(metric: Make, issues: Find) -> None:
    growth = metric("growth", "12", kind="change", versus="上年", of="all")
    assert issues("共9个,比上年增加12个。", growth, metric("all", "9")) == {}


def test_a_share_below_nothing_is_a_warning(metric: Make, issues: Find) -> None:
    assert issues("没有数。", metric(value="0.4", unit="%", kind="share", cite=None)) == {}
    found = issues("没有数。", metric(value="-0.4", unit="%", kind="share", cite=None))
    assert set(found) == {"share-below-zero"}
    assert found["share-below-zero"].severity is Severity.WARNING


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999"])
@pytest.mark.parametrize("kind", ["bar", "share", "change", "line", "column", "range", "stages"])
def test_numbers_that_no_file_can_hold_raise_nothing(
    metric: Make, section: MakeSection, series: Make, value: str, kind: str
) -> None:
    made = [
        metric("a", value, "%", kind="share"),
        metric("b", value, of="c", cite=None),
        metric("c", value, cite=None),
        metric("d", value, "%", kind="change", cite=None, of="c"),
        series("e", {"2019": value, "2020": value}),
        metric("f", "5", of="c", cite=None),
    ]
    asked = Chart("图", tuple(each.id for each in made), kind, exclusive=True)
    logged = replace(asked, scale="log")
    one = section("有5%。", *made, charts=(asked, logged))
    assert "a" not in prove(Briefing("题", sections=(one,))).figures


def test_where_no_id_is_like_the_one_written_those_that_are_there_are_named(
    metric: Make, issues: Find
) -> None:
    few = [metric(f"m{n}", cite=None) for n in range(4)]
    found = issues("共 5个。", *few, metric("part", of="quite-another", cite=None))
    assert found["of-unknown"].params["nearest"] == "m0 / m1 / m2 / m3 / part"
    many = [metric(f"m{n}", cite=None) for n in range(20)]
    found = issues("共 5个。", *many, metric("part", of="quite-another", cite=None))
    assert found["of-unknown"].params["nearest"] == "m0 / m1 / m2 / m3 / m4 / m5 / …"


def test_a_slip_is_found_among_hundreds_of_ids(metric: Make, issues: Find) -> None:
    many = [metric(f"m{n}", cite=None) for n in range(300)]
    wanted = metric("application-items", cite=None)
    found = issues("共 5个。", *many, wanted, metric("part", of="aplication-item", cite=None))
    assert found["of-unknown"].params["nearest"] == "application-items"
