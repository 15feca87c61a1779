"""Headers of flattened tables: titles with their units, and two rows of them as one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.english_units import in_title, stated, without_unit

_PERIOD = r"(?:19|20)[0-9]{2}|[0-9]{1,2}月|第?[一二三四]季度"
_BRACKET = r"[(（]([^()（）]{1,16})[)）]\s*$"


def bracketed(title: str) -> str:
    """What stands in the brackets at the end of a title, or the unit that ends it without them."""
    found = pattern(_BRACKET).search(title)
    if found is None:
        words = bracketed_words(title)
        return words if any(stated(words)) else in_title(title)
    return found.group(1)


def bracketed_words(line: str) -> str:
    """What stands in brackets at the end of a line, however long."""
    found = pattern(r"\(([^()]{1,60})\)\s*:?$").search(line)
    return "" if found is None else found.group(1)


@lru_cache(maxsize=512)
def plain(title: str) -> str:
    """A title without its unit, marks and the spaces that stretch it."""
    bare = pattern(_BRACKET).sub("", title)
    if bare == title and (unit := bracketed(title)):
        bare = without_unit(title).partition(f"({unit})")[0]
    bare = bare.lstrip("#*· ").rstrip("%±/ ")
    return bare.replace(" ", "") if not bare.isascii() else bare.strip()


def split_cells(line: str) -> tuple[str, ...]:
    """The cells of a line that tabs or strokes part, empty ones in their places; none of a line
    whose columns are told by gaps."""
    if "\t" in line:
        return tuple(cell.strip() for cell in line.split("\t"))
    if "|" in line:
        return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
    return ()


def two_rows(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """The titles of a header of two rows, where a title of the upper one spans several columns;
    none where the rows are no such header."""
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    if not any(upper) or not any(lower) or (all(above) and all(below)):
        return ()
    titles: list[str] = []
    group = ""
    for over, under in zip(above, below, strict=True):
        group = over or group
        titles.append(_joined(group, under) if under else over)
    return tuple(titles) if all(titles) else ()


def _joined(group: str, title: str) -> str:
    """A title below one that spans it, with the unit of either; a period is no part of a name."""
    if pattern(_PERIOD).match(group):
        return title
    name = title if plain(group) == plain(title) else plain(group) + title
    unit = bracketed(group)
    return f"{name}({unit})" if unit and not bracketed(title) else name
