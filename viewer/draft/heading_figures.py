"""Figures that only a heading tells: they stand in its passage too, where a quote proves them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from viewer.draft.headings import unnumbered
from viewer.language import paragraph_language
from viewer.quantities import scan

_DIGITS = re.compile(r"[0-9][0-9.,]*")


def with_heads(heads: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of a passage, below those of its headings that give a figure of their own."""
    return (*(unnumbered(head).strip() for head in heads if tells_more(head, said)), *said)


def tells_more(head: str, said: Sequence[str]) -> bool:
    """Whether a heading gives a figure that the words below it do not: 吞吐量突破860万标箱."""
    words = unnumbered(head)
    if _DIGITS.search(words) is None:
        return False
    known = {found for text in said for found in _DIGITS.findall(text)}
    return any(
        found not in known
        for one in scan(words, paragraph_language(words))
        if one.is_metric
        for found in _DIGITS.findall(one.surface)
    )
