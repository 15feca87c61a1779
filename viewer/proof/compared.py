"""Whether figures stand in the order that words give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from viewer.expressions import compiled
from viewer.model import Qualifier
from viewer.proof.claims import SINCE, Drawn
from viewer.proof.comparison import unlike
from viewer.proof.measure import plain_unit
from viewer.quantities.vocabulary import Matcher

_YEAR = compiled(r"\d{4}")


def is_ordered(one: Drawn, other: Drawn, sense: str) -> bool:
    """Whether `one` is `more` or `less` than `other`, beyond doubt and rounding of words."""
    first, second = one.figure.value, other.figure.value
    if first is None or second is None or not comparable([one, other]):
        return False
    return first > second if sense == "more" else first < second


def comparable(drawn: Sequence[Drawn]) -> bool:
    """Whether figures have an order: exact numbers of one unit, kind and standing."""
    metrics = [one.figure.metric for one in drawn]
    alike = all(
        one.kind is other.kind and unlike(one, other) is None for one, other in pairwise(metrics)
    )
    standings = {one.figure.metric.standing_at(one.figure.point) for one in drawn}
    alike = alike and len(standings) <= 1
    return bool(metrics) and alike and all(map(is_exact, drawn))


def is_exact(one: Drawn) -> bool:
    """Whether a figure is one number, neither bounded nor a range."""
    figure = one.figure
    exact = figure.metric.qualifier is Qualifier.EXACT and figure.high is None
    return exact and figure.value is not None


def is_superlative(
    subject: Drawn, drawn: Sequence[Drawn], sense: str, rate: str, text: str
) -> bool:
    """Whether `subject` is the one extreme figure among those like it.

    `rate` is the direction of the change that the words speak of (降幅最大), empty where they speak
    of sizes; `text` may bound the periods that are compared (since 2017).
    """
    group = _since(subject, _like(subject, drawn), text)
    if group is None or len(group) < 2 or not comparable(group):
        return False
    values = [one.figure.value for one in group if one is not subject]
    own = subject.figure.value
    if own is None or (rate and not _one_way(own, rate)):
        return False
    largest = (sense == "max") is not (rate == "down")
    if rate and not any(_one_way(value, rate) for value in values):
        return False  # the only fall is no largest one
    if rate and sense == "min" and not all(_one_way(value, rate) for value in values):
        return False
    return all(v is not None and (own > v if largest else own < v) for v in values)


def _one_way(value: Decimal | None, rate: str) -> bool:
    return value is not None and (value > 0 if rate == "up" else value < 0)


def _like(subject: Drawn, drawn: Sequence[Drawn]) -> list[Drawn]:
    """What a figure is compared with: all levels, or all changes in its unit."""
    if subject.is_change:
        unit = plain_unit(subject.figure.metric.unit)
        changes = [one for one in drawn if one.is_change]
        return [one for one in changes if plain_unit(one.figure.metric.unit) == unit]
    return [one for one in drawn if not one.level and not one.whole]


def _since(subject: Drawn, group: list[Drawn], text: str) -> list[Drawn] | None:
    """The figures of the periods that a sentence speaks of; None where they have no such period."""
    found = SINCE.search(text)
    if found is None:
        return group
    year = found.group(1) or found.group(2)
    own = [one for one in group if one.figure.metric.id == subject.figure.metric.id]
    years = [(_YEAR.search(one.figure.point.period or ""), one) for one in own]
    if not any(match and match.group() == year for match, _ in years):
        return None
    return [one for match, one in years if match and match.group() >= year]


def order_behind(text: str) -> tuple[str, str]:
    """The first word of order in the clause that `text` goes on with, and its sense."""
    clause = re.split(r"[，,；;。]", text, maxsplit=1)[0]
    found = _behind().found(clause)
    return (found[0].entry.word, found[0].entry.sense) if found else ("", "")


@lru_cache(maxsize=1)
def _behind() -> Matcher:
    return Matcher("zh", ("order.behind",))
