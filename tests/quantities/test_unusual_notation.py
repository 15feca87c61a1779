"""Numbers in unusual notation, each with the value, scale and unit that a reader sees."""

from __future__ import annotations

from decimal import Decimal

import pytest

from viewer.quantities import scan

FORMS = [
    ("The bank rate was kept at 4¾ per cent.", "4.75", "per cent"),
    ("Wages grew by ½ per cent.", "0.5", "per cent"),
    ("The cake needs 2⅓ cups of flour.", "2.333", "cups"),
    ("The loan came to 2.718.281,83 euros.", "2718281.83", "euros"),
    ("Exports were worth EUR 7,6 million.", "7600000", "EUR"),
    ("The town raised 6 lakh crore rupees.", "6000000000000", "rupees"),
    ("Investors put in ₹42 crore.", "420000000", "₹"),
    ("The spread widened by 18bps.", "18", "bps"),
    ("Yields fell to 2.6pc.", "2.6", "pc"),
    ("The margin improved by 3ppts.", "3", "ppts"),
    ("The fund holds 64 318 shares.", "64318", "shares"),
    ("The fund holds 64\u2009318 shares.", "64318", "shares"),
    ("The fund paid 1'250'000 francs.", "1250000", "francs"),
    ("Around .75 per cent of homes were empty.", "0.75", "per cent"),
    ("产量是去年的一倍半。", "1.5", "倍"),
    ("销量为上年的三倍半。", "3.5", "倍"),
    ("全镇共有二万零三十六人。", "20036", "人"),
    ("全省出栏生猪3千零40万头。", "30400000", "头"),
    ("该台频率为六百三十千赫。", "630", "千赫"),
    ("电台频率改为九千赫。", "9", "千赫"),
    ("全市办结案件64 318件。", "64318", "件"),
    ("全市办结案件64\u2009318件。", "64318", "件"),
    ("全市办结案件64\u202f318件。", "64318", "件"),
    ("三方之比为9.5:41.2:48.7。", "9.5", ""),
    ("利率为2½%。", "2.5", "%"),
    ("当年拨款3·26亿元。", "326000000", "元"),
    ("利率上调25bps。", "25", "bps"),
    ("共1千零20人参赛。", "1020", "人"),
    ("共5百零3人参赛。", "503", "人"),
]


@pytest.mark.parametrize(("text", "value", "unit"), FORMS)
def test_value(text: str, value: str, unit: str) -> None:
    found = [q for q in scan(text) if q.is_metric]
    assert len(found) == 1, found
    assert found[0].value is not None
    assert round(found[0].value, 3) == Decimal(value)
    assert found[0].unit == unit


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("水库库容2亿零300万立方米。", "2亿零300万立方米", "203000000", "立方米"),
        ("授信余额6万4千亿元。", "6万4千亿元", "6400000000000", "元"),
        ("滩涂面积3.6×10⁴公顷。", "3.6×10⁴公顷", "36000", "公顷"),
        ("净利润-1万2千元。", "-1万2千元", "-12000", "元"),
        ("利率再降半个百分点。", "半个百分点", "0.5", "个百分点"),
        ("税率下调四分之一个百分点。", "四分之一个百分点", "0.25", "个百分点"),
        ("冷库测得零下二十八点五摄氏度。", "零下二十八点五摄氏度", "-28.5", "摄氏度"),
        ("当季产出负百分之三点六。", "负百分之三点六", "-3.6", "%"),
        ("Dealers hold two and a half million crates.", "two and a half million crates",
         "2500000", "crates"),
        ("They own half a dozen barges.", "half a dozen barges", "6", "barges"),
        ("Some 4.15m households felt it.", "4.15m households", "4150000", "households"),
        ("Rates went up by half a percentage point.", "half a percentage point", "0.5",
         "percentage point"),
        ("The result was ($7.4) million.", "($7.4) million", "-7400000", "$"),
    ],
)  # fmt: skip
def test_numbers_of_several_parts_are_one(text: str, surface: str, value: str, unit: str) -> None:
    found = [one for one in scan(text) if one.is_metric]
    assert [(one.surface, one.value, one.unit) for one in found] == [
        (surface, Decimal(value), unit)
    ]


def test_both_ends_of_a_range_below_nought_are_negative() -> None:
    (found,) = scan("库温－18℃～－12℃。")
    assert (found.value, found.high) == (-18, -12)
