"""Numbers without a noun, and amounts that went somewhere, as parts of what was told before."""

from __future__ import annotations

import pytest

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a number that opens the next sentence",
        "The depot keeps 58 trams. Seventeen are out of use.",
        {("part", "58 trams", "Seventeen"): None},
    ),
    (
        "a number that something was done to",
        "The tribunal received 512 claims. It rejected 78.",
        {("part", "512 claims", "78"): None},
    ),
    (
        "a number between commas",
        "The vet saw 940 cats. So many of them were strays, 388, that a ward was added.",
        {("part", "940 cats", "388"): None},
    ),
    (
        "a share that opens the next clause",
        "The line ran 3,100 trains; 64% arrived on time.",
        {("part", "3,100 trains", "64%"): None},
    ),
    (
        "amounts that went somewhere",
        "The trust spent £8.2 million. £6.1 million went on rent and £1.4 million on food.",
        {
            ("part", "£8.2 million", "£6.1 million"): None,
            ("part", "£8.2 million", "£1.4 million"): None,
        },
    ),
]


@each_of(CASES)
def test_what_goes_on_with_a_count_is_a_part_of_it(text: str, expected: Found) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The choir gave 44 concerts. It recorded 12 last year.",
        "The port received 930 ships in May. It received 412 in June.",
        "The kennel took in 870 dogs. It turned away 312.",
        "The farm keeps 640 cows. The neighbour keeps 310.",
        "The school has 1,012 pupils. It needs 60 more.",
        "The council built 640 homes. It hopes to finish 310 by spring.",
        "The club sold 9,000 tickets. Three new stands opened.",
        "We planted 640 trees. Two thirds of the hedges were cut.",
        "The fund paid out £5.6 million. £2.1 million was raised at the ball.",
    ],
)
def test_a_number_of_another_time_or_thing_is_no_part_of_the_count_before(text: str) -> None:
    assert found_in(text) == {}
