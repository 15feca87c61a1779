"""Labels: the short noun phrase of the text that says what a number measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from viewer.briefing import Quantity

_BREAK = re.compile(r"[，。；;！？!?\n\t、]")
_REACH = 40


def labelled(
    text: str, quantities: Sequence[Quantity], language: str = "zh-CN"
) -> tuple[Quantity, ...]:
    """The quantities with labels taken from the words around them."""
    floor = 0
    done: list[Quantity] = []
    for quantity in quantities:
        lead = text[max(floor, quantity.words.start - _REACH) : quantity.words.start]
        phrase = _BREAK.split(lead)[-1].strip()
        done.append(replace(quantity, label=phrase))
        floor = quantity.span.end
    return tuple(done)
