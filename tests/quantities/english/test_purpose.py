import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [q.label for q in labelled(text, scan(text, "en"), "en") if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A further £8 million of funding is due.", ["funding"]),
        ("A total of £23m will be allocated to new libraries.", ["new libraries"]),
        ("It pays out of its £400 million Harbour Fund.", ["Harbour Fund"]),
        (
            "The list includes almost £10 million for the art gallery, £5 million for a ring road "
            "and £18 million on bridges.",
            ["art gallery", "ring road", "bridges"],
        ),
        ("Sales were $5 million for the quarter.", ["Sales"]),
        ("Losses reached $5 million on currency swaps.", ["Losses"]),
    ],
)
def test_money_is_called_by_what_it_is_for(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Record earnings of $2.08 per diluted share were posted.", ["earnings per diluted share"]),
        (
            "The volume sold in the shops in May 2011 was estimated to have fallen by 0.7%.",
            ["volume sold in the shops fall"],
        ),
        (
            "Data show that average weekly spend in May 2011 was £2 billion.",
            ["average weekly spend"],
        ),
        (
            "Absence was 3.4%. In the north, it was 2.9%.",
            ["Absence", "Absence In the north"],
        ),
        ("There were 1.2 million retired people.", ["retired people"]),
        ("Fees for the nine months ended March 31, 2019, totaled $11 million.", ["Fees"]),
        (
            "The highest rates were found in Northland (7.5%), Eastland (6.2%).",
            ["rates in Northland", "rates in Eastland"],
        ),
        ("Energy was up in May (4%), followed by food (2%).", ["Energy in May", "food"]),
    ],
)
def test_a_subject_is_found_behind_dates_and_other_clauses(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
