import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [q.label for q in labelled(text, scan(text, "en"), "en") if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net income was $14 million and earnings per share were $0.32.",
            ["Net income", "earnings per share"],
        ),
        ("Exports rose 5 percent and imports 3 percent.", ["Exports increase", "imports increase"]),
        ("Of these homes, 12% were empty.", ["these homes"]),
        (
            "There were 900 homes. Of these, 90% were conventional dwellings.",
            ["homes", "conventional dwellings"],
        ),
        ("Growers increased their output by 10%.", ["Growers output increase"]),
        (
            "They will produce 1.3 billion bushels of winter wheat, up 9% from last year.",
            ["winter wheat", "winter wheat increase"],
        ),
        ("There were 500 casualties of all severities.", ["casualties of all severities"]),
        (
            "1,850 people were killed and 22,660 were seriously injured.",
            ["people killed", "people seriously injured"],
        ),
        (
            "Vacancy rates were 10.6 percent for rental homes and 2.5 percent for owned homes.",
            ["Vacancy rates for rental homes", "Vacancy rates for owned homes"],
        ),
        (
            "Overnight visitors (1.4 million) and day visitors (1.3 million) rose 17 percent "
            "and 4 percent respectively.",
            ["Overnight visitors", "day visitors"] * 2,
        ),
        ("Output was 5 tons in 2019. It grew 3% in 2020.", ["Output", "Output growth"]),
        (
            "Profit was $4.2 million, or $1.30 per diluted share.",
            ["Profit", "Profit per diluted share"],
        ),
        (
            "The line carried 1.2 million travellers and repaired 14 bridges.",
            ["travellers carried", "bridges repaired"],
        ),
        (
            "Rail brought in 61% of income and buses 20%.",
            ["Rail share of income", "buses share of income"],
        ),
        ("Of these, 40 were fires and 12 were road collisions.", ["fires", "road collisions"]),
        ("The city aims to cut waste per household by 12% by 2031.", ["waste per household cut"]),
        ("It will shed some 90 of its 1,400 posts.", ["posts", "posts"]),
    ],
)
def test_an_english_number_takes_its_subject_from_the_words_next_to_it(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


def test_a_share_of_those_says_what_they_are_not_whose() -> None:
    text = "It built 300 homes. Of these, 40% were flats and 60% were houses."
    assert labels(text)[1] == "flats"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board kept the toll rate unchanged at 3%.", ["toll rate"]),
        ("The board voted to cut its toll rate from 4% to 3%.", ["toll rate"] * 2),
        (
            "It lowered the lending rate, its principal instrument, by a quarter point to 3.75%.",
            ["lending rate"],
        ),
        (
            "Tarn raised its fiscal 2026 sales outlook to a range of $1.9 billion to $2.0 billion.",
            ["fiscal 2026 sales outlook"],
        ),
    ],
)
def test_what_is_left_or_moved_by_somebody_is_named_without_them(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Credit to shops grew 3.6% and credit to farms 2.1%.",
            ["Credit to shops growth", "credit to farms growth"],
        ),
        (
            "Lending to shops was 2.3%, and to farms 1.1%.",
            ["Lending to shops", "Lending to farms"],
        ),
        (
            "Trade was led by exports, which grew 2.4%.",
            ["exports growth"],
        ),
        (
            "The north, the south and the coast accounted for 46%, 31% and 23% of sales, "
            "respectively.",
            ["north share of sales", "south share of sales", "coast share of sales"],
        ),
        (
            "Sponsors gave $22 million, of which 40% came from the title partner.",
            ["Sponsors", "Sponsors from title partner"],
        ),
        (
            "The port's debt is forecast to reach 43.5% of GDP.",
            ["expected port's debt share of GDP"],
        ),
        (
            "Licences brought in $41 million, or 47% of the segment.",
            ["Licences", "Licences share of segment"],
        ),
    ],
)
def test_members_and_parts_take_what_the_others_are_of(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 3.1%, core rent inflation is the lowest in years.", ["core rent inflation"]),
        ("Quality: the infection rate was 0.9%.", ["infection rate"]),
        ("The rise in ferry fares slowed to 4.1%.", ["ferry fares"]),
        ("The ten-year bond yield fell to 3.9%.", ["ten-year bond yield"]),
        (
            "Gross margin was 42%, an improvement of 1.4 points.",
            ["Gross margin", "Gross margin improvement"],
        ),
        ("The waiting list fell to 41,200 patients.", ["waiting list"]),
        ("Loans grew at an average rate of 5%.", ["Loans average rate"]),
        ("Spending was held back by a saving rate of 11%.", ["saving rate"]),
        ("The staff project harvest growth of 1.7%.", ["expected harvest growth"]),
        ("Two-year inflation expectations stood at 2.2%.", ["Two-year inflation expectations"]),
    ],
)
def test_a_level_is_called_by_the_noun_that_its_clause_is_about(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected
