"""Labels are noun phrases: no fragment of a clause is the name of a figure."""

import pytest

from viewer.quantities import labelled, scan
from viewer.quantities.english.naming.noun_phrases import heading_over, is_name


def labels(text: str) -> list[str]:
    return [one.label for one in labelled(text, scan(text, "en"), "en") if one.is_metric]


@pytest.mark.parametrize(
    "words",
    [
        "so they got",
        "way there got",
        "law and our own",
        "within",
        "worse",
        "on",
        "and the rest",
        "who had",
        "",
    ],
)
def test_a_fragment_of_a_clause_is_no_name(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize(
    "words",
    ["ponds cleared", "US exports", "those that tightened terms"],
)
def test_a_noun_phrase_is_a_name(words: str) -> None:
    assert is_name(words)


def test_a_number_without_a_name_is_called_by_the_heading_it_stands_under() -> None:
    assert heading_over("Footpaths\n\nIt was 12.", 11) == "Footpaths"


def test_an_adverb_before_a_number_is_not_its_name() -> None:
    text = (
        "Absence was 4.9%, better than the limit of 5.5%, though worse than the 4.4% of last year."
    )
    assert all(is_name(one) for one in labels(text))
