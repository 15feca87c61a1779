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
            ["pupils", "teachers rated the guides good"],
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
            ["Ticket sales", "Ticket sales to members", "Ticket sales to members"],
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
