"""Changes whose words count the members of a list, in both languages."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "the first two and the last, in Chinese",
        "煤炭、矿石、集装箱吞吐量分别为320万吨、210万吨和95万吨，前两项分别增长4.2%和3.1%，后一项下降1.5%。",
        {
            ("change", "320万吨", "4.2%"): None,
            ("change", "210万吨", "3.1%"): None,
            ("change", "95万吨", "1.5%"): None,
        },
    ),
    (
        "shares and points",
        "药品和服务收入占比分别为24.3%和33.2%，前者下降1.6个百分点，后者提高1.8个百分点。",
        {
            ("change", "24.3%", "1.6个百分点"): None,
            ("change", "33.2%", "1.8个百分点"): None,
        },
    ),
    (
        "the former and the latter",
        "Imports and exports came to £320 million and £210 million; the former rose by 4.2%, while "
        "the latter fell by 3.1%.",
        {
            ("change", "£320 million", "4.2%"): None,
            ("change", "£210 million", "3.1%"): None,
        },
    ),
    (
        "the first two and the last",
        "Coal, ore and grain came to 3.2 million tonnes, 2.1 million tonnes and 0.9 million "
        "tonnes, the first two up by 4.2% and 3.1%, the last down by 2.0%.",
        {
            ("change", "3.2 million tonnes", "4.2%"): None,
            ("change", "2.1 million tonnes", "3.1%"): None,
            ("change", "0.9 million tonnes", "2.0%"): None,
        },
    ),
    (
        "the first two months count nothing",
        "前两个月，全市进出口分别为20亿元和12亿元，增长5.1%和3.2%。",
        {
            ("change", "20亿元", "5.1%"): None,
            ("change", "12亿元", "3.2%"): None,
        },
    ),
]


@each_of(CASES)
def test_a_change_goes_to_the_member_that_its_words_count(text: str, expected: Found) -> None:
    assert found_in(text) == expected
