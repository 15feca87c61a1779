"""What is left of an income when its costs are met: the costs and the rest make the income.

`Income came to 9.6 million and costs to 8.9 million, leaving a surplus of 0.7 million`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from viewer.relations.context import Context

_LEFT = re.compile(
    r"(?:结余|盈余|毛利|结存|营业利润|经营利润)(?:额|总额)?(?:为|是|达到?|约)*$|"
    r"\b(?:surplus|operating profit|gross profit|margin|net income)"
    r"(?: (?:for|in) the [a-z]+)?(?:,? (?:of|was|came to|is|stood at|reached|amounted to))*"
    r"(?: about)? ?[$£€]?$|\bleav(?:ing|es) (?:about )?[$£€]?$",
    re.IGNORECASE,
)
_LEFT_CUE = (
    *("结余", "盈余", "毛利", "结存", "利润"),
    *("surplus", "profit", "margin", "net income", "leaving", "leaves"),
)
_SURELY = re.compile(
    r"(?:收支相抵|当年|本年|本期|收支|年度)[，,]?[^，。；0-9]{0,4}(?:结余|盈余)[^，。；0-9]{0,4}$|"
    r"\b(?:leaving|giving|producing|resulting in|so that) (?:an? |the )?(?:[a-z]+ )?"
    r"(?:surplus|profit|margin) (?:of|was) [$£€]?$",
    re.IGNORECASE,
)
"""The words that make a rest that of this income and these costs, whatever the numbers say."""
_OF_OTHER_YEARS = re.compile("累计|滚存|历年|年末|期末|结转|净结余|accumulat|cumulat|reserve", re.I)
_INCOME = re.compile(
    r"收入|营收|销售额|进账|\b(?:income|revenues?|turnover|sales|receipts|takings)\b", re.I
)
_COSTS = re.compile(
    r"支出|成本|费用|开支|\b(?:costs?|expenditures?|spending|spent|expenses|outlays?|outgoings)\b",
    re.I,
)
_BACK, _PARAGRAPHS = 12, 1
_FAR = 0.3
"""How far, as a part of the income, costs and rest may miss it where the words are sure."""


def balances(context: Context, levels: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """An income with its costs and what was left; `levels` are the sizes that are no bases."""
    for rest in sorted(context.led_by(_LEFT, 48, _LEFT_CUE)):
        words = context.before(rest, 48)
        if not context.is_level(rest) or _OF_OTHER_YEARS.search(words):
            continue
        place = bisect_left(levels, rest)
        near = [
            at
            for at in reversed(levels[max(0, place - _BACK) : place])
            if context.same_unit(at, rest)
            and context.paragraph(rest) - context.paragraph(at) <= _PARAGRAPHS
            and at not in context.aims
        ]
        costs = next((at for at in near if _is_called(context, at, _COSTS)), None)
        income = next((at for at in near if _is_called(context, at, _INCOME)), None)
        if costs is None or income is None or context.values[costs] >= context.values[income]:
            continue
        makes = context.added_up((costs, rest)).meets(context.ends[income])
        if makes or (_SURELY.search(words) and _is_near(context, income, costs, rest)):
            yield income, (costs, rest)


def _is_called(context: Context, at: int, name: re.Pattern[str]) -> bool:
    """Whether a size bears a name by its label, in Chinese by the words right before it."""
    label = context.figures[at].label
    if name.search(label):
        return _INCOME.search(label) is None or name is _INCOME
    return not label.isascii() and name.search(context.lead(at)[-8:]) is not None


def _is_near(context: Context, income: int, costs: int, rest: int) -> bool:
    """Whether the three stand in one sentence and are nearly of the size they should be."""
    missed = context.values[costs] + context.values[rest] - context.values[income]
    here = context.full_sentence(income) == context.full_sentence(rest)
    return here and abs(missed) <= _FAR * context.values[income]
