import pytest

from viewer.draft.candidates import finds


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("货物吞吐量比上年增长3.2%。", "上年"),
        ("货物吞吐量同比增长3.2%。", "上年同期"),
        ("煤价较5月初下跌17元。", "5月初"),
        ("煤价周环比上涨6元。", "上周"),
        ("各港貨物裝卸量較上年成長3.2%。", "上年"),
        ("進出港船舶與去年相比減少2.1%。", "去年"),
        ("货物吞吐量比上年攀升3.2%。", "上年"),
        ("工程进度比合同落后7%。", "合同"),
        ("煤價週環比上漲6元。", "上周"),
        ("Freight of the port rose 3.2 percent year-on-year.", "a year earlier"),
        ("Freight of the port rose 3.2 percent quarter on quarter.", "a quarter earlier"),
        ("货物吞吐量增长3.2%。", None),
    ],
)
def test_the_words_name_what_a_change_is_measured_against(text: str, base: str | None) -> None:
    (found,) = finds(text, "zh-CN").found
    assert found.base == base
