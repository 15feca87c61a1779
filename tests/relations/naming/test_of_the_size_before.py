"""Shares and parts of the size right before them, though no word names it."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "what takes a share of those counted",
        "全年受理信访事项1.6万件，环境类独占三成。",
        {("part", "1.6万件", "三成"): None},
    ),
    (
        "a list of such shares",
        "登记志愿者23,500人，女性占62%，党员占18%。",
        {("part", "23,500人", "62%"): None, ("part", "23,500人", "18%"): None},
    ),
    (
        "a share of a measure is none of those counted",
        "全市共有企业3,600家，民营经济增加值占65%。",
        {},
    ),
    (
        "a share of the total of the sentence before",
        "The library lent 412,000 items. E-books made up 23% of the total, against 19% in 2022.",
        {("part", "412,000 items", "23%"): None, ("change", "23%", "19%"): None},
    ),
    (
        "those counted, and what they are",
        "Our workforce is 1,420 strong; 39% are women and 12% are under 25.",
        {("part", "1,420", "39%"): None, ("part", "1,420", "12%"): None},
    ),
    (
        "the size of a whole behind its share",
        "Energy took 12.4% of operating costs, which came to £62.0 million.",
        {("part", "£62.0 million", "12.4%"): None},
    ),
    (
        "parts that go on a sentence",
        "We treated 24,600 animals. Dogs accounted for 14,270 of those and cats for 8,110.",
        {("part", "24,600 animals", "14,270"): None, ("part", "24,600 animals", "8,110"): None},
    ),
    (
        "so many of which",
        "The museum sold 86,000 tickets, 21,500 of which went to schools.",
        {("part", "86,000 tickets", "21,500"): None},
    ),
    (
        "a rate named after one member of a list, with one number wrong",
        "产生废物4,120万吨，去向为综合利用2,884万吨、处置1,071万吨、贮存165万吨，综合利用率75.0%。",
        {
            ("sum", "4,120万吨", "2,884万吨", "1,071万吨", "165万吨"): True,
            ("part", "4,120万吨", "2,884万吨", "75.0%"): False,
        },
    ),
    (
        "more of a sort than those it is counted out of",
        "纳入考核的85个断面里，水质优良的89个，占92.7%。",
        {("part", "85个", "89个", "92.7%"): False},
    ),
    (
        "among those that open the sentence",
        "2,460家会员单位中，民营企业占七成以上。",
        {("part", "2,460家", "七成"): None},
    ),
    (
        "a share and how much it is, between commas",
        "Grants of $18.4 million were paid. Nearly half, $8.9 million, went to small groups.",
        {("part", "$18.4 million", "$8.9 million", "half"): True},
    ),
]


@each_of(CASES)
def test_a_share_is_of_the_size_spoken_of(text: str, expected: Found) -> None:
    assert found_in(text) == expected
