"""What was aimed at, what was reached, and the printed completion."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model import Relation, RelationKind, Standing
from viewer.relations.context import Context
from viewer.relations.labels import likeness, same_subject
from viewer.relations.wording import COMPLETION, ENGLISH_COMPLETION

_FAR = 6
_ALIKE = 0.5


def targets(context: Context) -> tuple[Relation[int], ...]:
    """The targets of a text with what was reached of them."""
    return tuple(Relation(RelationKind.TARGET, roles) for roles in _found(context))


def _found(context: Context) -> Iterator[tuple[tuple[str, int], ...]]:
    for completion in context.measures:
        if not context.is_rate(completion) or not _completes(context, completion):
            continue
        actual = _actual(context, completion)
        if actual is None:
            continue
        target = _target(context, actual, completion)
        roles = (("target", target), ("actual", actual), ("completion", completion))
        yield tuple((role, at) for role, at in roles if at is not None)


def _completes(context: Context, at: int) -> bool:
    if COMPLETION.search(context.before(at)):
        return True
    words = context.figures[at].surface + context.behind(at)
    return ENGLISH_COMPLETION.search(words) is not None


def _actual(context: Context, completion: int) -> int | None:
    for at in range(completion - 1, max(-1, completion - _FAR), -1):
        if context.sentence(at) != context.sentence(completion):
            return None
        one = context.figures[at]
        measured = one.is_metric and one.value is not None and one.standing is Standing.FACT
        if measured and context.is_level(at) and not context.is_rate(at):
            return at
    return None


def _target(context: Context, actual: int, completion: int) -> int | None:
    """A figure of the same unit and measure that is a target or a plan."""
    one = context.figures[actual]
    for at in context.measures:
        other = context.figures[at]
        if at == actual or other.unit != one.unit or other.standing is Standing.FACT:
            continue
        if same_subject(one.label, other.label) or likeness(one.label, other.label) >= _ALIKE:
            return at
    return None
