"""Every rule decides its examples, and none could go without one of them being read otherwise."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from viewer.model import Kind, Quantity
from viewer.quantities import scan, scanner
from viewer.quantities.chinese.classify import KINDS as CHINESE
from viewer.quantities.chinese.non_quantities import NO_FIGURES
from viewer.quantities.english import prose
from viewer.quantities.english.kind import KINDS as ENGLISH
from viewer.quantities.rules import OPEN, Rule, Rules, decide, every


class Table(NamedTuple):
    """A table of rules: how many rows it has, and the module that asks it, by which name."""

    rules: Rules[Any]
    rows: int
    module: Any
    name: str


TABLES = {
    "zh": Table(CHINESE, 54, scanner, "KINDS"),
    "zh-none": Table(NO_FIGURES, 31, scanner, "NO_FIGURES"),
    "en": Table(ENGLISH, 36, prose, "KINDS"),
}
"""The tables, with their rows counted so that none goes without being noticed."""


def _read(example: str) -> Quantity:
    """The quantity that stands in square brackets."""
    at = example.index("[")
    text = example.replace("[", "", 1).replace("]", "", 1)
    return next(one for one in scan(text) if one.span.start <= at < one.span.end)


def _without(rules: Rules[Any], name: str) -> Rules[Any]:
    """A table without the row of that id, wherever it stands."""
    return tuple(
        Rule(
            one.id,
            one.when,
            _without(one.then, name) if isinstance(one.then, tuple) else one.then,
            one.examples,
        )
        for one in rules
        if one.id != name
    )


@pytest.mark.parametrize("name", TABLES)
def test_no_rule_goes_without_being_noticed(name: str) -> None:
    assert len(list(every(TABLES[name].rules))) == TABLES[name].rows


@pytest.mark.parametrize("name", TABLES)
def test_a_rule_decides_its_examples(name: str) -> None:
    for rule in every(TABLES[name].rules):
        assert rule.examples, rule.id
        for example in rule.examples:
            read = _read(example)
            assert rule.id in read.rule.split(" > "), (rule.id, example, read.rule)
            assert isinstance(rule.then, tuple) or rule.then is read.kind, (rule.id, example)


@pytest.mark.parametrize("name", TABLES)
def test_an_example_is_read_otherwise_without_its_rule(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = TABLES[name]
    kinds = {rule.id: _kinds(rule) for rule in every(table.rules)}
    idle = []
    for rule in every(table.rules):
        monkeypatch.setattr(table.module, table.name, _without(table.rules, rule.id))
        if _kinds(rule) == kinds[rule.id]:
            idle.append(rule.id)
    assert idle == []


def _kinds(rule: Rule[Any]) -> list[Kind | None]:
    """The kinds of the examples, None where no row is left that decides."""
    found: list[Kind | None] = []
    for example in rule.examples:
        try:
            found.append(_read(example).kind)
        except (AssertionError, StopIteration):
            found.append(None)
    return found


def test_a_table_of_which_no_row_holds_leaves_the_number_open() -> None:
    rules: Rules[int] = (Rule("two", lambda n: n == 2, Kind.COUNT, ()),)
    assert decide(rules, 3) is OPEN
    assert decide((Rule("all", lambda _: True, rules, ()),), 2) == (Kind.COUNT, "all > two")
