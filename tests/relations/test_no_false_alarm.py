"""Reports without a fault: what stands near each other in them is not held against each other."""

from __future__ import annotations

import pytest

from tests.relations.test_find import found_in

SOUND = {
    "a mean of several years beside the growth of one": (
        "全县生产总值128.6亿元，增长6.2%。五年来，生产总值由92.3亿元增加到128.6亿元，年均增长6.9%。"
    ),
    "a measure that leaves something out": (
        "Inflation slows to 2.4%\n\nConsumer price inflation slowed to 2.4% in June.\n\n"
        "Inflation excluding energy was 2.3%."
    ),
    "what it is meant to become next year": (
        "- Operating profit of $447 million\n- A dividend of $0.40\n\nThe quarter was quiet.\n\n"
        "The Group targets an operating profit of $470 million to $500 million for 2026."
    ),
    "the revenue of one division after the other": (
        "Revenue of $35.1 billion was up 94% year on year.\n\nFirst data centres. Revenue of "
        "$30.8 billion was up 112% year on year.\n\nThen games. Revenue of $3.3 billion was up 15%."
        "\n\nLast cars. Revenue of $449 million was up 72%."
    ),
    "a change of a year beside a value of the quarter before": (
        "Passenger numbers rose 5.4% to 8.91 million passengers, after 9.84 million in the third "
        "quarter."
    ),
    "imports beside the exports of one branch": (
        "Norland sold goods worth €8.92 billion abroad. Imports grew by 2.7% to €8.20 billion. "
        "Exports of machinery amounted to €2.58 billion."
    ),
    "a share of which": (
        "New cars totalled 13,150. Overnight stays climbed to 1.71 million, 49% of which were "
        "spent by foreign guests."
    ),
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_a_sound_report_raises_no_alarm(text: str) -> None:
    assert [one for one, agrees in found_in(text).items() if agrees is False] == []
