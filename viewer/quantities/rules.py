"""Ordered rules: the first whose condition holds decides, and its id says that it did.

A rule is a row with examples; `tests/quantities/test_rules.py` reads each of them, and asks that
the row decides it. A row may lead to a table of further rows, whose first then decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from viewer.model import Kind

Case = TypeVar("Case")
"""What the conditions of a table look at: a number and the words around it."""


class Decision(NamedTuple):
    """What a number is, None where no rule says so, and the ids of the rows that do.

    The ids of a row and of the row in the table that it leads to are joined by ` > `.
    """

    kind: Kind | None
    rule: str


class Rule(NamedTuple, Generic[Case]):
    """A row: `when` it holds, the number is `then`, or what the rows of `then` make of it.

    Each example is a text with the number in square brackets, for which this row decides.
    """

    id: str
    when: Callable[[Case], bool]
    then: Kind | Rules[Case]
    examples: tuple[str, ...]


Rules: TypeAlias = tuple[Rule[Case], ...]
OPEN = Decision(None, "")
"""What rows decide of which none holds."""


def decide(rules: Rules[Case], case: Case) -> Decision:
    """What the first row that holds makes of a case; `OPEN` where none does."""
    for rule in rules:
        if rule.when(case):
            then = rule.then
            if not isinstance(then, tuple):
                return Decision(then, rule.id)
            further = decide(then, case)
            return Decision(further.kind, f"{rule.id} > {further.rule}")
    return OPEN


def kind_by(rules: Rules[Case], case: Case) -> tuple[Kind, str]:
    """The kind and the ids of the rows that decide it, of a table whose last row always holds."""
    kind, rule = decide(rules, case)
    assert kind is not None
    return kind, rule


def every(rules: Rules[Case]) -> Iterator[Rule[Case]]:
    """The rows of a table and of those that its rows lead to, each once."""
    seen: dict[str, Rule[Case]] = {}
    for rule in rules:
        for one in (rule, *(every(rule.then) if isinstance(rule.then, tuple) else ())):
            seen.setdefault(one.id, one)
    yield from seen.values()


def always(_: object) -> bool:
    """The condition of the row that decides what none before it did."""
    return True
