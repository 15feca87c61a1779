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
        ("Exports rose 5 percent and imports 3 percent.", ["Exports", "imports"]),
        ("Of these homes, 12% were empty.", ["these homes"]),
        (
            "There were 900 homes. Of these, 90% were conventional dwellings.",
            ["homes", "conventional dwellings"],
        ),
        ("Growers increased their output by 10%.", ["Growers output"]),
        (
            "They will produce 1.3 billion bushels of winter wheat, up 9% from last year.",
            ["winter wheat"] * 2,
        ),
        ("There were 500 casualties of all severities.", ["casualties of all severities"]),
        (
            "1,850 people were killed and 22,660 were seriously injured.",
            ["people killed", "seriously injured"],
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
        ("Output was 5 tons in 2019. It grew 3% in 2020.", ["Output"] * 2),
        (
            "Profit was $4.2 million, or $1.30 per diluted share.",
            ["Profit", "Profit per diluted share"],
        ),
        (
            "The line carried 1.2 million travellers and repaired 14 bridges.",
            ["travellers carried", "bridges repaired"],
        ),
        ("Rail brought in 61% of income and buses 20%.", ["Rail share of income", "buses"]),
        ("Of these, 40 were fires and 12 were road collisions.", ["fires", "road collisions"]),
        ("The city aims to cut waste per household by 12% by 2031.", ["waste per household"]),
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
