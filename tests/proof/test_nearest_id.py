from __future__ import annotations

from pathlib import Path

import pytest

from viewer.loading import opened_from
from viewer.proof import Known
from viewer.proof.nearest_id import nearest_id


def known_of(*ids: str) -> Known:
    row = '      - {{id: {}, label: 件, value: 1, unit: 件, cite: "1件"}}\n'
    head = "briefing: 1\ntitle: 报\nsections:\n  - id: s\n    title: 节\n    passage: 共1件。\n"
    text = head + "    metrics:\n" + "".join(row.format(id_) for id_ in ids)
    briefing = opened_from(Path("a.yaml"), text.encode()).briefing
    assert briefing is not None
    return Known.of(briefing)


def nearest(wrong: str, *ids: str) -> str:
    known = known_of(*ids)
    return nearest_id(wrong, known.briefing.sections[0], known)


def test_the_id_that_is_most_like_is_named() -> None:
    assert nearest("exprots", "imports", "exports", "staff") == "exports"


def test_where_none_is_like_it_the_first_are_listed() -> None:
    assert nearest("zzz", "imports", "staff") == "imports / staff"


@pytest.mark.parametrize("longer", [1, 2, 4])
def test_letters_that_are_compared_do_not_grow_with_the_ids(
    longer: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def count(wrong: str, ids: list[str], *_: object) -> list[str]:
        compared.extend(wrong + id_ for id_ in ids)
        return []

    monkeypatch.setattr("viewer.proof.nearest_id.get_close_matches", count)
    nearest("x" * 60 * longer, *(f"{'y' * 60 * longer}{at}" for at in range(100)))
    assert sum(map(len, compared)) <= 2 * 1_500
