import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [q.label for q in labelled(text, scan(text, "en"), "en") if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bank expects ferry traffic growth of 2.1% in 2026 and 2.3% in 2027.",
            ["expected ferry traffic growth in 2026", "expected ferry traffic growth in 2027"],
        ),
        (
            "Rents eased to 2.9% in May from 3.4% in March.",
            ["Rents", "Rents in March"],
        ),
        (
            "Turnout was 61% (2021: 58%).",
            ["Turnout", "Turnout in 2021"],
        ),
        (
            "Salmon prices rose 10.3% from last year and 5.0% sequentially.",
            ["Salmon prices increase", "Salmon prices sequentially"],
        ),
        (
            "Sales were 12 tonnes, against 10 tonnes in the year before.",
            ["Sales", "Sales in the year before"],
        ),
        (
            "The vacancy rate was 6% in May. The vacancy rate stood at 8% a year earlier.",
            ["vacancy rate", "vacancy rate a year earlier"],
        ),
        ("Output rose 3% in 2025.", ["Output increase"]),
    ],
)
def test_levels_of_one_name_are_told_apart_by_their_times(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_the_year_of_a_lone_level_is_no_part_of_its_name() -> None:
    assert labels("Ferry fares averaged $12 in 2025.") == ["Ferry fares"]
