import pytest

from viewer.draft.candidates import finds
from viewer.model import Kind


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
        ("与上年同月相比，货物吞吐量增长3.2%。", "上年同月"),
        ("货物吞吐量比上年同期（下同）增长3.2%。", "上年同期"),
        ("货物吞吐量较2024年同季增加3.2%。", "2024年同季"),
        ("合格率高于全省平均1.2个百分点。", "全省平均"),
        ("2023年，货物吞吐量增长3.2%。", "上年"),
        ("2023年6月，货物吞吐量增长3.2%。", None),
        ("2023年上半年货物吞吐量增长3.2%。", None),
        ("货物吞吐量增长3.2%。", None),
        ("Freight rose 3.2 percent over the year.", "a year earlier"),
        ("Freight rose 3.2 percent from the year-ago quarter.", "the year-ago quarter"),
        ("Freight rose 3.2 percent in 2024.", "the year before"),
        ("Freight rose 3.2 percent in 2024 from 2019.", "2019"),
        ("Freight rose 3.2 percent on strong demand.", None),
        ("Freight rose 3.2 percent from its low on strong demand in 2024.", None),
        (
            "The port handled 410 more ships than in the first quarter of last year.",
            "the first quarter of last year",
        ),
        (
            "The share was 0.3 percentage points above the 4.3 per cent of March 2024.",
            "March 2024",
        ),
        ("Freight rose 3.2 percent against 2.8 percent in the January forecast.", None),
        ("Orders were $4 million more than at the end of June.", "the end of June"),
    ],
)
def test_the_words_name_what_a_change_is_measured_against(text: str, base: str | None) -> None:
    found = [one for one in finds(text, "zh-CN").found if one.quantity.kind is Kind.CHANGE]
    assert [one.base for one in found[:1]] == [base]
