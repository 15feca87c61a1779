"""The rules of honest charts, each at its edges, as whoever draws asks them."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from viewer.model import Metric
from viewer.proof.chart_rules import RULES, ChartProposal, breaches, is_honest, parts_size
from viewer.proof.charted import ChartedPoint, placed_ends, whole_of, whole_size
from viewer.quantities import scan

Make = Callable[..., Metric]


def charted(*metrics: Metric) -> tuple[ChartedPoint, ...]:
    return tuple(ChartedPoint.of(metric, point) for metric in metrics for point in metric.points)


def proposal(kind: str, *metrics: Metric, **more: object) -> ChartProposal:
    """A chart of these metrics; those that another names with `of` are its wholes."""
    figures = charted(*metrics)
    named = {metric.of for metric in metrics}
    wholes = {one.metric.id: one for one in figures if one.metric.id in named}
    shown = tuple(one for one in figures if one.metric.id not in named)
    return ChartProposal(kind, shown, wholes, **more)  # type: ignore[arg-type]


def codes(found: ChartProposal) -> set[str]:
    return {rule.code for rule, _ in breaches(found)}


@pytest.fixture
def between(metric: Make) -> Make:
    def make(id_: str, low: str, high: str, **more: object) -> Metric:
        made = metric(id_, low, **more)
        return replace(made, points=(replace(made.point, high=Decimal(high)),))

    return make


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_a_breach_names_its_rule_and_its_params(metric: Make) -> None:
    found = list(breaches(proposal("bar", metric("a", "5"), metric("b", "6", "项"))))
    assert [rule.code for rule, _ in found] == ["chart-units-mixed"]
    assert found[0][1] == {
        "first": "a", "first_unit": "个", "second": "b", "second_unit": "项"
    }  # fmt: skip


def test_a_chart_left_to_the_grammar_breaks_no_rule_of_a_kind(metric: Make) -> None:
    assert codes(proposal("", metric("a"), metric("b", "6", "项"))) == set()


def test_a_chart_of_nothing_breaks_nothing() -> None:
    assert codes(ChartProposal("bar", ())) == set()


def test_figures_share_an_axis_only_in_one_kind_and_unit(metric: Make) -> None:
    a, wide = metric("a", "5", "%", kind="share"), metric("b", "6", "％", kind="share")
    assert codes(proposal("bar", a, wide)) == set()
    points = metric("c", "6", "个百分点", kind="share")
    assert codes(proposal("bar", a, points)) == {"chart-units-mixed"}
    assert codes(proposal("bar", a, metric("d", "6"))) == {"chart-kinds-mixed"}


def test_a_unit_left_out_is_shown_as_a_dash(metric: Make) -> None:
    pair = proposal("bar", metric("a", "5"), metric("b", "6", ""))
    found = {rule.code: params for rule, params in breaches(pair)}
    assert found["chart-units-mixed"]["second_unit"] == "—"


@pytest.mark.parametrize("kind", ["bar", "change", "stages"])
def test_one_figure_has_nothing_beside_it(metric: Make, kind: str) -> None:
    one = metric("a", "-5", "%", kind="change") if kind == "change" else metric("a", "5")
    assert codes(proposal(kind, one)) == {"chart-lone-bar"}
    assert not is_honest(proposal(kind, one))


def test_a_logarithmic_axis_needs_two_figures_above_zero(metric: Make) -> None:
    five, hundred = metric("a", "5"), metric("b", "100")
    assert codes(proposal("bar", five, hundred, log=True)) == set()
    assert codes(proposal("bar", five, log=True)) == {"chart-lone-bar"}
    for below in ("0", "-1"):
        found = proposal("bar", metric("c", below), hundred, log=True)
        assert codes(found) == {"chart-log-of-nothing"}
    tiny = metric("d", "0.0001")
    assert codes(proposal("bar", tiny, hundred, log=True)) == set()


def test_a_logarithmic_axis_asked_of_no_kind_is_one_of_bars(metric: Make) -> None:
    mixed = (metric("a", "5"), metric("b", "6", "项"))
    assert codes(proposal("", *mixed, log=True)) == {"chart-units-mixed"}


@pytest.mark.parametrize("kind", ["share", "change", "line", "column", "range", "stages"])
def test_no_other_kind_has_a_logarithmic_axis(metric: Make, kind: str) -> None:
    pair = (metric("a", "6"), metric("b", "5"))
    found = {rule.code: params for rule, params in breaches(proposal(kind, *pair, log=True))}
    assert found["chart-log-not-bars"] == {"kind": kind}


def test_changes_have_no_logarithmic_axis(metric: Make) -> None:
    pair = [metric(i, "-5", "%", kind="change", versus="上年") for i in "ab"]
    assert "chart-log-not-bars" in codes(proposal("bar", *pair, log=True))


@pytest.mark.parametrize(("larger", "apart"), [("200", False), ("200.1", True)])
def test_bars_show_sizes_up_to_two_hundred_times_apart(
    metric: Make, larger: str, apart: bool
) -> None:
    found = codes(proposal("bar", metric("a", "1"), metric("b", larger)))
    assert found == ({"chart-sizes-apart"} if apart else set())


def test_lengths_of_nothing_are_no_bars(metric: Make, between: Make) -> None:
    zeros = (metric("a", "0"), metric("b", "0"))
    assert codes(proposal("bar", *zeros)) == {"chart-of-zeros"}
    assert codes(proposal("bar", metric("a", "0"), metric("b", "1"))) == set()
    assert codes(proposal("range", between("a", "0", "0"))) == {"chart-of-zeros"}
    assert codes(proposal("range", between("a", "0", "3"))) == set()


def test_changes_asked_for_as_bars_are_drawn_from_zero(metric: Make) -> None:
    pair = [metric(i, "-5", "%", kind="change", versus="上年") for i in "ab"]
    asked = proposal("bar", *pair)
    assert (asked.drawn, codes(asked), is_honest(asked)) == (
        "change",
        {"chart-bar-of-changes"},
        True,
    )
    assert proposal("bar", *pair, metric("c", "5")).drawn == "bar"


def test_changes_are_all_against_one_base(metric: Make) -> None:
    def change(id_: str, versus: str | None) -> Metric:
        return metric(id_, "-5", "%", kind="change", versus=versus)

    assert codes(proposal("change", change("a", "上年"), change("b", "上年"))) == set()
    found = proposal("change", change("a", "上年"), change("b", None))
    assert codes(found) == {"chart-bases-mixed"}
    params = next(params for _, params in breaches(found))
    assert (params["first_base"], params["second_base"]) == ("上年", "—")


def test_a_change_that_goes_no_known_way_stands_on_no_signed_axis(metric: Make) -> None:
    known = metric("a", "-5", "%", kind="change")
    figure = charted(metric("b", "5", "%", kind="change"))[0]
    unsaid = figure._replace(value=None)
    for kind in ("change", "bar"):
        found = ChartProposal(kind, (*charted(known), unsaid))
        assert "chart-direction-unsaid" in codes(found) and not is_honest(found)
    assert is_honest(ChartProposal("cards", (unsaid,)))


def test_a_number_that_is_none_has_no_place(metric: Make) -> None:
    found = proposal("bar", metric("a", "5"), metric("b", "NaN"))
    assert "chart-not-finite" in codes(found)
    assert charted(metric("b", "NaN"))[0].value is None


@pytest.mark.parametrize("kind", ["bar", "share", "change", "stages", "range"])
def test_several_periods_have_no_one_place(series: Make, metric: Make, kind: str) -> None:
    over = series("s", {"2019": "5", "2020": "6"})
    assert "chart-of-series" in codes(proposal(kind, over, metric("a", "5")))
    one = series("s", {"2019": "5"})
    assert "chart-of-series" in codes(proposal(kind, one, metric("a", "5")))


@pytest.mark.parametrize("kind", ["bar", "share", "change", "stages", "line", "column"])
def test_two_ends_have_no_one_place(between: Make, metric: Make, kind: str) -> None:
    assert "chart-of-ranges" in codes(proposal(kind, between("r", "3", "5"), metric("a", "2")))


@pytest.mark.parametrize("kind", ["line", "column"])
def test_a_line_runs_over_two_periods_of_each_metric(series: Make, kind: str) -> None:
    assert codes(proposal(kind, series("s", {"2019": "5", "2020": "6"}))) == set()
    assert codes(proposal(kind, series("s", {"2019": "5"}))) == {"chart-no-series"}


def test_two_series_of_one_period_each_are_no_line(series: Make) -> None:
    pair = (series("s", {"2019": "5"}), series("t", {"2020": "6"}))
    assert codes(proposal("line", *pair)) == {"chart-no-series"}


def test_columns_are_of_one_series(series: Make) -> None:
    two = (series("s", {"1": "5", "2": "6"}), series("t", {"1": "5", "2": "6"}))
    assert codes(proposal("column", *two)) == {"chart-several-columns"}
    assert codes(proposal("line", *two)) == set()


def test_a_range_has_two_ends_somewhere(metric: Make, between: Make) -> None:
    pair = (metric("a", "5"), metric("b", "6"))
    assert codes(proposal("range", *pair)) == {"chart-no-range"}
    assert codes(proposal("range", between("r", "3", "5"), metric("a", "4"))) == set()


def test_ranges_and_stages_are_of_sizes(metric: Make) -> None:
    pair = [metric(i, "-5", "%", kind="change", versus="上年") for i in "ab"]
    assert "chart-of-changes" in codes(proposal("range", *pair))
    found = {rule.code: params for rule, params in breaches(proposal("stages", *pair))}
    assert found["chart-of-changes"] == {"label": "a", "kind": "stages"}


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (("9", "9", "0"), None),
        (("9", "10"), "chart-stages-grow"),
        (("9", "5", "6"), "chart-stages-grow"),
        (("0", "0"), "chart-stages-of-nothing"),
        (("9", "-1"), "chart-stages-of-nothing"),
        (("0.1", "0"), None),
    ],
)
def test_stages_begin_above_zero_and_never_grow(
    metric: Make, values: tuple[str, ...], code: str | None
) -> None:
    made = [metric(f"m{at}", value) for at, value in enumerate(values)]
    assert codes(proposal("stages", *made)) == ({code} if code else set())


def test_stages_may_be_of_several_kinds_but_of_one_unit(metric: Make) -> None:
    assert codes(proposal("stages", metric("a", "9"), metric("b", "5", kind="amount"))) == set()
    found = codes(proposal("stages", metric("a", "9"), metric("b", "5", "项", kind="amount")))
    assert found == {"chart-units-mixed"}


def test_shares_are_rates_or_parts(metric: Make) -> None:
    rate = metric("r", "60", "%", kind="share")
    part, whole = metric("a", "5", of="all"), metric("all", "9")
    assert codes(proposal("share", rate)) == set()
    assert codes(proposal("share", part, whole)) == set()
    assert codes(proposal("share", rate, metric("b", "5"))) == {"chart-not-shares"}


@pytest.mark.parametrize(
    ("part", "whole", "fits"),
    [
        ("1", "1", True),
        ("0", "1", True),
        ("0.4", "0.8", True),
        ("-0.4", "1", False),
        ("1", "0", False),
        ("1", "-1", False),
    ],
)
def test_a_part_is_not_below_zero_and_its_whole_above(
    metric: Make, part: str, whole: str, fits: bool
) -> None:
    found = proposal("share", metric("a", part, of="all"), metric("all", whole))
    assert codes(found) == (set() if fits else {"chart-share-misfit"})
    assert (whole_size(found.figures[0], found.wholes) is not None) is fits


@pytest.mark.parametrize(("rate", "whole"), [("60", 100), ("0.4", 100), ("0", 100), ("-0.4", None)])
def test_a_rate_not_below_zero_is_of_a_hundred(metric: Make, rate: str, whole: int | None) -> None:
    (figure,) = charted(metric("r", rate, "%", kind="share"))
    assert whole_size(figure, {}) == whole


def test_a_part_is_counted_as_its_whole(metric: Make, between: Make, series: Make) -> None:
    part = metric("a", "5", of="all")
    for whole in (
        metric("all", "9", "项"),
        metric("all", "9", kind="change"),
        between("all", "9", "12"),
        series("all", {"2019": "9"}),
    ):
        assert "chart-share-misfit" in codes(proposal("share", part, whole)), whole
    params = next(p for _, p in breaches(proposal("share", part, metric("all", "9", "项"))))
    assert params == {"label": "a", "whole": "all"}


def test_a_rate_below_zero_is_no_share(metric: Make) -> None:
    found = proposal("share", metric("a", "-1", "%", kind="share"))
    assert [params for _, params in breaches(found)] == [{"label": "a", "whole": "100%"}]


def test_a_change_is_no_part_of_what_it_is_the_change_of(metric: Make) -> None:
    whole = charted(metric("all", "9", "%"))[0]
    change = charted(metric("a", "5", "%", kind="change", of="all"))[0]
    assert whole_of(change, {"all": whole}) is None


@pytest.mark.parametrize(
    ("parts", "above"),
    [(("60", "40"), False), (("60", "41"), False), (("60", "42"), True), (("101",), False)],
)
def test_exclusive_rates_are_no_more_than_all_but_for_rounding(
    metric: Make, parts: tuple[str, ...], above: bool
) -> None:
    made = [metric(f"m{at}", value, "%", kind="share") for at, value in enumerate(parts)]
    found = proposal("share", *made, exclusive=True)
    assert ("chart-above-whole" in codes(found)) is above
    assert "chart-above-whole" not in codes(proposal("share", *made))


def test_counted_parts_are_not_rounded(metric: Make) -> None:
    whole = metric("all", "10")
    nine = [metric("a", "5", of="all"), metric("b", "5", of="all")]
    assert codes(proposal("share", *nine, whole, exclusive=True)) == set()
    more = [metric("a", "5", of="all"), metric("b", "6", of="all")]
    found = {r.code: p for r, p in breaches(proposal("share", *more, whole, exclusive=True))}
    assert found == {"chart-above-whole": {"total": "11", "whole": "10", "n": 2}}


def test_parts_lie_end_to_end_only_along_one_whole(metric: Make) -> None:
    whole, other = metric("all", "10"), metric("other", "10")
    a, b = metric("a", "5", of="all"), metric("b", "5", of="all")
    assert parts_size(proposal("share", a, b, whole)) == 10
    assert parts_size(proposal("share", a, whole)) is None
    assert parts_size(proposal("share", a, metric("b", "5", of="other"), whole, other)) is None
    rates = [metric(i, "5", "%", kind="share") for i in "ab"]
    assert parts_size(proposal("share", *rates)) == 100
    assert parts_size(proposal("share", rates[0], metric("c", "5", "‰", kind="share"))) is None


def test_a_change_lies_where_its_words_say(metric: Make, between: Make) -> None:
    fall = metric("a", "5", "%", "下降5%", kind="change")
    assert placed_ends(fall, fall.point, None) == (Decimal(-5), None)
    wide = between("r", "3", "5", unit="%", cite="下降3%至5%", kind="change")
    assert placed_ends(wide, wide.point, scan("产量下降3%至5%。")[0]) == (Decimal(-3), Decimal(-5))
    count = metric("c", "5", cite="减少到5个")
    assert placed_ends(count, count.point, None) == (Decimal(5), None)


def test_no_change_at_all_has_no_direction_and_lies_at_zero(metric: Make) -> None:
    flat = metric("a", "0", "%", "持平", kind="change")
    assert placed_ends(flat, flat.point, None) == (Decimal(0), None)


def test_a_note_takes_back_what_two_bars_say_and_not_what_three_or_a_log_axis_do(
    metric: Make,
) -> None:
    three = [metric("a", "5"), metric("b", "6"), metric("c", "7")]
    note = "两者口径不同"
    code = "chart-comparison-withdrawn"
    assert code in codes(proposal("bar", *three[:2], note=note))
    assert code not in codes(proposal("bar", *three, note=note))
    assert code not in codes(proposal("bar", *three[:2], note=note, log=True))


def test_a_share_that_misfits_is_told_with_the_label_of_its_whole(metric: Make) -> None:
    part, whole = metric("a", "-1", label="其中", of="all"), metric("all", "9", label="全部")
    ((_, params),) = breaches(proposal("share", part, whole))
    assert params == {"label": "其中", "whole": "全部"}
