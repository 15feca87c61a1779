"""Forecasts beside those of an earlier report."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "two forecasts and those of an earlier report",
        "Growth of 1.4% is expected in 2026 and 1.8% in 2027; in November the B"
        "ank had forecast 1.7% and 1.9%.",
        {
            ("change", "1.4%", "1.7%"): None,
            ("change", "1.8%", "1.9%"): None,
        },
    ),
    (
        "a forecast and what the earlier report had",
        "GDP is expected to grow 1.4% in 2026. The November report had 1.7%.",
        {
            ("change", "1.4%", "1.7%"): None,
        },
    ),
    (
        "several forecasts against several",
        "Inflation is projected at 2.6% in 2026 and 2.1% in 2027, against 2.9% "
        "and 2.2% in the November report.",
        {
            ("change", "2.1%", "2.2%"): None,
            ("change", "2.6%", "2.9%"): None,
        },
    ),
    (
        "earlier forecasts in bare brackets",
        "Consumption is expected to grow 1.5% (November: 1.7%), investment 2.8%"
        " (3.1%) and exports 2.2% (2.0%).",
        {
            ("change", "1.5%", "1.7%"): None,
            ("change", "2.2%", "2.0%"): None,
            ("change", "2.8%", "3.1%"): None,
        },
    ),
    (
        "a figure of the month before that was revised",
        "New home sales surged 5.8% to a rate of 640K in November. Sales for Oc"
        "tober were revised down to 605K.",
        {
            ("change", "640K", "605K", "5.8%"): True,
        },
    ),
]


@each_of(CASES)
def test_a_short_report_holds_these_relations_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
