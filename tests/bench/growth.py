"""How the reading and drafting of reports grows: `python -m tests.bench.growth [BYTES] [SHAPE...]`.

Prints for each shape of hostile text the seconds of processor time at n, 2n, 4n and 8n bytes, and
the ratio of each to the one before: 2 is linear, 4 is quadratic. The shapes `relations-...` find
the relations of figures that are scanned already.
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
from viewer.model import Quantity
from viewer.quantities import labelled, scan
from viewer.relations.find import find_relations

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


RELATED: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "relations-bulletin": _numbered(
            lambda at: (
                f"{at}号县全年产粮{at * 37 % 900 + 100}.5万吨，"
                f"比上年的{at % 90 + 90}.1万吨增长{at % 9}.5%；"
                f"其中稻谷{at % 70 + 9}.2万吨，占{at % 60}.3%。完成目标的10{at % 9}%。\n"
            ),
            70,
        ),
        "relations-repeated": _repeated("全年受理 1200 件，其中网上 900 件，占 75.0%。\n"),
        "relations-one-line": _numbered(lambda at: f"第{at}组{at * 7 % 1000}.5件，", 12),
        "relations-one-value": _numbered(lambda at: f"{at}号站收件 15 件。\n", 12),
        "relations-brackets": _repeated("共 3 件（甲 1 件、乙 2 件（其中"),
        "relations-table": _numbered(lambda at: f"项目{at}\t{at * 13 % 997}.5\t{at % 50}.1%\n", 18),
        "relations-table-and-prose": _numbered(
            lambda at: (
                f"\n项目\t今年\t去年\n甲{at}县\t{at * 13 % 997}.5\t{at * 7 % 883}.1\n"
                f"乙{at}县\t{at * 11 % 991}.5\t{at * 5 % 877}.1\n\n"
                f"甲{at}县产粮{at * 13 % 997}.8万吨，乙{at}县{at * 11 % 991}.5万吨。\n"
            ),
            70,
        ),
        "relations-shares": _repeated("占比分别为 20%、30%、50%，"),
        "relations-targets": _repeated("目标为 50 件，完成目标的 90%。"),
    }
)
"""Texts whose figures relate, or seem to, each of about so many characters."""


def figures_of(shape: str, size: int) -> tuple[str, tuple[Quantity, ...]]:
    """A text of a shape of `RELATED` with its labelled figures."""
    text = RELATED[shape](size)
    return text, labelled(text, scan(text))


def _relating(shape: str, size: int) -> float:
    text, figures = figures_of(shape, size)
    begin = time.process_time()
    find_relations(text, figures)
    return time.process_time() - begin


def seconds(shape: str, size: int) -> float:
    """The processor time that a text of a shape takes from bytes to draft, or to its relations."""
    if shape in RELATED:
        return _relating(shape, size)
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
    for shape in sys.argv[2:] or [*SHAPES, *RELATED]:
        spent = [seconds(shape, size * step) for step in STEPS]
        ratios = [after / max(before, 0.01) for before, after in pairwise(spent)]
        times = " ".join(f"{each:7.2f}" for each in spent)
        print(f"{shape:20} {times}   " + " ".join(f"{ratio:4.1f}" for ratio in ratios), flush=True)


if __name__ == "__main__":
    main()
