"""The rules of honest charts as plain functions, as one who draws asks them."""

from collections.abc import Callable
from decimal import Decimal

from viewer.model import Chart, Metric
from viewer.proof.charts import RULES, broken, may_share_axis
from viewer.proof.measure import number, spread, too_far_apart

Make = Callable[..., Metric]


def test_figures_share_an_axis_only_in_one_kind_and_unit(metric: Make) -> None:
    percent = metric("a", "5", "%", kind="change")
    assert may_share_axis(percent, metric("b", "6", "％", kind="change"))
    assert not may_share_axis(percent, metric("b", "6", "个百分点", kind="change"))
    assert not may_share_axis(percent, metric("b", "6", "%", kind="share"))


def test_broken_names_each_rule_and_its_params(metric: Make) -> None:
    pair = (metric("a", "5"), metric("b", "6", "项"))
    found = list(broken(Chart("图", ("a", "b"), "bar"), pair))
    assert [rule.code for rule, _ in found] == ["chart-units-mixed"]
    assert found[0][1]["second_unit"] == "项"


def test_a_chart_left_to_the_grammar_breaks_no_rule_of_a_kind(metric: Make) -> None:
    assert list(broken(Chart("图", ("a", "b")), (metric("a"), metric("b", "6", "项")))) == []


def test_a_chart_of_nothing_breaks_nothing() -> None:
    assert list(broken(Chart("图", (), "bar"), ())) == []


def test_rule_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_spread_leaves_zeros_and_signs_aside(metric: Make) -> None:
    assert spread([metric("a", "-4"), metric("b", "0"), metric("c", "8")]) == 2
    assert spread([metric("a", "0")]) == 1


def test_sizes_beyond_all_arithmetic_are_far_apart_and_no_mistake(metric: Make) -> None:
    assert too_far_apart([metric("a", "1E-999999"), metric("b", "1E+999999")])


def test_numbers_of_a_message_stay_short() -> None:
    assert number(Decimal("148000000.50")) == "148000000.5"
    assert number(Decimal("1E+999999")) == "1E+999999"
