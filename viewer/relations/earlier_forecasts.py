"""Forecasts with those of an earlier report: `1.4% in 2026. The November report had 1.7%`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from viewer.model import Standing
from viewer.relations.context import Context
from viewer.relations.wording import ENGLISH_MONTH

_EDITION = re.compile(
    rf"(?:^\s*|[.;,(]\s*|\b(?:and|while|but)\s+)"
    rf"(?:in (?:the )?(?:{ENGLISH_MONTH}|(?:previous|last|earlier) report)"
    r"(?: report| forecasts?| round)?,?\s"
    rf"[^.;0-9]{{0,40}}\b(?:had|expected|forecast|projected|foresaw)\b[^.;0-9]{{0,24}}$|"
    rf"(?:the|its|our) (?:{ENGLISH_MONTH}|previous|last|earlier) "
    r"(?:report|forecast|projection|survey|estimate)s?\b[^.;0-9]{0,30}$)",
    re.IGNORECASE,
)
"""The words before a number that an earlier report had for the same thing."""
_CUE = ("had", "expected", "forecast", "projected", "foresaw", "report", "projection", "survey")
_FAR = 6


def earlier_forecasts(context: Context) -> Iterator[tuple[int, int]]:
    """(level, base) of each forecast with that of an earlier report in the sentence after it.

    Both sentences give as many rates, and those of the earlier report one after another.
    """
    led = context.led_by(_EDITION, 80, _CUE)
    for run in context.lists if led else ():
        if run[0] in led and all(context.is_rate(at) for at in run):
            levels = _forecasts_before(context, run)
            if len(levels) == len(run):
                yield from zip(levels, run, strict=True)


def _forecasts_before(context: Context, run: Sequence[int]) -> list[int]:
    """The forecasts in rates of the sentence before some figures."""
    home = context.sentence(run[0])
    return [
        at
        for at in range(max(0, run[0] - _FAR), run[0])
        if home - context.sentence(at) == 1
        and context.paragraph(at) == context.paragraph(run[0])
        and context.figures[at].is_metric
        and context.is_rate(at)
        and context.figures[at].standing is Standing.FORECAST
    ]
