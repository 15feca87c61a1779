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


def test_six_are_listed_and_that_there_are_more() -> None:
    assert nearest("zzz", *"abcdef") == "a / b / c / d / e / f"
    assert nearest("zzz", *"abcdefg") == "a / b / c / d / e / f / …"


def test_of_two_that_are_alike_the_one_nearest_in_length_is_named() -> None:
    assert nearest("area-1", "area-22", "area-2", "staff") == "area-2"


def test_once_the_searches_are_spent_the_first_are_listed_though_one_is_alike() -> None:
    known = known_of("exports", "imports")
    while known.ids.spend():
        pass
    assert nearest_id("exprots", known.briefing.sections[0], known) == "exports / imports"


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


def test_as_many_letters_are_compared_as_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    monkeypatch.setattr(
        "viewer.proof.nearest_id.get_close_matches", lambda _, ids, *more: compared.extend(ids)
    )
    nearest("x" * 50, *(f"{'y' * 23}{at:02}" for at in range(30)))
    assert len(compared) == 2 * 20  # of the section and of all, 75 letters each, of 1,500


def test_sixty_ids_are_compared_however_short_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[list[str]] = []
    monkeypatch.setattr(
        "viewer.proof.nearest_id.get_close_matches", lambda _, ids, *more: compared.append(ids)
    )
    nearest("xxx", *(f"y{at:02}" for at in range(100)))
    assert [len(ids) for ids in compared] == [60, 60]  # of the section, and of all


@pytest.mark.parametrize(("before", "found"), [(499, True), (500, False)])
def test_five_hundred_ids_are_looked_at(before: int, found: bool) -> None:
    ids = [f"a{at}" for at in range(before)]
    assert (nearest("exprots", *ids, "exports") == "exports") is found


def test_as_many_ids_are_looked_at_as_their_letters_allow() -> None:
    ids = [f"{'y' * 46}{at:04}" for at in range(400)]
    assert nearest("x" * 49 + "z", *ids[1:], "x" * 50) == "x" * 50
    assert nearest("x" * 49 + "z", *ids, "x" * 50) != "x" * 50
