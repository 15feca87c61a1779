"""Aims of the past, and what came of them, in whatever words the two are told."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "what was wanted, and what there was",
        "The Trust wanted 450 volunteers by the spring. It had 389 by the end of March.",
        {("target", "450 volunteers", "389"): None},
    ),
    (
        "what a plan foresaw",
        "The plan foresaw 12 new branches; nine opened.",
        {("target", "12", "nine"): None},
    ),
    (
        "what was budgeted for",
        "We had budgeted for sales of £14 million and took £15.2 million.",
        {("target", "£14 million", "£15.2 million"): None},
    ),
    (
        "what was to be, and what there is",
        "Phase one was to house 220 families. It now houses 205.",
        {("target", "220 families", "205"): None},
    ),
    (
        "a clause that names only what was done",
        "基金会计划招募志愿者450名，截至3月末到岗389名。",
        {("target", "450名", "389名"): None},
    ),
    (
        "a budget and its account",
        "原预算赤字300万元，决算赤字184万元。",
        {("target", "300万元", "184万元"): None},
    ),
    (
        "those who came of those who should",
        "目标招生500人，报到487人。",
        {("target", "500人", "487人"): None},
    ),
    (
        "an aim that is still to come",
        "We have 389 volunteers and want 450 by the spring.",
        {},
    ),
    (
        "a plan for another year",
        "The plan for 2026 is to plant 60,000 trees. In 2025 63,400 were planted.",
        {},
    ),
    (
        "an aim of next year beside this year",
        "计划明年开通航线28条，今年开通25条。",
        {},
    ),
    (
        "another thing",
        "拟投资4.6亿元建设二期，一期投资4.1亿元。",
        {},
    ),
]


@each_of(CASES)
def test_an_aim_of_the_past_is_held_against_what_came_of_it(text: str, expected: Found) -> None:
    assert found_in(text) == expected
