"""Units that tables write apart from their numbers: in captions, brackets and header cells."""

from __future__ import annotations

import re
from functools import lru_cache

from viewer.quantities.numbers.scale_words import scale_after, unit_after
from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.english_units import Unit, stated
from viewer.quantities.units import Sort, sort_of

_PARTS = r"\s*[、，,;；]\s*"
_ENGLISH = r"[\x20-\x7e£€¥₹²³’]+"
_NAMED = r"^(?:计量|计价|货币)?单 ?位 ?[:：]? ?"
"""What introduces a unit in a caption or a header: 单位：万元."""
_PERIOD = r"^(?:19|20)[0-9]{2}|^[0-9]{1,2}月|^(?:本|上|当|去|前|今)(?:年|期|月|季|周)|期末$|期初$"
_HINTS: tuple[tuple[str, Sort, str], ...] = (
    # what a column says, the sort of unit it takes, and the units themselves where the sort is wide
    ("人|生|员|师|口", Sort.THING, "人名"),
    ("户", Sort.THING, "户"),
    ("床|张", Sort.THING, "张"),
    ("额|值|收|支|利润|税|款|费|资|价", Sort.MONEY, ""),
    ("面积|产量|销量|量|里程|重", Sort.MEASURE, ""),
    ("校|院|所|机构|企业|单位|园|站", Sort.THING, "所个家座"),
    ("率|比", Sort.PART, ""),
)


_OPPOSITE = frozenset(
    ("loss", "losses", "deficit", "shortfall", "decrease", "reduction", "outflow", "expense",
     "used", "paid", "charge", "credit", "benefit", "liability", "debt", "borrowings")
)  # fmt: skip
"""What a row is called where its number is negative, and no unit: profit/(loss)."""


@lru_cache(maxsize=512)
def unit_of(written: str, *, whole: bool = False) -> Unit:
    """亿元 is 元 times 10^8, `£ million` £ times 10^6; no unit where nothing is recognised.

    `whole` asks that nothing but the unit is written, as it is of an English one always.
    """
    written = pattern(_NAMED).sub("", written.strip()).lstrip("±")
    if not written or written.lower() in _OPPOSITE:
        return Unit()
    if pattern(_ENGLISH).fullmatch(written):
        if any(found := stated(written)):
            return found
        whole = True
    _, end, exponent = scale_after(written, 0)
    start, unit = unit_after(written, end)
    if whole and start + len(unit) != len(written):
        return Unit()
    return Unit(unit, exponent) if unit and start <= end + 1 else Unit()


@lru_cache(maxsize=512)
def counted_in(title: str) -> str:
    """The unit that the name of a column counts in: 户 of 户数, 人 of 从业人数; '' where none."""
    found = unit_of(title[-2:-1], whole=True) if title.endswith("数") else Unit()
    return found.unit if sort_of(found.unit) is Sort.THING else ""


@lru_cache(maxsize=512)
def caption_unit(caption: str, column: str, place: int, columns: int) -> Unit:
    """The unit that a caption (单位：所、万人) gives to the column at `place` of `columns`."""
    if any(whole := stated(caption)):
        return whole
    parts = [unit_of(part) for part in re.split(_PARTS, caption) if part]
    if len(parts) < 2:
        return unit_of(caption)
    plain = [part for part in parts if sort_of(part.unit) is not Sort.PART]
    if plain and pattern(_PERIOD).search(column) is not None:
        return plain[0]
    if len(parts) == columns:
        return parts[place]
    for told, sort, units in _HINTS:
        if pattern(told).search(column) is None:
            continue
        for part in parts:
            if sort_of(part.unit) is sort and (not units or part.unit in units):
                return part
    return parts[0]
