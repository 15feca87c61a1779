from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from viewer.model import Briefing, Chart, Issue, Metric, Section, Severity
from viewer.proof import prove

Make = Callable[..., Metric]
MakeSection = Callable[..., Section]
Find = Callable[..., dict[str, Issue]]

TEXT = (
    "甲5个,乙9个,丙7项,丁60%,戊55%,同比上升8%,投入6元,共2000个,同比提高4%,比上月降1%;"
    "2019年,2020年。"
)


COLUMN_OF_A_SHARE = {"chart-kinds-mixed", "chart-no-series", "chart-several-columns"}


def chart(kind: str, *ids: str, **more: object) -> Chart:
    return Chart("图", ids, kind, path="charts[0]", **more)  # type: ignore[arg-type]


@pytest.fixture
def between(metric: Make) -> Make:
    """A metric that is a range, quoted by nothing."""

    def make(id_: str, low: str, high: str, **more: object) -> Metric:
        made = metric(id_, low, cite=None, **more)
        point = replace(made.point, high=Decimal(high), origin="账册")
        return replace(made, points=(point,))

    return make


@pytest.fixture
def parts(metric: Make, series: Make, between: Make) -> tuple[Metric, ...]:
    return (
        metric("a", "5"),
        metric("b", "9"),
        metric("c", "7", "项"),
        metric("d", "60", "%", kind="share"),
        metric("e", "55", "%", kind="share"),
        metric("f", "8", "%", kind="change", versus="上年同期"),
        metric("g", "6", "元", kind="amount"),
        metric("h", "2000"),
        metric("i", "4", "%", kind="change", versus="上年同期"),
        metric("j", "1", "%", kind="change", versus="上月"),
        between("r", "20", "30"),
        series("s", {"2019": "5", "2020": "6"}),
        series("t", {"2019": "7", "2020": "8"}),
        metric("none", "0", cite=None),
    )


@pytest.mark.parametrize(
    "honest",
    [
        chart("bar", "a", "b"),
        chart("", "a", "c", "d", "f"),
        chart("cards", "a", "c", "d", "f", "h"),
        chart("share", "d", "e"),
        chart("change", "f", "i"),
        chart("bar", "a", "h", scale="log"),
        chart("line", "s", "t"),
        chart("column", "s"),
        chart("range", "r", "a"),
        chart("stages", "b", "a", "none"),
    ],
    ids=lambda chart: chart.kind + "-" + "".join(chart.metrics),
)
def test_honest_charts_are_left_alone(
    parts: tuple[Metric, ...], issues: Find, honest: Chart
) -> None:
    assert issues(TEXT, *parts, charts=(honest,)) == {}


@pytest.mark.parametrize(
    ("wrong", "codes"),
    [
        (chart("bar", "a", "g"), {"chart-kinds-mixed"}),
        (chart("bar", "d", "f"), {"chart-kinds-mixed"}),
        (chart("bar", "a", "c"), {"chart-units-mixed"}),
        (chart("bar", "a", "h"), {"chart-sizes-apart"}),
        (chart("share", "a", "d"), {"chart-not-shares"}),
        (chart("change", "f", "d"), {"chart-kinds-mixed", "chart-not-changes"}),
        (chart("bar", "a"), {"chart-lone-bar"}),
        (chart("bar", "f", "i"), {"chart-bar-of-changes"}),
        (chart("bar", "f", "j"), {"chart-bar-of-changes", "chart-bases-mixed"}),
        (chart("bar", "a", "r"), {"chart-of-ranges"}),
        (chart("bar", "a", "s"), {"chart-of-series"}),
        (chart("change", "f"), {"chart-lone-bar"}),
        (chart("change", "f", "j"), {"chart-bases-mixed"}),
        (chart("change", "f", "i", scale="log"), {"chart-log-not-bars"}),
        (chart("share", "f", "d"), {"chart-not-shares"}),
        (chart("share", "d", scale="log"), {"chart-log-not-bars"}),
        (chart("line", "a"), {"chart-no-series"}),
        (chart("line", "s", "r"), {"chart-no-series", "chart-of-ranges"}),
        (chart("line", "s", "t", scale="log"), {"chart-log-not-bars"}),
        (chart("column", "a"), {"chart-no-series"}),
        (chart("column", "s", "t"), {"chart-several-columns"}),
        (chart("column", "s", "d"), COLUMN_OF_A_SHARE),
        (chart("range", "a", "b"), {"chart-no-range"}),
        (chart("range", "r", "c"), {"chart-units-mixed"}),
        (chart("range", "r", "d"), {"chart-kinds-mixed"}),
        (chart("range", "r", "s"), {"chart-of-series"}),
        (chart("range", "f", "i"), {"chart-of-changes", "chart-no-range"}),
        (chart("stages", "a", "b"), {"chart-stages-grow"}),
        (chart("stages", "b", "c"), {"chart-units-mixed"}),
        (chart("stages", "b", "r"), {"chart-of-ranges", "chart-stages-grow"}),
        (chart("stages", "h", "s"), {"chart-of-series"}),
        (chart("stages", "f", "i"), {"chart-of-changes"}),
        (chart("stages", "none", "a"), {"chart-stages-grow", "chart-stages-of-nothing"}),
        (chart("stages", "a"), {"chart-lone-bar"}),
        (chart("share", "d", "e", exclusive=True), {"chart-above-whole"}),
        (chart("cards", "a", "b", "a"), {"chart-metric-repeated"}),
        (chart("cards", "a", "nobody"), {"chart-metric-unknown"}),
    ],
    ids=lambda value: "".join(value.metrics) if isinstance(value, Chart) else "",
)
def test_charts_that_mislead_are_named(
    parts: tuple[Metric, ...], issues: Find, wrong: Chart, codes: set[str]
) -> None:
    assert set(issues(TEXT, *parts, charts=(wrong,))) == codes


