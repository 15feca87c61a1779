from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Basis, Qualifier, Relation, RelationKind
from viewer.quantities import scan
from viewer.relations.recompute import Term, recompute, term_of


def level(surface: str, value: float, unit: str = "") -> Term:
    return Term(surface, Decimal(str(value)), unit)


def change(surface: str, value: float, unit: str = "%") -> Term:
    return Term(surface, Decimal(str(abs(value))), unit, change=Decimal(str(value)), is_change=True)


def one(kind: str, terms: dict[str, Term], *, basis: Basis = Basis.YEAR, constant: bool = False):
    roles = tuple((role.rstrip("0123456789"), role) for role in terms)
    relation = Relation(RelationKind(kind), roles, basis, constant)
    return recompute([relation], terms)[0]


@pytest.mark.parametrize(
    ("now", "before", "rate", "agrees"),
    [
        (1200, 1000, 20, True),
        (1200, 1000, 15, False),
        (800, 1000, -20, True),
        (800, 1000, 20, False),
    ],
)
def test_growth_follows_from_level_and_base(now: int, before: int, rate: int, agrees: bool) -> None:
    terms = {
        "level": level(f"{now}人", now, "人"),
        "base": level(f"{before}人", before, "人"),
        "change": change(f"{abs(rate)}%", rate),
    }
    assert one("change", terms).agrees is agrees


def test_the_calculation_is_written_with_the_printed_numbers() -> None:
    terms = {
        "level": level("1200人", 1200, "人"),
        "base": level("1000人", 1000, "人"),
        "change": change("15%", 15),
    }
    assert one("change", terms).formula == "(1200人 − 1000人) ÷ 1000人 = 20% ≠ 15%"


def test_constant_prices_mean_rates_and_missing_roles_are_not_judged() -> None:
    terms = {
        "level": level("12亿元", 1.2e9, "元"),
        "base": level("10亿元", 1e9, "元"),
        "change": change("5%", 5),
    }
    assert one("change", terms, constant=True).agrees is None
    assert one("change", terms, basis=Basis.AVERAGE).agrees is None
    del terms["base"]
    assert one("change", terms).agrees is None


def test_a_change_without_printed_direction_is_judged_by_its_size() -> None:
    terms = {
        "level": level("1200人", 1200, "人"),
        "base": level("1000人", 1000, "人"),
        "change": Term("20%", Decimal(20), "%", is_change=True),
    }
    assert one("change", terms).agrees is True
    assert one("change", {**terms, "base": level("1100人", 1100, "人")}).agrees is False


def test_points_are_the_difference_of_rates() -> None:
    terms = {
        "level": level("94.7%", 94.7, "%"),
        "base": level("96.2%", 96.2, "%"),
        "change": change("1.5个百分点", -1.5, "个百分点"),
    }
    assert one("change", terms).agrees is True
    assert one("change", {**terms, "level": level("95.7%", 95.7, "%")}).agrees is False


@pytest.mark.parametrize("unit", ["points", "point"])
def test_points_of_a_rate_may_leave_out_of_what_they_are(unit: str) -> None:
    terms = {
        "level": level("6.2%", 6.2, "%"),
        "base": level("7.6%", 7.6, "%"),
        "change": change("1.4 points", -1.4, unit),
    }
    assert one("change", terms).agrees is True
    assert one("change", {**terms, "base": level("7.9%", 7.9, "%")}).agrees is False
    sizes = {
        "level": level("1,620", 1620, ""),
        "base": level("1,600", 1600, "ships"),
        "change": change("1.4 points", 1.4, unit),
    }
    assert one("change", sizes).agrees is not True


@pytest.mark.parametrize(("times", "agrees"), [(3, True), (2, True), (4, False)])
def test_multiples_may_count_the_base_in_or_out(times: int, agrees: bool) -> None:
    terms = {
        "level": level("300件", 300, "件"),
        "base": level("100件", 100, "件"),
        "change": change(f"{times}倍", times, "倍"),
    }
    assert one("change", terms).agrees is agrees


