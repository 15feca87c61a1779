"""Computed metrics: what their formula is of, and what it gives."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from viewer.datafile import read_briefing
from viewer.model import Issue, Kind
from viewer.proof import prove
from viewer.proof.computed import Formula, equation, kind_of

FILE = """\
briefing: 1
title: 轮渡
sections:
  - id: one
    title: 客运
    passage: |
      夏季运客 6300 人，冬季运客 2100 人，货物 40 吨，准点率 92%，客流增长 12%。目标是运客 9000 人。
    metrics:
      - {id: summer, label: 夏季客运, value: 6300, unit: 人, cite: 夏季运客 6300 人}
      - {id: winter, label: 冬季客运, value: 2100, unit: 人, cite: 冬季运客 2100 人}
      - {id: freight, label: 货物, value: 40, unit: 吨, cite: 货物 40 吨}
      - {id: on-time, label: 准点率, value: 92, unit: "%", kind: share, cite: 准点率 92%}
      - {id: aim, label: 目标, value: 9000, unit: 人, standing: target, cite: 目标是运客 9000 人}
      - {id: growth, label: 客流, value: 12, unit: "%", versus: 上年, cite: 客流增长 12%}
      - {id: kept, label: 倍数, COMPUTED}
"""


def issues_of(computed: str) -> dict[str, Issue]:
    briefing = read_briefing(FILE.replace("COMPUTED", computed).encode()).briefing
    assert briefing is not None
    return {issue.code: issue for issue in prove(briefing).issues}


@pytest.mark.parametrize(
    "computed",
    [
        "value: 3, unit: 倍, computed: 6300 ÷ 2100, terms: [summer, winter]",
        "value: 33.3, unit: '%', computed: 2100 / 6300, terms: [winter, one/summer]",
        "value: 4200, unit: 人, computed: 6300 − 2100, terms: [summer, winter]",
        "value: 0.42万, unit: 人, computed: 6300 - 2100, terms: [summer, winter]",
    ],
)
def test_a_computed_figure_is_sound_where_its_formula_gives_it(computed: str) -> None:
    assert issues_of(computed) == {}


@pytest.mark.parametrize(
    ("computed", "code"),
    [
        ("value: 3.1, unit: 倍, computed: 6300 ÷ 2100, terms: [summer, winter]", "computed-wrong"),
        ("value: 3, unit: 倍, computed: 6000 ÷ 2000, terms: [summer, winter]", "computed-stale"),
        ("value: 3, unit: 倍, computed: 6300 ÷ 0, terms: [summer, winter]", "computed-unread"),
        ("value: 3, unit: 倍, computed: 三倍左右, terms: [summer, winter]", "computed-unread"),
        ("value: 3, unit: 倍, computed: 6300 ÷ 2100, terms: [summer]", "computed-unread"),
        ("value: 3, unit: 倍, computed: 6300 ÷ 2100, terms: [summer, wintr]", "computed-unknown"),
        (
            "value: 3, unit: 倍, computed: 6300 ÷ 2100, terms: [summer, winter@2020]",
            "computed-unknown",
        ),
        (
            "value: 3, unit: 倍, computed: 6300 ÷ 2100, terms: [summer, elsewhere/winter]",
            "computed-unknown",
        ),
        (
            "value: 157.5, unit: 倍, computed: 6300 ÷ 40, terms: [summer, freight]",
            "computed-unlike",
        ),
        ("value: 1.43, unit: 倍, computed: 9000 ÷ 6300, terms: [aim, summer]", "computed-unlike"),
        ("value: 1, unit: 倍, computed: 12 ÷ 12, terms: [growth, growth]", "computed-unlike"),
    ],
)
def test_what_a_computed_figure_may_not_be(
    computed: str, code: str, say: Callable[[Issue], list[str]]
) -> None:
    found = issues_of(computed)
    assert set(found) == {code}
    assert say(found[code])


def test_the_right_result_and_the_nearest_id_are_named(say: Callable[[Issue], list[str]]) -> None:
    wrong = issues_of("value: 3.1, unit: 倍, computed: 6300 ÷ 2100, terms: [summer, winter]")
    assert wrong["computed-wrong"].params["right"] == "3倍"
    unknown = issues_of("value: 3, unit: 倍, computed: 6300 ÷ 2100, terms: [summer, wintr]")
    assert unknown["computed-unknown"].params["nearest"] == "winter"


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.sampled_from("÷−"))
@examples(30)
def test_a_formula_is_read_as_it_is_written(one: int, other: int, sign: str) -> None:
    formula = Formula.parse(f"{one} {sign} {other}")
    assert formula is not None
    assert (formula.one, formula.other, formula.quotient) == (one, other, sign == "÷")


def test_a_formula_that_cannot_be_read_stands_as_it_is() -> None:
    unread = "value: 3, unit: 倍, computed: 三倍左右, terms: [summer, winter]"
    briefing = read_briefing(FILE.replace("COMPUTED", unread).encode()).briefing
    assert briefing is not None
    assert equation(briefing.sections[0].metrics[-1], "3 倍") == "三倍左右"


def test_an_equation_says_whether_it_was_rounded() -> None:
    for computed, said in (
        (
            "value: 3, unit: 倍, computed: 6300 ÷ 2100, terms: [summer, winter]",
            "6300 ÷ 2100 = 3 倍",
        ),
        (
            "value: 0.33, unit: 倍, computed: 2100 ÷ 6300, terms: [winter, summer]",
            "2100 ÷ 6300 ≈ 3 倍",
        ),
    ):
        briefing = read_briefing(FILE.replace("COMPUTED", computed).encode()).briefing
        assert briefing is not None
        assert equation(briefing.sections[0].metrics[-1], "3 倍") == said


@pytest.mark.parametrize(
    ("quotient", "percent", "kind"),
    [(True, True, Kind.SHARE), (True, False, Kind.COUNT), (False, False, Kind.AMOUNT)],
)
def test_what_a_computed_figure_measures_of_two_amounts(quotient, percent, kind):
    assert kind_of(quotient, percent, Kind.AMOUNT) is kind