def test_sizes_apart_says_by_how_much(parts: tuple[Metric, ...], issues: Find) -> None:
    found = issues(TEXT, *parts, charts=(chart("bar", "a", "h"),))
    assert found["chart-sizes-apart"].params["ratio"] == "400"


def test_a_ratio_of_200_is_still_drawn(metric: Make, issues: Find) -> None:
    pair = (metric("a", "5", cite="甲5个"), metric("b", "1000"))
    assert issues("甲5个,乙1000个。", *pair, charts=(chart("bar", "a", "b"),)) == {}


def test_a_logarithmic_axis_has_no_place_for_zero(metric: Make, issues: Find) -> None:
    pair = (metric("a", "0", cite="甲0个"), metric("b", "1000"))
    found = issues("甲0个,乙1000个。", *pair, charts=(chart("bar", "a", "b", scale="log"),))
    assert set(found) == {"chart-log-of-nothing"}


def test_a_chart_of_another_sections_metric_says_whose_it_is(
    metric: Make, section: MakeSection, say: Callable[[Issue], list[str]]
) -> None:
    sections = (
        section("有5个。", metric("a"), id_="s", charts=(chart("cards", "b"),)),
        section("有9个。", metric("b", "9"), id_="t", title="那一节"),
    )
    (issue,) = prove(Briefing("题", sections=sections)).issues
    assert issue.code == "chart-metric-elsewhere"
    assert issue.params["section"] == "那一节"
    assert issue.path == "charts[0].metrics[0]"
    assert len(set(say(issue))) == 2


def test_a_metric_in_two_charts_is_noted_with_the_first(
    parts: tuple[Metric, ...], issues: Find
) -> None:
    charts = (chart("cards", "a", "b"), Chart("另一图", ("b", "c"), "cards"))
    found = issues(TEXT, *parts, charts=charts)
    assert set(found) == {"metric-in-two-charts"}
    assert found["metric-in-two-charts"].params["other"] == "图"


def test_the_nearest_metric_is_named_for_one_misspelt(metric: Make, issues: Find) -> None:
    found = issues("有5个。", metric("fraud-cases"), charts=(chart("cards", "fraud-case"),))
    assert found["chart-metric-unknown"].params["nearest"] == "fraud-cases"


def test_without_any_metric_there_is_no_nearest(issues: Find) -> None:
    found = issues("没有。", charts=(chart("cards", "a"),))
    assert found["chart-metric-unknown"].params["nearest"] == "—"


@pytest.mark.parametrize(("third", "codes"), [("2", set()), ("3", {"chart-above-whole"})])
def test_counted_parts_that_exclude_each_other_fit_their_whole(
    metric: Make, issues: Find, third: str, codes: set[str]
) -> None:
    text = f"共10个:甲4个,乙4个,丙{third}个。"
    made = [
        metric("all", "10"),
        metric("a", "4", cite="甲4个", of="all"),
        metric("b", "4", cite="乙4个", of="all"),
        metric("c", third, cite=f"丙{third}个", of="all"),
    ]
    split = chart("share", "a", "b", "c", exclusive=True)
    assert set(issues(text, *made, charts=(split,))) == codes


