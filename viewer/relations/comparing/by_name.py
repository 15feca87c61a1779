"""The level of a change that names it: `小麦产量120万吨……。其中小麦产量增长3.1%`."""

from __future__ import annotations

import re
from functools import lru_cache

from viewer.relations.context import Context
from viewer.relations.labels import core, level_name
from viewer.relations.topics import fits_unit

_OF_ALL = re.compile(
    r"^(?P<own>.{2,}?)[两二三四五六七八九十](?:大|个|类|种|项)[^，]*?(?P<measure>.{2})$"
)
"""The name of the last of a list that is counted: 新型建材三大主导产业产值."""
_FAR, _SENTENCES = 12, 4
_LEAST = 3
"""The least length of a name: shorter ones name more than one measure of a report."""


def level_by_name(context: Context, change: int) -> int | None:
    """The nearest level before a change in its paragraph that bears its name, and no other does."""
    name = _name(context.figures[change].label)
    if len(name) < _LEAST:
        return None
    found: int | None = None
    for at in range(change - 1, max(-1, change - _FAR), -1):
        far = context.full_sentence(change) - context.full_sentence(at) > _SENTENCES
        if far or context.paragraph(at) != context.paragraph(change):
            break
        one = context.figures[at]
        sized = one.is_metric and one.value is not None and context.is_level(at)
        if not sized or context.is_base(at) or not fits_unit(context, at, change):
            continue
        if _name(one.label) != name:
            continue
        if found is None:
            found = at
        elif context.full_sentence(found) == context.full_sentence(at):
            return None
    return found


@lru_cache(maxsize=4096)
def _name(label: str) -> str:
    """The name of the level that a label speaks of."""
    name = core(level_name(label))
    of_all = _OF_ALL.match(name)
    return of_all["own"] + of_all["measure"] if of_all else name
