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
