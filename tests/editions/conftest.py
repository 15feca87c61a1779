from collections.abc import Callable
from pathlib import Path

import pytest

from viewer.draft import draft_report
from viewer.editions.comparison import Editions, compare_editions
from viewer.proof import prove

Compare = Callable[[str, str], Editions]


@pytest.fixture
def compared(tmp_path: Path) -> Compare:
    """Compares two reports, each drafted with all its figures."""

    def compare(old: str, new: str) -> Editions:
        found = []
        for name, text in (("old", old), ("new", new)):
            path = tmp_path / f"{name}.txt"
            path.write_text(text, "utf-8")
            briefing = draft_report(path).briefing
            found.append((briefing, prove(briefing)))
        return compare_editions(*found)

    return compare
