"""Lists whose numbers stand in brackets: 增速分别为甲省（16%）、乙省（32%）."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.model import Quantity
from viewer.quantities.chinese.label_cleanup import trimmed
from viewer.quantities.json_record import with_label
from viewer.quantities.regex_cache import pattern

_FIRST = r"([^，。；！？：\n]{2,40}?)(?:分别|依次)(?:为|是|有)([^，。；、：（）\n0-9]{2,14})（$"
_NEXT = r"^[^（）]{0,3}）(?:、|，|；|以?及|和|与)([^，。；、：（）\n0-9]{2,14})（$"
_MEASURE = (
    r"[^的对]{0,2}(?:[年月季]增率|[增成]长率|占有率|率|[产销总]?量|额|值|数|[增降涨跌]幅|增速|占比|"
    r"比重|价格?|收入|面积)$"
)
_REACH = 60


def bracketed_lists(folded: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with member and measure as the labels of such lists."""
    done = list(quantities)
    measure = ""
    for at, quantity in enumerate(done):
        start = quantity.words.start
        if folded[start - 1 : start] != "（" or not quantity.is_metric:
            continue
        before = done[at - 1].words.end if at else 0
        lead = folded[max(before, start - _REACH) : start]
        member = pattern(_NEXT).search(lead) if measure else None
        if member is not None:
            done[at] = with_label(quantity, member.group(1) + measure)
            continue
        first = pattern(_FIRST).search(lead)
        found = None if first is None else pattern(_MEASURE).search(trimmed(first.group(1)))
        measure = "" if found is None else found.group()
        if first is not None and measure:
            done[at] = with_label(quantity, first.group(2) + measure)
    return done
