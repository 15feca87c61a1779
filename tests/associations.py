"""How drafts of annotated reports are drawn: `python -m tests.associations FOLDER...`

A folder holds reports with their annotation: `NAME.gold.json` (`text`, `quantities` with `id`,
`span` and `unit`) and, there or in another folder, `NAME.rel.json` (`relations` with `kind`,
`near`, and figures by their id). Each is drafted, proven and compiled as the window does. Printed:
percent changes that one chart draws with the level of their sentence, figures that are lone
numbers, the largest number of cards together, and charts with a finding (which `check` refuses if
it is false).
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from viewer.chart import Form, MarkRole, Scene, compile_section
from viewer.draft import draft_outline
from viewer.draft.outline import outline
from viewer.draft.readers import Report
from viewer.draft.readers.plain import blocks_of
from viewer.i18n import load
from viewer.model import Briefing, Figure, Key
from viewer.proof import prove

BEFORE = 20
"""So many letters before a figure tell it from others of the same size."""
ENOUGH = 4
"""So many of them must be alike."""
PERCENT = ("%", "％", "百分", "percent")


def main(folders: Sequence[str]) -> int:
    """Measure every report and print a line each, then the whole."""
    found = {path.name: path for folder in folders for path in sorted(Path(folder).glob("*.json"))}
    names = [name[: -len(".gold.json")] for name in found if name.endswith(".gold.json")]
    whole: Counter[str] = Counter()
    for name in names:
        gold = json.loads(found[f"{name}.gold.json"].read_text(encoding="utf-8"))
        beside = found.get(f"{name}.rel.json")
        relations = json.loads(beside.read_text(encoding="utf-8"))["relations"] if beside else []
        one = measured(gold, relations, name)
        print(f"{name:32} {_told(one)}")
        whole.update({key: count for key, count in one.items() if key != "heap"})
        whole["heap"] = max(whole["heap"], one["heap"])
    print(f"{'all':32} {_told(whole)}")
    return 0 if names else 2


def measured(
    gold: Mapping[str, Any], relations: Sequence[Mapping[str, Any]], name: str
) -> Counter[str]:
    """The counts of one report."""
    briefing = draft_outline(outline(Report(blocks_of(gold["text"]))), name).briefing
    proof = prove(briefing)
    counts: Counter[str] = Counter(
        refused=sum(issue.code.startswith("finding-") for issue in proof.issues)
    )
    words = load("zh-CN")
    scenes = [
        scene
        for section in briefing.sections
        for scene in compile_section(section, briefing, proof.figures, words)
    ]
    for scene in scenes:
        _count(scene, counts)
    charts: defaultdict[Key, set[int]] = defaultdict(set)
    for number, scene in enumerate(scenes):
        for key in scene.by_key:
            charts[key].add(number)
    for level, change in _changes(gold, relations):
        one, other = (_key(spot, gold["text"], briefing, proof.figures) for spot in (level, change))
        counts["changes"] += 1
        counts["together"] += bool(one and other and charts[one] & charts[other])
    return counts


def _count(scene: Scene, counts: Counter[str]) -> None:
    shown = [mark for mark in scene.marks if mark.key]
    cards = scene.form is Form.CARDS
    above = {mark.above for mark in shown}
    lone = [m for m in shown if cards and m.place is not MarkRole.UNDER and m.key not in above]
    counts["figures"] += len(shown)
    counts["lone"] += len(lone)
    counts["charts"] += 1
    counts["findings"] += bool(scene.finding)
    heap = sum(mark.place is not MarkRole.UNDER for mark in shown) if cards else 0
    counts["heap"] = max(counts["heap"], heap)


def _changes(
    gold: Mapping[str, Any], relations: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where the level and the percent change of each near relation stand in the text."""
    found = {one["id"]: one for one in gold["quantities"]}
    for one in relations:
        near = one["kind"] == "change" and one.get("near") and not one.get("optional")
        if not near or one.get("level") is None or one.get("change") is None:
            continue
        level, change = found[one["level"]], found[one["change"]]
        if any(sign in change.get("unit", "") for sign in PERCENT):
            yield _span(level), _span(change)


def _span(quantity: Mapping[str, Any]) -> tuple[int, int]:
    start, end = quantity.get("span") or (quantity["start"], quantity["end"])
    return start, end


def _key(
    spot: tuple[int, int], text: str, briefing: Briefing, figures: Mapping[Key, Figure]
) -> Key:
    """The drafted figure at a place of the report; its words may be broken otherwise."""
    start, end = spot
    surface, before = _bare(text[start:end]), _bare(text[max(0, start - BEFORE) : start])
    passages = {section.id: section.passage.text for section in briefing.sections}
    best: tuple[int, Key] = (ENOUGH - 1, "")
    for key, figure in figures.items():
        own, span = passages[figure.section_id], figure.quantity.span
        said = _bare(own[span.start : span.end])
        if said and (said in surface or surface in said):
            alike = _alike(before, _bare(own[max(0, span.start - BEFORE) : span.start]))
            best = max(best, (alike, key))
    return best[1]


def _bare(text: str) -> str:
    return "".join(text.split())


def _alike(one: str, other: str) -> int:
    """How many letters two texts end with alike."""
    pairs = enumerate(zip(reversed(one), reversed(other), strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _told(counts: Mapping[str, int]) -> str:
    lone, charts = counts["lone"] / max(1, counts["figures"]), max(1, counts["charts"])
    return (
        f"changes with their level {counts['together']}/{counts['changes']}, "
        f"lone {lone:.1%} of {counts['figures']}, most cards {counts['heap']}, "
        f"findings {counts['findings'] / charts:.1%} of {counts['charts']} charts, "
        f"refused {counts['refused']}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
