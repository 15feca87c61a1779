"""What an English total consists of, told in its own sentence."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a part that a verb tells",
        "Capital expenditure of £6.9m included £4.0m on pub refurbishment.",
        {("part", "£6.9m", "£4.0m"): None},
    ),
    (
        "all parts that a verb tells",
        "The estate of 640 dwellings comprises 412 flats and 228 houses.",
        {("sum", "640 dwellings", "412 flats", "228 houses"): None},
    ),
    (
        "parts of it",
        "Grants came to $7.5 million, $4.1 million of it from foundations and $3.4 million from "
        "the state.",
        {("sum", "$7.5 million", "$4.1 million", "$3.4 million"): True},
    ),
    (
        "a part of those that the sentence before counts",
        "The shop sold 3,200 cards. Children bought 900 of them.",
        {("part", "3,200 cards", "900"): None},
    ),
    (
        "bare numbers that make a count exactly",
        "The fleet has 214 buses, 61 of them electric and 153 diesel.",
        {("sum", "214 buses", "61", "153"): True},
    ),
    (
        "bare numbers that do not",
        "The fleet has 214 buses, 61 of them electric and 142 diesel.",
        {("part", "214 buses", "61"): None, ("part", "214 buses", "142"): None},
    ),
    (
        "a charge is no part of a profit",
        "Profit of £9.0 million included a charge of £2.1 million for restructuring.",
        {},
    ),
    (
        "more things than places",
        "Our 4 sites include 12 galleries.",
        {},
    ),
]


@each_of(CASES)
def test_a_total_is_told_with_what_it_consists_of(text: str, expected: Found) -> None:
    assert found_in(text) == expected
