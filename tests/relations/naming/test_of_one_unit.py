"""The chief figure of a unit in summary and body, and the same measure by its Chinese name."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "containers by other words",
        "Last year the port handled over 3.1 million TEU, a record.\n"
        "Container traffic came to 3.12 million TEU.\n"
        "By rail went 0.41 million TEU.\n",
        {("repeat", "3.1 million TEU", "3.12 million TEU"): True},
    ),
    (
        "a smaller one first is not the chief one",
        "Last year the port handled over 3.1 million TEU, a record.\n"
        "By rail went 0.41 million TEU.\n"
        "Road traffic came to 3.12 million TEU.\n",
        {},
    ),
    (
        "visits by two names, a slip in one",
        "【概况】2024年，医院门急诊量达286.4万人次，出院12.8万人次。\n"
        "【医疗】全年门急诊3,164,215人次。\n【住院】出院患者128,040人次。\n",
        {
            ("repeat", "286.4万人次", "3,164,215人次"): False,
            ("repeat", "12.8万人次", "128,040人次"): True,
        },
    ),
]


@each_of(CASES)
def test_a_summary_and_the_body_give_one_chief_figure(text: str, expected: Found) -> None:
    assert found_in(text) == expected
