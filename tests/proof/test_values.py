"""How many searches a proof makes for what an author may have meant."""

from __future__ import annotations

from viewer.proof.values import Patience


def test_as_many_searches_are_made_as_were_allowed() -> None:
    patience = Patience(2)
    assert [patience.spend() for _ in range(4)] == [True, True, False, False]


def test_two_hundred_searches_are_made_where_nothing_else_is_said() -> None:
    patience = Patience()
    assert sum(patience.spend() for _ in range(1_000)) == 200
