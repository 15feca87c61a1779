"""What a relation names."""

from __future__ import annotations

import pytest

from viewer.proof.related import key_of, metric_of


@pytest.mark.parametrize(
    ("reference", "key", "metric"),
    [
        ("cases", "cases", "cases"),
        ("city/cases", "cases", "cases"),
        ("city/cases@2023", "cases@2023", "cases"),
        ("cases@2023", "cases@2023", "cases"),
    ],
)
def test_a_reference_is_a_section_a_metric_and_a_period(
    reference: str, key: str, metric: str
) -> None:
    assert (key_of(reference), metric_of(reference)) == (key, metric)
