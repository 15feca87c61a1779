"""Earlier values in brackets, in a sentence of their own, behind `under last year's`."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a half of an earlier year in brackets",
        "Visitor numbers reached 84,200 (second half of 2023: 79,600), a rise of 5.8%.",
        {("change", "84,200", "79,600", "5.8%"): True},
    ),
    (
        "above the comparative figure",
        "The company earned $21.3 million, which is $1.9 million or 9.8% above the comparative "
        "figure.",
        {
            ("change", "$21.3 million", "$1.9 million"): True,
            ("change", "$21.3 million", "9.8%"): True,
        },
    ),
    (
        "under last year's, the unit left out",
        "At 5.82 million tonnes it came in 9.3% under last year's 6.42 million.",
        {("change", "5.82 million tonnes", "6.42 million", "9.3%"): True},
    ),
    (
        "short of what was carried, with one number wrong",
        "Passengers totalled 2.31 million, 7.1% short of the 2.41 million carried in 2023.",
        {("change", "2.31 million", "2.41 million", "7.1%"): False},
    ),
    (
        "a sentence with the earlier values of all sizes before it",
        "There were 63 launches and 18 closures. A year earlier the figures had been 58 and 23.",
        {("change", "63 launches", "58"): None, ("change", "18 closures", "23"): None},
    ),
    (
        "an earlier month in the past perfect",
        "Vacancies numbered 214 in March; in December there had been 251.",
        {("change", "214", "251"): None},
    ),
    (
        "a pronoun that goes on from the sentence before",
        "The waiting list had 12,400 names at Christmas. By June it was down to 9,900.",
        {("change", "9,900", "12,400 names"): None},
    ),
    (
        "this winter and the last",
        "去年冬季供热投诉2,160件，今冬为1,540件，少了620件。",
        {("change", "1,540件", "2,160件", "620件"): True},
    ),
    (
        "compares with",
        "Turnover of £56.0 million compares with £51.8 million in the prior year.",
        {("change", "£56.0 million", "£51.8 million"): None},
    ),
    (
        "what a terminal moved is no change",
        "Volume reached 412,300 containers. One terminal moved 268,000 of that and the quay the "
        "other 144,300.",
        {("sum", "412,300 containers", "268,000", "144,300"): True},
    ),
    (
        "an average in the brackets of an earlier value repeats it not",
        "Yields were 7.2 tonnes per hectare (2023: 6.8; five-year average: 6.9).",
        {("change", "7.2 tonnes per hectare", "6.8"): None},
    ),
    (
        "twelve months before",
        "Prices averaged €212 a tonne; twelve months before they had averaged €198.",
        {("change", "€212", "€198"): None},
    ),
]


@each_of(CASES)
def test_an_earlier_value_is_the_base(text: str, expected: Found) -> None:
    assert found_in(text) == expected
