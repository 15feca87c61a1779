"""Clocks and counts of a process."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def rss() -> float:
    """The resident memory of this process in MB (Linux; 0 elsewhere)."""
    if not sys.platform.startswith("linux"):
        return 0.0
    with Path("/proc/self/statm").open(encoding="ascii") as statm:
        pages = int(statm.read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    import statistics  # here: it would be loaded before the first paint that is measured

    return statistics.quantiles(values, n=20, method="inclusive")[-1]
