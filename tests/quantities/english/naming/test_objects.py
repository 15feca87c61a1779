"""Names of English figures that somebody's verb has for its object: the doer is not measured."""

import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [one.label for one in labelled(text, scan(text, "en"), "en") if one.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wardens helped 310 families claim £84,000 in winter payments.",
            ["families helped", "winter payments claimed"],
        ),
        (
            "Coaches helped 90 pupils win £45,000, about £500 each.",
            ["pupils helped", "amount won", "amount won per pupil"],
        ),
        (
            "The theatre spent £2.4 million, of which ticket income paid for £1.7 million.",
            ["spending", "spending paid for by ticket income"],
        ),
        ("Our drivers covered 1.2 million miles.", ["miles covered"]),
        ("Bakers used 88 tonnes of flour.", ["flour used"]),
        (
            "Volunteers repaired 740 bicycles and their customers paid £9,250.",
            ["bicycles repaired", "amount paid by customers"],
        ),
    ],
)
def test_what_the_number_tells_is_named_and_not_who_does_it(text: str, expected: list[str]) -> None:
    assert labels(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We hold 9,000 maps: 6,100 have been scanned and 2,900 have not.",
            ["maps scanned", "maps not scanned"],
        ),
        (
            "We finished 80 new flats. Of those completed, 51 were let at social rent, 29 at market"
            " rent.",
            ["new flats let at social rent", "new flats let at market rent"],
        ),
    ],
)
def test_members_of_a_list_are_told_apart_by_what_follows_each(
    text: str, expected: list[str]
) -> None:
    assert labels(text)[-2:] == expected


def test_how_far_an_aim_is_reached_is_told_by_the_aim() -> None:
    text = "We finished 40 new flats against an ambition of 50, so we got 80% of the way there."
    assert labels(text)[1:] == [
        "new flats finished ambition",
        "new flats finished ambition reached",
    ]


def test_cases_are_named_by_the_matter_of_the_sentence_before() -> None:
    text = "Fire damage was the worst worry. Farmers reported 318 cases."
    assert labels(text) == ["fire damage cases reported"]


def test_things_on_which_work_is_to_begin_are_told_so() -> None:
    text = "Work is due to begin on 52 huts, and we expect 40 to be finished."
    assert labels(text) == ["huts on which work is due to begin", "huts expected to be finished"]


def test_the_count_of_a_share_in_brackets_has_the_name_of_the_part() -> None:
    text = "Lettings make up 75.3% of the stock (13,905)."
    assert labels(text) == ["Lettings share of stock", "Lettings"]
