from decimal import Decimal

import pytest

from viewer.model import Qualifier, Quantity
from viewer.quantities import agrees, scan

EXACT = Qualifier.EXACT


def one(text: str) -> Quantity:
    (quantity,) = [quantity for quantity in scan(text) if quantity.is_metric]
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("占83%", "83", "％"),
        ("占八成", "8", "成"),
        ("占八成", "80", "%"),
        ("下降 2 个百分点", "-2", "百分点"),
        ("同比下降0.6%", "-0.6", "%"),
        ("重 3 公斤", "3", " 千克 "),
        ("价为428元/吨", "428", "元每吨"),
        ("占三分之一", "0.333", ""),
        ("占三分之一", "33.3", "%"),
    ],
)
def test_fair_ways_of_saying_the_same_agree(text: str, value: str, unit: str) -> None:
    assert agrees(one(text), Decimal(value), None, unit, EXACT) == frozenset()


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "differs"),
    [
        ("81", "%", Qualifier.AT_LEAST, {"value"}),
        ("-80", "%", Qualifier.AT_LEAST, {"value"}),
        ("80", "个", Qualifier.AT_LEAST, {"unit"}),
        ("80", "%", EXACT, {"qualifier"}),
        ("8", "个百分点", EXACT, {"value", "unit", "qualifier"}),
    ],
)
def test_what_differs_is_named(
    value: str, unit: str, qualifier: Qualifier, differs: set[str]
) -> None:
    assert agrees(one("上案率达80%以上"), Decimal(value), None, unit, qualifier) == differs


def test_a_range_agrees_with_both_its_ends_only() -> None:
    quantity = one("标准为3000-5000元")
    assert not agrees(quantity, Decimal(3000), Decimal(5000), "元", EXACT)
    assert agrees(quantity, Decimal(3000), None, "元", EXACT) == {"value"}
    assert agrees(quantity, Decimal(3000), Decimal(6000), "元", EXACT) == {"value"}


def test_a_number_without_value_never_agrees() -> None:
    (quantity,) = scan("数千家")
    assert "value" in agrees(quantity, Decimal(1000), None, "", EXACT)
