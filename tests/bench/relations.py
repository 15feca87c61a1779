"""Measures the relations of figures, and prints a table: `python -m tests.bench.relations [KB]`.

How long it takes to find and recompute the relations of a text beside the scan of it and the names
of its figures, and what the relations of the bundled file add to its check; all by the time that
the processor gave to this process. The texts are invented; no two of their sentences are alike.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from viewer.pipeline import open_briefing
from viewer.quantities import labelled, scan
from viewer.relations.find import find_relations
from viewer.relations.recompute import recompute, term_of
from viewer.resources import bundled

RUNS = 5
SIZE = 300
PARAGRAPHS = {
    "zh-CN": (
        "第{n}分局今年受理案件{a}件，同比增长{p}%，去年同期为{b}件；其中民事{c}件，占{q}%。"
        "年内办结{d}件，完成年度目标的{r}%，比上年的{b}件多{e}件。\n"
        "经费支出{f}.4万元，人员经费{g}.1万元，其余{e}.3万元用于设备，较年初下降{q}个百分点。"
        "窗口等候由{p}分钟缩短到{q}分钟，群众满意率{r}%，列全市第{m}位。\n\n"
    ),
    "en": (
        "Office {n} took in {a} cases this year, up {p}% from {b} a year earlier; of these, {c}, "
        "or {q}%, were civil. It closed {d}, against a target of {b}, which leaves {e} open.\n"
        "Spending was ${f}.4 million, of which staff took ${g}.1 million; the remaining "
        "${e},000 went into equipment. The waiting time fell to {q} days from {p} days, and {r}% "
        "of visitors were content, ranking it number {m}.\n\n"
    ),
}


def text_of(language: str, size: int) -> str:
    """An invented report of `size` KB at least."""
    parts, length, n = [], 0, 1
    while length < size * 1000:
        numbers = {
            "a": 1000 + n * 37 % 7919, "b": 900 + n * 31 % 6991, "c": 300 + n * 17 % 497,
            "d": 800 + n * 29 % 997, "e": 100 + n * 13 % 89, "f": 500 + n * 11 % 401,
            "g": 300 + n * 7 % 199, "m": n % 40 + 1, "p": 2 + n % 13, "q": 20 + n % 37,
            "r": 80 + n % 19,
        }  # fmt: skip
        part = PARAGRAPHS[language].format(n=n, **numbers)
        parts.append(part)
        length += len(part.encode())
        n += 1
    return "".join(parts)


def spent(work: Callable[[], object]) -> float:
    """The seconds of the processor that some work takes: the least of several runs."""
    runs = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        runs.append(time.process_time() - begun)
    return min(runs)


def of_text(language: str, size: int) -> str:
    """A line of the table: scan, names, relations, and the ratios."""
    text = text_of(language, size)
    found = scan(text, language)
    figures = labelled(text, found, language)
    terms = dict(enumerate(map(term_of, figures)))
    scanning = spent(lambda: scan(text, language))
    naming = spent(lambda: labelled(text, found, language))
    relating = spent(lambda: recompute(find_relations(text, figures), terms))
    return (
        f"{language:6} {size} KB, {len(figures)} figures: scan {scanning:.2f} s, names "
        f"{naming:.2f} s, relations {relating:.2f} s = {relating / scanning:.2f} of the scan, "
        f"{relating / (scanning + naming):.2f} of scan and names"
    )


def of_check() -> str:
    """A line of the table: the bundled file read and proven with its relations and without."""
    path = bundled("shandong-2020.yaml")
    bare = re.sub(r"^( *)relations:\n(?:\1 +.*\n|\n)+", "", path.read_text("utf-8"), flags=re.M)
    with tempfile.TemporaryDirectory() as folder:
        without = Path(folder) / "bare.yaml"
        without.write_text(bare, encoding="utf-8")
        pairs = [
            (spent(lambda: open_briefing(path)), spent(lambda: open_briefing(without)))
            for _ in range(RUNS)
        ]
    ratio = statistics.median(one / other for one, other in pairs)
    full = min(one for one, _ in pairs)
    return (
        f"bundled file, read and proven: {full * 1e3:.0f} ms, {ratio:.2f} of it without relations"
    )


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    for language in PARAGRAPHS:
        print(of_text(language, size), flush=True)
    print(of_check())


if __name__ == "__main__":
    main()
