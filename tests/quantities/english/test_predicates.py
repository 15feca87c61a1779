import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [q.label for q in labelled(text, scan(text, "en"), "en") if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The museum raised £8 million. Of this, £5 million came from lotteries and £3 million "
            "from ticket sales.",
            ["funds raised", "lotteries", "ticket sales"],
        ),
        (
            "Fares went up to £4. £120,000 is still owed by the county.",
            ["Fares", "owed by the county"],
        ),
        (
            "Tours attracted 9,120 pupils, and 91% of teachers rated the guides good.",
            ["pupils attracted", "teachers rated the guides good"],
        ),
        (
            "Visitors numbered 800, though one in three thought the café too dear.",
            ["Visitors", "thought the café too dear"],
        ),
        ("A poll found 71% satisfied with the new hours.", ["satisfied with the new hours"]),
        ("Some 18,400 hedges were planted along the road.", ["hedges planted"]),
        (
            "A total of 38 appeals were received, of which 12 were upheld.",
            ["appeals received", "appeals upheld"],
        ),
        (
            "Ticket sales reached 13,600, of which 4,080, or 30%, went to members.",
            ["Ticket sales", "Ticket sales to members", "share of ticket sales to members"],
        ),
        (
            "The wage bill rose to £38 million, equivalent to 62% of income.",
            ["wage bill", "wage bill share of income"],
        ),
        (
            "Fees came to £14 million, broadcasting brought in £29 million.",
            ["Fees", "broadcasting"],
        ),
        (
            "It made a profit of £2 million, against a loss of £7 million the year before.",
            ["profit", "loss the year before"],
        ),
        (
            "The cost of the new ferry, originally put at £1.2 million, is rising.",
            ["cost of the new ferry"],
        ),
        (
            "There were 9 fires, against 14 last year; 3 of them caused serious damage.",
            ["fires", "fires last year", "fires that caused serious damage"],
        ),
    ],
)
def test_a_number_that_opens_its_clause_is_named_by_what_follows(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board collected 97% of water rates.", ["water rates collected"]),
        (
            "Repairs came to £7 million, £0.6 million over budget.",
            ["Repairs", "Repairs over budget"],
        ),
        (
            "Agency pay came to £2.2 million, against a target of £2.0 million.",
            ["Agency pay", "Agency pay target"],
        ),
        (
            "Fines were £2 million. Three in five clerks are women.",
            ["Fines", "clerks who are women"],
        ),
        (
            "It took 900 calls, of which 81% were answered within a minute.",
            ["calls taken", "calls answered within a minute"],
        ),
    ],
)
def test_what_a_number_is_held_against_is_named_with_it(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
