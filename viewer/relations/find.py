"""Finds how the figures of a text relate."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from viewer.model import Basis, Quantity, Relation, RelationKind
from viewer.relations.adding.closed_lists import lists_with_share
from viewer.relations.adding.sums import sum_of, sums
from viewer.relations.changes import changes
from viewer.relations.context import Context, context_of
from viewer.relations.named_parts import named_parts
from viewer.relations.named_wholes import named_wholes
from viewer.relations.parts import parts
from viewer.relations.repeats import repeat, repeats
from viewer.relations.shares import listed_shares
from viewer.relations.tabular.columns import tables_of
from viewer.relations.tabular.tables import table_relations
from viewer.relations.tabular.told_again import told_otherwise
from viewer.relations.targets import targets

_ROUNDING = 0.5
"""Half a percent: how far one printed share of a division may be off."""


def find_relations(text: str, figures: Sequence[Quantity]) -> tuple[Relation[int], ...]:
    """The relations of labelled figures; roles are indices into `figures`. Never raises."""
    context = context_of(text, figures)
    tables = tuple(tables_of(context))
    rows, aside = table_relations(context, tables)
    moved = _moved(context, rows, aside)
    context = context.with_bases(at for one in moved if (at := one.get("base")) is not None)
    exhausted = _added(context, rows, aside)
    aims = targets(context)
    divided, exhausted = _divided(context, aims, exhausted)
    aims, divided = _with_rates(aims, divided)
    moved = _without_aims(moved, aims)
    divided = [one for one in divided if one.get("share") not in aside]
    divided = [*_of(rows, RelationKind.PART), *_beside(rows, divided, "share")]
    exhausted = (*_of(rows, RelationKind.SUM), *exhausted)
    aims = (*_of(rows, RelationKind.TARGET), *_beside(rows, aims, "actual"))
    levels = {at: one.get("level") for one in moved if (at := one.get("change")) is not None}
    bases = {at for one in moved if (at := one.get("base")) is not None}
    again = repeats(context, {at: to for at, to in levels.items() if to is not None}, bases)
    again = tuple(one for one in again if not _are_two_numbers(context, one.members))
    again = (*again, *_repeated_changes(context, moved, again))
    again = (*again, *_repeated_bases(context, moved, again))
    again = (*again, *map(repeat, told_otherwise(context, tables, moved)))
    moved = tuple(_with_base_of_repeat(context, moved, again))
    return (*moved, *divided, *exhausted, *aims, *again)


def _are_two_numbers(context: Context, members: Sequence[int]) -> bool:
    """Whether one sentence gives unlike numbers, which are no measure told twice in it."""
    homes = {context.full_sentence(at) for at in members}
    return len(homes) == 1 and len({context.values[at] for at in members}) > 1


def _with_base_of_repeat(
    context: Context, moved: Sequence[Relation[int]], again: Sequence[Relation[int]]
) -> Iterator[Relation[int]]:
    """The changes, one without a base with that of the figure that its level repeats.

    `1.28 million people, 15% more than in 2023 … 1,284,000, compared with 1,121,000 in 2023`.
    """
    bases: dict[int, list[Relation[int]]] = {}
    for one in moved:
        level = one.get("level")
        if level is not None and one.get("base") is not None:
            bases.setdefault(level, []).append(one)
    same = {at: group for one in again for group in (one.members,) for at in group}
    for one in moved:
        level, change = one.get("level"), one.get("change")
        lacks = one.get("base") is None and level is not None and change is not None
        others = [at for at in same.get(level, ()) if at != level] if level is not None else []
        told = [each for at in others for each in bases.get(at, ())] if lacks else []
        base = told[0].get("base") if len(told) == 1 else None
        alone = base is not None and told[0].get("change") is None
        rate = change is not None and context.is_rate(change)
        if alone and rate and base is not None and not one.constant_prices:
            told_roles = (("level", level), ("base", base), ("change", change))
            yield replace(one, roles=tuple((role, at) for role, at in told_roles if at is not None))
        else:
            yield one


def _moved(
    context: Context, rows: Sequence[Relation[int]], aside: Collection[int]
) -> tuple[Relation[int], ...]:
    """The changes of tables and words."""
    told = [one for one in changes(context) if one.get("change") not in aside]
    return (*_of(rows, RelationKind.CHANGE), *_beside(rows, told, "change"))


def _added(
    context: Context, rows: Sequence[Relation[int]], aside: frozenset[int]
) -> tuple[Relation[int], ...]:
    """The sums that words tell, of figures that no table adds up."""
    exhausted = _beside(rows, sums(context), "total")
    exhausted = tuple(one for one in exhausted if aside.isdisjoint(one.all("parts")))
    in_rows = {at for one in rows if one.kind is RelationKind.SUM for at in one.all("parts")}
    return tuple(one for one in exhausted if in_rows.isdisjoint(one.all("parts")))


def _divided(
    context: Context, aims: Sequence[Relation[int]], exhausted: tuple[Relation[int], ...]
) -> tuple[list[Relation[int]], tuple[Relation[int], ...]]:
    """The parts that words tell, and the sums with those that their shares make."""
    listed = listed_shares(context)
    of_list = {one.get("share") for one in listed}
    completed = {one.get("completion") for one in aims}
    with_share = {one.get("part") for one in listed}
    others = (
        one
        for one in parts(context)
        if (one.get("share") is None and one.get("part") not in with_share)
        or (one.get("share") is not None and one.get("share") not in of_list | completed)
    )
    divisions = _of_named(context, (*listed, *others), completed)
    exhausted = (*exhausted, *_of_all_shares(context, listed, exhausted))
    exhausted = (*exhausted, *_of_all_shares(context, divisions, exhausted))
    shared = (sum_of(*one) for one in lists_with_share(context, divisions, exhausted))
    exhausted = (*exhausted, *shared)
    summed = {(one.get("total"), at) for one in exhausted for at in one.all("parts")}
    divided = [
        one
        for one in divisions
        if one.get("share") is not None or (one.get("whole"), one.get("part")) not in summed
    ]
    return divided, exhausted


def _without_aims(
    moved: Sequence[Relation[int]], aims: Sequence[Relation[int]]
) -> tuple[Relation[int], ...]:
    """The changes without those from an aim to what was reached of it, which moved nothing."""
    pairs = {(one.get("actual"), one.get("target")) for one in aims}
    return tuple(
        one
        for one in moved
        if one.get("change") is not None or (one.get("level"), one.get("base")) not in pairs
    )


def _with_rates(
    aims: Sequence[Relation[int]], divided: Sequence[Relation[int]]
) -> tuple[tuple[Relation[int], ...], list[Relation[int]]]:
    """The targets and the parts, a part of an aim being what was reached of it, its share how far.

    `计划开工180个，实际开工174个，开工率96.7%`.
    """
    rates = {(one.get("whole"), one.get("part")): one.get("share") for one in divided}
    pairs = {(one.get("target"), one.get("actual")) for one in aims}
    completed = []
    for one in aims:
        rate = rates.get((one.get("target"), one.get("actual")))
        lacks = rate is not None and one.get("completion") is None
        completed.append(
            replace(one, roles=(*one.roles, ("completion", rate)))
            if lacks and rate is not None
            else one
        )
    others = [one for one in divided if (one.get("whole"), one.get("part")) not in pairs]
    return tuple(completed), others


def _of_named(
    context: Context, found: Sequence[Relation[int]], completed: set[int | None]
) -> tuple[Relation[int], ...]:
    """The parts found, and those whose whole is named beside them in place of what they lack."""
    complete = {role for one in found if len(one.roles) > 2 for role in one.roles}
    by_name = tuple(named_parts(context))
    shares = {one.get("share") for one in by_name}
    whole_and_part = {(one.get("whole"), one.get("part")) for one in by_name}
    named = [
        *(one for one in by_name if one.get("share") not in completed),
        *(
            one
            for one in named_wholes(context)
            if one.get("share") not in shares
            and (one.get("whole"), one.get("part")) not in whole_and_part
        ),
    ]
    named = [
        one
        for one in named
        if one.get("share") not in completed - {None}
        and complete.isdisjoint(role for role in one.roles if role[0] != "whole")
    ]
    settled = {role for one in named for role in one.roles if role[0] != "whole"}
    others = (one for one in found if settled.isdisjoint(one.roles))
    return (*others, *named)


def _of(rows: Sequence[Relation[int]], kind: RelationKind) -> tuple[Relation[int], ...]:
    return tuple(one for one in rows if one.kind is kind)


def _beside(
    rows: Sequence[Relation[int]], found: Sequence[Relation[int]], role: str
) -> tuple[Relation[int], ...]:
    """The relations found by words, without those whose figures a table relates in this role."""
    settled = {at for one in rows for at in one.all(role)} if rows else set()
    if role == "change":
        settled |= {at for one in rows for at in one.all("base")}
    return tuple(one for one in found if settled.isdisjoint(one.all(role)))


def _of_all_shares(
    context: Context, divisions: Sequence[Relation[int]], sums_found: Sequence[Relation[int]]
) -> Iterator[Relation[int]]:
    """Parts whose printed shares make a hundred percent make their whole."""
    known = {one.get("total") for one in sums_found}
    by_whole: dict[int, list[Relation[int]]] = {}
    for one in divisions:
        whole, share = one.get("whole"), one.get("share")
        if whole is not None and share is not None and one.get("part") is not None:
            by_whole.setdefault(whole, []).append(one)
    for whole, group in by_whole.items():
        total = 0.0
        members: list[int] = []
        for one in group:
            share, part = one.get("share"), one.get("part")
            if share is not None and part is not None:
                total += float(context.figures[share].value or 0)
                members.append(part)
        if len(members) > 1 and whole not in known and abs(total - 100) < _ROUNDING * len(members):
            yield sum_of(whole, members)


def _repeated_changes(
    context: Context, moved: Sequence[Relation[int]], again: Sequence[Relation[int]]
) -> Iterator[Relation[int]]:
    """A level told twice with one change each time tells the change twice."""
    by_level: dict[int, list[int]] = {}
    for one in moved:
        level, change = one.get("level"), one.get("change")
        mean = one.basis is Basis.AVERAGE  # of several years, which none of one year repeats
        if level is not None and change is not None and not context.is_points(change) and not mean:
            by_level.setdefault(level, []).append(change)
    known = {frozenset(one.members) for one in again}
    for one in again:
        told = [by_level[at] for at in one.members if at in by_level]
        single = [changes_of[0] for changes_of in told if len(changes_of) == 1]
        rates = {context.is_rate(at) or not context.figures[at].unit for at in single}
        if len(single) > 1 and rates == {True} and frozenset(single) not in known:
            yield Relation(RelationKind.REPEAT, tuple(("figures", at) for at in single))


def _repeated_bases(
    context: Context, moved: Sequence[Relation[int]], again: Sequence[Relation[int]]
) -> Iterator[Relation[int]]:
    """The base of a level told twice, where one of the two leaves its unit out.

    `5.82 million tonnes, 9.3% under last year's 6.42 million`, and a row with 5.82 and 6.42.
    """
    bases: dict[int, set[int]] = {}
    for one in moved:
        level, base = one.get("level"), one.get("base")
        if level is not None and base is not None:
            bases.setdefault(level, set()).add(base)
    known = {at for one in again for at in one.members}
    for one in again:
        told = [min(bases[at]) for at in one.members if len(bases.get(at, ())) == 1]
        for base in told[1:]:
            units = {context.figures[at].unit for at in (told[0], base)}
            equal = context.values[told[0]] == context.values[base]
            if equal and "" in units and len(units) > 1 and known.isdisjoint((told[0], base)):
                yield repeat((told[0], base))
