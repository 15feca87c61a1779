"""How a figure is written for a reader, the same on every surface."""

from dataclasses import replace
from decimal import Decimal

import pytest

from viewer.i18n import Words, load
from viewer.model import Kind, Metric, Point, Qualifier
from viewer.quantities import (
    Sourced,
    as_written,
    in_digits,
    in_parts,
    outward_bound,
    parse_value,
    scan,
)

ZH, EN = load("zh_CN"), load("en")


def found(text: str, value: str, unit: str = "%", kind: Kind = Kind.CHANGE) -> Sourced:
    """The first figure of a text, as a metric that quotes it."""
    quantity = scan(text)[0]
    number, high = parse_value(value) or (Decimal(value), None)
    point = Point("a", value, number, high, cite=text)
    return Sourced(
        Metric("a", "甲", unit, kind, (point,), quantity.qualifier), point, text, quantity
    )


def outside(value: str, unit: str, kind: Kind, bound: Qualifier = Qualifier.EXACT) -> Sourced:
    number, high = parse_value(value) or (Decimal(value), None)
    point = Point("a", value, number, high, origin="年鉴")
    return Sourced(Metric("a", "甲", unit, kind, (point,), bound), point)


@pytest.mark.parametrize(
    ("text", "value", "words", "written"),
    [
        ("订单下降超过40%。", "-40", ZH, "降幅超过40%"),
        ("订单下降40%以上。", "-40", ZH, "降幅40%以上"),
        ("订单下降不足3%。", "-3", ZH, "降幅不足3%"),
        ("Orders fell by more than 40%.", "-40", EN, "fall of more than 40%"),
        ("订单增长超过40%。", "40", ZH, "超过+40%"),
        ("订单下降约9%。", "-9", ZH, "约−9%"),
        ("订单下降9%。", "-9", ZH, "−9%"),
        ("订单增长9%。", "9", ZH, "+9%"),
        ("订单下降3%至5%。", "-3", ZH, "降幅3–5%"),
    ],
)
def test_a_bounded_fall_is_worded_and_every_other_change_is_signed(
    text: str, value: str, words: Words, written: str
) -> None:
    figure = found(text, value)
    if figure.quantity is not None and figure.quantity.high is not None:
        wide = replace(figure.point, value=Decimal(3), high=Decimal(5))
        figure = figure._replace(point=wide)
    assert as_written(figure, words) == written
    assert in_parts(figure, words).whole.replace(" ", "") == written.replace(" ", "")


@pytest.mark.parametrize(
    ("bound", "said"),
    [(Qualifier.AT_LEAST, "降幅至少 40%"), (Qualifier.AT_MOST, "降幅至多 40%")],
)
def test_a_bound_that_no_words_say_is_added(bound: Qualifier, said: str) -> None:
    figure = outside("-40", "%", Kind.CHANGE, bound)
    assert (as_written(figure, ZH), in_digits(figure, ZH)) == (said, said)
    assert in_parts(figure, ZH).whole.replace(" ", "") == said.replace(" ", "")


def test_no_word_of_direction_gives_no_sign() -> None:
    quantity = scan("甲项3%。")[0]
    point = Point("a", "3", Decimal(3), cite="甲项3%")
    figure = Sourced(Metric("a", "甲项", "%", Kind.SHARE, (point,)), point, "甲项3%。", quantity)
    assert figure.change is None
    assert "+" not in as_written(figure, ZH) + in_digits(figure, ZH) + in_parts(figure, ZH).number


@pytest.mark.parametrize(
    ("value", "kind", "bound", "seen"),
    [
        ("-40", Kind.CHANGE, Qualifier.AT_LEAST, Qualifier.AT_LEAST),
        ("-5", Kind.AMOUNT, Qualifier.AT_LEAST, Qualifier.AT_MOST),
        ("-5", Kind.AMOUNT, Qualifier.AT_MOST, Qualifier.AT_LEAST),
        ("-5", Kind.AMOUNT, Qualifier.APPROX, Qualifier.APPROX),
        ("5", Kind.AMOUNT, Qualifier.AT_LEAST, Qualifier.AT_LEAST),
        ("0", Kind.AMOUNT, Qualifier.AT_LEAST, Qualifier.AT_LEAST),
    ],
)
def test_a_bound_is_seen_from_zero(
    value: str, kind: Kind, bound: Qualifier, seen: Qualifier
) -> None:
    assert outward_bound(outside(value, "元", kind, bound)) is seen


def test_a_rate_printed_below_zero_is_bounded_as_numbers_are() -> None:
    figure = found("增速不低于-5%。", "-5")
    assert outward_bound(figure) is Qualifier.AT_MOST
    assert as_written(figure, ZH) == "不低于-5%"


def test_a_level_below_zero_wears_a_minus_sign() -> None:
    figure = outside("-340", "册", Kind.COUNT)
    assert as_written(figure, ZH) == "−340 册"
    assert in_parts(figure, ZH).number == "−340"


def test_a_long_number_that_is_not_proven_yet_has_its_thousands_parted() -> None:
    figure = outside("2104000", "tonnes", Kind.AMOUNT)
    assert as_written(figure, EN) == "2,104,000 tonnes"
    assert in_parts(figure, EN).number == "2,104,000"


def test_digits_are_parted_and_bounded() -> None:
    assert in_digits(outside("2.5万", "人", Kind.COUNT, Qualifier.AT_LEAST), ZH) == "至少 25,000 人"
    assert in_digits(outside("3-8", "%", Kind.SHARE), ZH) == "3–8%"


@pytest.mark.parametrize(
    ("text", "value", "unit", "written", "number"),
    [
        ("It made a negative contribution of €5.5 million.", "-5500000", "€", "−€5.5 million", "−"),
        ("It was 12 degrees below zero.", "-12", "degrees", "−12 degrees", "−12"),
        ("It was minus 12 degrees.", "-12", "degrees", "minus 12 degrees", "minus"),
        ("气温零下5℃。", "-5", "℃", "零下5℃", "零下"),
        ("结余-3亿元。", "-3亿", "元", "−3亿元", "−3亿"),
    ],
)
def test_a_level_below_nothing_has_its_minus_wherever_the_report_says_so(
    text: str, value: str, unit: str, written: str, number: str
) -> None:
    figure = found(text, value, unit, Kind.AMOUNT)
    assert as_written(figure, EN) == written
    assert in_parts(figure, EN).number.startswith(number)