@pytest.mark.parametrize("third", ["2", "3"])
def test_parts_fit_a_whole_of_another_section(
    metric: Make, section: MakeSection, third: str
) -> None:
    made = [
        metric(id_, value, cite=f"{name}{value}个", of="all")
        for id_, name, value in (("a", "甲", "4"), ("b", "乙", "4"), ("c", "丙", third))
    ]
    split = chart("share", "a", "b", "c", exclusive=True)
    sections = (
        section(f"甲4个,乙4个,丙{third}个。", *made, id_="s", charts=(split,)),
        section("共10个。", metric("all", "10"), id_="t"),
    )
    told = [issue.code for issue in prove(Briefing("题", sections=sections)).issues]
    assert told == ([] if third == "2" else ["chart-above-whole"])


def test_rounded_shares_may_add_up_to_a_little_more(metric: Make, issues: Find) -> None:
    made = [
        metric(id_, value, "%", kind="share")
        for id_, value in (("a", "33.4"), ("b", "33.3"), ("c", "33.4"))
    ]
    made = [
        metric(m.id, m.point.written, "%", f"{n}{m.point.written}%", "share")
        for m, n in zip(made, "甲乙丙", strict=True)
    ]
    split = chart("share", "a", "b", "c", exclusive=True)
    assert issues("甲33.4%,乙33.3%,丙33.4%。", *made, charts=(split,)) == {}


def test_only_shares_are_added(metric: Make, issues: Find) -> None:
    made = [metric("a", "5"), metric("b", "60", "%", kind="share")]
    assert issues("得5个,占60%。", *made, charts=(chart("cards", "a", "b", exclusive=True),)) == {}


def test_shares_of_an_unknown_whole_have_no_place(metric: Make, issues: Find) -> None:
    made = [metric("a", "4", cite="甲4个", of="gone"), metric("b", "9", cite="乙9个", of="gone")]
    found = issues("甲4个,乙9个。", *made, charts=(chart("share", "a", "b", exclusive=True),))
    assert set(found) == {"of-unknown", "chart-share-misfit"}


def test_a_line_grows_over_two_periods_or_more(series: Make, issues: Find) -> None:
    made = series("a", {"2019": "5", "2020": "6"})
    assert issues("2019年至2020年。", made, charts=(chart("line", "a"),)) == {}


@pytest.mark.parametrize(
    ("whole", "part"), [("0", "0"), ("-4", "-5"), ("9", "-5")], ids=["empty", "below", "part"]
)
def test_a_share_needs_a_whole_above_zero_and_is_not_below_it(
    metric: Make, issues: Find, whole: str, part: str
) -> None:
    made = [metric("all", whole, cite=None), metric("a", part, cite=None, of="all")]
    found = issues("没有数。", *made, charts=(chart("share", "a"),))
    assert found["chart-share-misfit"].severity is Severity.ERROR
    assert found["chart-share-misfit"].params["whole"] == "all"


def test_a_share_has_no_place_on_a_whole_that_is_a_range(
    metric: Make, between: Make, issues: Find
) -> None:
    made = [between("all", "9", "12"), metric("a", of="all")]
    assert set(issues("有5个。", *made, charts=(chart("share", "a"),))) == {"chart-share-misfit"}


def test_a_rate_in_a_unit_without_a_whole_is_no_share_to_draw(metric: Make, issues: Find) -> None:
    found = issues("有5个。", metric("a", kind="share"), charts=(chart("share", "a"),))
    assert "chart-not-shares" in found


def test_sizes_too_far_apart_are_an_error_for_changes_and_ranges_too(
    metric: Make, between: Make, issues: Find
) -> None:
    ranges = [between("a", "1", "30"), between("b", "50", "900")]
    changes = [
        metric(i, v, "%", None, "change", versus="上年") for i, v in (("a", "1"), ("b", "300"))
    ]
    for kind, made in (("range", ranges), ("change", changes)):
        found = issues("没有数。", *made, charts=(chart(kind, "a", "b"),))
        assert found["chart-sizes-apart"].severity is Severity.ERROR


@pytest.mark.parametrize(("lead", "told"), [("paper", {"papers"}), ("papers", set()), ("", set())])
def test_a_lead_that_the_section_does_not_have_is_told_with_the_nearest(
    metric: Make, section: MakeSection, lead: str, told: set[str]
) -> None:
    made = replace(section("有5个。", metric("papers"), metric("tasks")), lead=lead)
    issues = prove(Briefing("题", sections=(made,))).issues
    near = {one.params["nearest"] for one in issues if one.code == "lead-unknown"}
    assert near == told
