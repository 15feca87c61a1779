"""Changes in a later sentence that name the level they lead to."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "members of a list, named again behind 其中",
        "小麦、玉米产量分别为120万吨和86万吨。其中小麦产量增长3.1%，玉米产量下降1.2%。",
        {
            ("change", "120万吨", "3.1%"): None,
            ("change", "86万吨", "1.2%"): None,
        },
    ),
    (
        "the last of a counted list",
        "茶叶食品、竹木家居、新型建材三大产业产值分别为41.3亿元、36.8亿元和29.5亿元。"
        "受市场需求影响，新型建材产值下降1.8%。",
        {("change", "29.5亿元", "1.8%"): None},
    ),
    (
        "a name that no level bears",
        "小麦、玉米产量分别为120万吨和86万吨。其中大豆产量增长3.1%。",
        {},
    ),
]


@each_of(CASES)
def test_a_change_goes_to_the_level_that_it_names(text: str, expected: Found) -> None:
    assert found_in(text) == expected
