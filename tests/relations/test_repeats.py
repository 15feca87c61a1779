"""Figures of a summary that the body gives otherwise."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "one figure of a summary that repeats two others",
        "核心数据：出院5.62万人次，手术2.87万台，在岗职工2148人。\n\n全年出院5621"
        "8人次，增长3.4%。\n\n全年手术23716台。\n\n年末在岗职工2148人。",
        {
            ("change", "56218人次", "3.4%"): None,
            ("repeat", "2.87万台", "23716台"): False,
            ("repeat", "2148人", "2148人"): True,
            ("repeat", "5.62万人次", "56218人次"): True,
        },
    ),
    (
        "a summary that the body gives the same",
        "核心数据：出院5.62万人次，手术2.37万台，在岗职工2148人。\n\n全年出院5621"
        "8人次，增长3.4%。\n\n全年手术23716台。\n\n年末在岗职工2148人。",
        {
            ("change", "56218人次", "3.4%"): None,
            ("repeat", "2.37万台", "23716台"): True,
            ("repeat", "2148人", "2148人"): True,
            ("repeat", "5.62万人次", "56218人次"): True,
        },
    ),
    (
        "what was spent and what the next year plans",
        "全区支出68.92亿元，其中教育支出17.23亿元。\n\n2026年安排教育支出18.1亿元，全区支出71.3亿元。",
        {
            ("part", "68.92亿元", "17.23亿元"): None,
        },
    ),
]


@each_of(CASES)
def test_a_short_report_holds_these_relations_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
