"""Limits that somebody set, and aims that are told as what was asked for."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a ceiling that somebody set",
        "There were 74 cases of infection, inside the ceiling of 80 set by our board.",
        {("target", "80", "74 cases"): None},
    ),
    (
        "a ceiling that holds for all",
        "The vacancy rate stood at 4.1%, against a ceiling of 5%.",
        {},
    ),
    (
        "held under what was assigned",
        "全市用水总量11.84亿立方米，控制在省下达的12.5亿立方米以内。",
        {("target", "12.5亿立方米", "11.84亿立方米"): None},
    ),
    (
        "the limit first",
        "能耗总量控制在320万吨标准煤以内，实际完成305万吨标准煤。",
        {("target", "320万吨标准煤", "305万吨标准煤"): None},
    ),
    (
        "what one was asked to reach",
        "The share rose to 76.3%, still short of the 78% that we were asked to reach.",
        {("target", "78%", "76.3%"): None},
    ),
    (
        "better than in the plan is no earlier value",
        "The surplus of £2.7 million was slightly better than the £2.5 million in our plan.",
        {("target", "£2.5 million", "£2.7 million"): None},
    ),
    (
        "what one had to do, and the share of what was required",
        "The programme had to find £31.0 million; it found £32.2 million, 103.9% of what was "
        "required.",
        {("target", "£31.0 million", "£32.2 million", "103.9%"): True},
    ),
    (
        "the share of what was required, wrong",
        "We were asked to plant 4,000 trees and planted 4,320, or 118% of the number required.",
        {("target", "4,000 trees", "4,320", "118%"): False},
    ),
    (
        "an aim behind an earlier value",
        "The rail share rose to 13.2%, against 11.8% in 2024, and we are confident of meeting our "
        "target of 15%.",
        {("change", "13.2%", "11.8%"): None, ("target", "15%", "13.2%"): None},
    ),
    (
        "a reduction as an aim",
        "Emissions were 43% below the level of 2015; the aim is a reduction of at least 50%.",
        {("target", "50%", "43%"): None},
    ),
    (
        "an aim that leaves out what its result is counted per",
        "Productivity averaged 33.2 moves per hour against a target of 32 moves.",
        {("target", "32 moves", "33.2 moves per hour"): None},
    ),
    (
        "a limit that its own noun follows",
        "Spending was kept to £9.4 million, inside the £9.8 million limit agreed in May.",
        {("target", "£9.8 million", "£9.4 million"): None},
    ),
]


@each_of(CASES)
def test_what_was_asked_for_is_an_aim(text: str, expected: Found) -> None:
    assert found_in(text) == expected
