import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [q.label for q in labelled(text, scan(text, "en"), "en") if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Output grew by 0.3% in the quarter, against a forecast of 0.6%.",
            ["Output growth", "Output forecast"],
        ),
        (
            "Recycling savings reached £27.9 million, 93% of the £30 million target.",
            ["Recycling savings", "Recycling savings target reached", "Recycling savings target"],
        ),
        ("Punctuality was 91%, short of the 95% target.", ["Punctuality", "Punctuality target"]),
    ],
)
def test_an_aim_is_called_by_what_it_is_of(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
