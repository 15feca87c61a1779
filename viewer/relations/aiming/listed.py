"""Completions told in a list, each of what was reached at its place in a list before.

`减排1.83万吨和1.27万吨，分别完成任务的112%和105.8%`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from viewer.relations.context import Context
from viewer.relations.wording import COMPLETION, EACH, ENGLISH_COMPLETION

_EACH = re.compile("|".join(EACH))
_RESPECTIVELY = re.compile(r"\brespectively\b|\beach\b|\b(?:targets|goals|plans|budgets)\b")
_REACH, _FAR = 40, 8


def listed_completions(context: Context) -> Iterator[tuple[int, int]]:
    """(actual, completion) of every member of such a list."""
    for run in context.lists:
        if len(run) < 2 or not context.is_rate(run[0]) or not _are_completions(context, run):
            continue
        reached = [
            at
            for at in range(max(0, run[0] - 2 * _FAR), run[0])
            if context.sentence(at) == context.sentence(run[0])
            and context.figures[at].is_metric
            and context.is_level(at)
            and not context.is_rate(at)
            and not context.is_base(at)
            and at not in context.aims
        ]
        if len(reached) >= len(run):
            yield from zip(reached[-len(run) :], run, strict=True)


def _are_completions(context: Context, run: list[int]) -> bool:
    """Whether the words beside a list of rates give each result the share of its own aim."""
    lead = context.before(run[0], _REACH)
    if _EACH.search(lead) and COMPLETION.search(lead):
        return True
    behind = context.after(run[-1], _REACH)
    told = ENGLISH_COMPLETION.search(context.figures[run[-1]].surface + behind)
    return told is not None and _RESPECTIVELY.search(behind) is not None
