"""What stands at the end of what: changes, shares, completions and parts, by relations and `of`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from viewer.model import Basis, Kind, Metric, Point, Relation, RelationKind
from viewer.proof.ties import (
    annotating,
    attached_to,
    computable_bases,
    printed_bases,
    with_wholes,
)


def metric(id_: str, unit: str = "吨", kind: Kind = Kind.AMOUNT, **more: object) -> Metric:
    point = Point(id_, "1", Decimal(1), origin="年鉴")
    return Metric(id_, id_, unit, kind, (point,), **more)  # type: ignore[arg-type]


def relation(kind: RelationKind, basis: Basis = Basis.YEAR, **roles: str) -> Relation[str]:
    return Relation(kind, tuple(roles.items()), basis)


LEVEL, PART = metric("level"), metric("part")
RISE = metric("rise", "%", Kind.CHANGE)
SHARE = metric("share", "%", Kind.SHARE)


def test_a_printed_share_stands_at_its_part_and_a_completion_at_what_was_reached() -> None:
    target = relation(RelationKind.TARGET, target="level", actual="part", completion="share")
    part = relation(RelationKind.PART, whole="level", part="part", share="share")
    for one in (target, part):
        assert attached_to((LEVEL, PART, SHARE), [one]) == {"share": "part"}


@pytest.mark.parametrize(
    "one",
    [
        relation(RelationKind.REPEAT, figures="level"),
        relation(RelationKind.CHANGE, level="level", change="part"),
        relation(RelationKind.CHANGE, level="elsewhere", change="rise"),
    ],
)
def test_what_is_no_change_of_a_figure_of_the_section_is_tied_to_nothing(
    one: Relation[str],
) -> None:
    assert attached_to((LEVEL, PART, RISE), [one]) == {}


def test_a_change_that_names_its_level_by_of_stands_there_and_a_part_does_not() -> None:
    rise = metric("rise", "%", Kind.CHANGE, of="level")
    part = metric("part", of="level")
    assert attached_to((LEVEL, rise, part), ()) == {"rise": "level"}


@pytest.mark.parametrize(
    ("one", "held"),
    [
        (relation(RelationKind.PART, whole="level", part="part"), "level"),
        (relation(RelationKind.TARGET, target="level", actual="part"), "level"),
        (Relation(RelationKind.SUM, (("total", "level"), ("parts", "part"))), "level"),
        (relation(RelationKind.PART, whole="share", part="part"), None),
        (relation(RelationKind.PART, whole="level"), None),
        (relation(RelationKind.CHANGE, level="level", base="part"), None),
    ],
)
def test_a_part_and_a_result_are_held_against_their_whole_and_target(
    one: Relation[str], held: str | None
) -> None:
    found = with_wholes((LEVEL, PART, SHARE), [one])
    assert [each.of for each in found] == [None, held, None]


def test_the_whole_that_the_file_names_goes_before() -> None:
    part = metric("part", of="other")
    (kept,) = (
        each
        for each in with_wholes(
            (LEVEL, part), [relation(RelationKind.PART, whole="level", part="part")]
        )
        if each.id == "part"
    )
    assert kept.of == "other"


def test_then_and_now_without_a_printed_change_have_a_printed_base() -> None:
    both = relation(RelationKind.CHANGE, level="level", base="part")
    told = relation(RelationKind.CHANGE, level="level", base="part", change="rise")
    constant = Relation(RelationKind.CHANGE, both.roles, Basis.YEAR, constant_prices=True)
    assert printed_bases([both]) == {"level": "part"}
    assert printed_bases([told, constant]) == {}


def test_a_base_is_computed_from_a_change_against_one_earlier_period_at_current_prices() -> None:
    roles: dict[str, Any] = {"level": "level", "change": "rise"}
    yearly = relation(RelationKind.CHANGE, **roles)
    average = relation(RelationKind.CHANGE, Basis.AVERAGE, **roles)
    constant = Relation(RelationKind.CHANGE, yearly.roles, Basis.YEAR, constant_prices=True)
    assert computable_bases([yearly]) == {"level": "rise"}
    assert computable_bases([average, constant]) == {}


def test_nothing_is_annotated_where_nothing_is_tied() -> None:
    assert annotating("bar", [], {}) == frozenset()


def test_changes_of_each_other_are_tied_to_nothing() -> None:
    other = metric("other", "%", Kind.CHANGE)
    circle = [
        relation(RelationKind.CHANGE, level="rise", change="other"),
        relation(RelationKind.CHANGE, level="other", change="rise"),
    ]
    assert attached_to((RISE, other), circle) == {}


def test_only_a_rate_in_another_unit_stands_at_the_level_that_it_names() -> None:
    """A share of what is itself a share is a part of it; so is a number of things."""
    rate = metric("rate", "%", Kind.SHARE, of="level")
    same_unit = metric("rate", "%", Kind.SHARE, of="share")
    counted = metric("ships", "艘", Kind.COUNT, of="level")
    assert attached_to((LEVEL, rate), ()) == {"rate": "level"}
    assert attached_to((SHARE, same_unit), ()) == {}
    assert attached_to((LEVEL, counted), ()) == {}