def test_amount_and_rate_of_one_change_check_each_other() -> None:
    terms = {
        "level": level("90元", 90, "元"),
        "amount": change("10元", -10, "元"),
        "rate": change("10%", -10),
    }
    both = [
        Relation(RelationKind.CHANGE, (("level", "level"), ("change", key)), Basis.SINCE)
        for key in ("amount", "rate")
    ]
    assert [check.agrees for check in recompute(both, terms)] == [True, True]
    terms["rate"] = change("12%", -12)
    assert [check.agrees for check in recompute(both, terms)] == [False, False]


@pytest.mark.parametrize(("share", "agrees"), [("33.3%", True), ("41.7%", False)])
def test_a_share_is_part_by_whole(share: str, agrees: bool) -> None:
    terms = {
        "whole": level("1200万元", 12e6, "元"),
        "part": level("400万元", 4e6, "元"),
        "share": level(share, float(share[:-1]), "%"),
    }
    assert one("part", terms).agrees is agrees


def test_parts_make_the_total_within_their_rounding() -> None:
    terms = {
        "total": level("3.9万", 39000),
        "parts0": level("2.1万", 21000),
        "parts1": level("0.9万", 9000),
        "parts2": level("0.8万", 8000),
    }
    check = one("sum", terms)
    assert (check.agrees, check.formula) == (True, "2.1万 + 0.9万 + 0.8万 = 3.8万 ≈ 3.9万")
    assert one("sum", {**terms, "total": level("3.5万", 35000)}).agrees is False


def test_a_bound_is_met_by_what_lies_beyond_it() -> None:
    more = Term("1000件", Decimal(1000), "件", Qualifier.AT_LEAST)
    terms = {"figures0": more, "figures1": level("1240件", 1240, "件")}
    assert one("repeat", terms).agrees is True


def test_completion_is_actual_by_target() -> None:
    terms = {
        "target": level("3000户", 3000, "户"),
        "actual": level("3210户", 3210, "户"),
        "completion": level("107%", 107, "%"),
    }
    assert one("target", terms).agrees is True
    assert one("target", {**terms, "completion": level("117%", 117, "%")}).agrees is False


numbers = st.decimals("0.01", "99999", places=2)


@given(numbers, numbers, numbers)
def test_recomputing_is_the_same_in_every_notation(a: Decimal, b: Decimal, c: Decimal) -> None:
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")

    def verdicts(scale: int, word: str, *, full: bool) -> object:
        def written(number: Decimal) -> str:
            return f"{number}{word}".translate(wide) if full else f"{number}{word}"

        terms = {
            "total": Term(written(a), a * scale, "元"),
            "parts0": Term(written(b), b * scale, "元"),
            "parts1": Term(written(c), c * scale, "元"),
        }
        return one("sum", terms).agrees

    plain = verdicts(1, "元", full=False)
    assert verdicts(10**4, "万元", full=False) == plain
    assert verdicts(10**8, "亿元", full=True) == plain


@given(st.text("0123456789.%万亿元约超过不足下降增长至由到，。 ", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    terms = dict(enumerate(map(term_of, scan(text))))
    pairs = [(i, j) for i in terms for j in terms if i != j][:20]
    for kind, roles in (("change", ("level", "change")), ("part", ("whole", "share"))):
        made = [Relation(RelationKind(kind), ((roles[0], i), (roles[1], j))) for i, j in pairs]
        assert len(recompute(made, terms)) == len(made)
    if len(terms) > 2:
        everything = tuple(("parts", i) for i in range(1, len(terms)))
        recompute([Relation(RelationKind.SUM, (("total", 0), *everything))], terms)


def test_one_number_printed_twice_is_never_held_against_itself() -> None:
    """Whichever way the words around each say that it went."""
    up = Term("2.4%", Decimal("2.4"), "%", change=Decimal("2.4"), is_change=True)
    down = up._replace(change=Decimal("-2.4"))
    told = Relation(RelationKind.REPEAT, (("figures", 0), ("figures", 1)))
    assert recompute([told], {0: up, 1: down})[0].agrees is None
