"""How the reading and drafting of reports grows: `python -m tests.bench.growth [BYTES] [SHAPE...]`.

Prints for each shape of hostile text the seconds of processor time at n, 2n, 4n and 8n bytes, and
the ratio of each to the one before: 2 is linear, 4 is quadratic.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType

from viewer.draft import draft_outline
from viewer.draft.outline import outline
from viewer.draft.readers.html import read as html
from viewer.draft.readers.markdown import read as markdown
from viewer.draft.readers.plain import read as plain
from viewer.draft.readers.report import Report

Read = Callable[[bytes, str, Callable[[], bool]], Report]
STEPS = (1, 2, 4, 8)
MIXED = "0123456789一二亿万元%增长的，。 ab.,\n"


def _random(characters: str) -> Callable[[int], str]:
    return lambda size: "".join(random.Random(4).choices(characters, k=size))


def _repeated(piece: str, end: str = "") -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece)) + end


def _numbered(line: Callable[[int], str], width: int) -> Callable[[int], str]:
    return lambda size: "".join(map(line, range(size // width)))


SHAPES: Mapping[str, tuple[Read, Callable[[int], str]]] = MappingProxyType(
    {
        "md-heading-spaces": (markdown, lambda size: "# " + " " * size + "x"),
        "md-heading-inner": (markdown, lambda size: "# " + "a " * (size // 2) + "#" * 9),
        "md-stars": (markdown, _repeated("*")),
        "md-emphasis": (markdown, _repeated("**a ")),
        "md-brackets": (markdown, _repeated("[")),
        "md-links": (markdown, _repeated("[a](")),
        "md-quotes": (markdown, _repeated("> ", "x")),
        "md-items": (markdown, _repeated("- ", "x")),
        "md-rows": (markdown, _repeated("| 1 | 2 |\n")),
        "md-blocks": (markdown, _repeated("<div>\n\n")),
        "html-headings": (html, _repeated("<h1>", "x")),
        "html-tables": (html, _repeated("<table><tr><td>", "x")),
        "html-cells": (html, _repeated("<table><tr><td>1<td>2")),
        "html-drawing": (html, lambda size: "<svg>" * (size // 9) + "</b>" * (size // 9)),
        "html-quotes": (html, _repeated('<a href="')),
        "html-comments": (html, _repeated("<!--")),
        "html-tags": (html, _repeated("<a ")),
        "html-closing": (html, _repeated("</")),
        "html-nested": (html, _repeated("<div>x，")),
        "text-ascii": (plain, _random("".join(map(chr, range(32, 127))))),
        "text-mixed": (plain, _random(MIXED)),
        "text-numbered": (plain, _numbered(lambda at: f"{at % 9 + 1}、第{at}项工作\n", 12)),
        "text-one-paragraph": (plain, _numbered(lambda at: f"第{at}组{at * 7 % 1000}.5%，", 12)),
        "text-bylines": (plain, _repeated("记者 林珊\n")),
    }
)
"""Each shape with the reader of its kind and a text of about so many characters."""


def seconds(shape: str, size: int) -> float:
    """The processor time that a text of a shape takes from bytes to draft."""
    read, made = SHAPES[shape]
    data = made(size).encode()
    begin = time.process_time()
    report = read(data, "", lambda: False)
    if report.blocks:
        draft_outline(outline(report), shape)
    return time.process_time() - begin


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 6_000
    for shape in sys.argv[2:] or SHAPES:
        spent = [seconds(shape, size * step) for step in STEPS]
        ratios = [after / max(before, 0.01) for before, after in pairwise(spent)]
        times = " ".join(f"{each:7.2f}" for each in spent)
        print(f"{shape:20} {times}   " + " ".join(f"{ratio:4.1f}" for ratio in ratios), flush=True)


if __name__ == "__main__":
    main()
