"""The scenes of the bundled files as text. `python -m tests.chart.golden` writes them anew."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.chart.build import WORDS
from viewer.chart import Mark, Scene, Treatment, compile_section
from viewer.pipeline import open_briefing
from viewer.resources import bundled

FOLDER = Path(__file__).parent / "golden"
FILES = ("shandong-2020.yaml", "gallery.yaml")


def told(name: str) -> str:
    """Every scene of a bundled file, a line a mark, so that a difference can be read."""
    opened = open_briefing(bundled(name))
    assert opened.briefing is not None
    lines: list[str] = []
    for section in opened.briefing.sections:
        lines.append(f"# {section.id}")
        for scene in compile_section(section, opened.briefing, opened.proof.figures, WORDS):
            lines += [_head(scene), *(_line(mark) for mark in scene.marks)]
    return "\n".join(lines) + "\n"


def _head(scene: Scene) -> str:
    axis = f"{_number(scene.axis.low)}..{_number(scene.axis.high)}" + " log" * scene.axis.log
    return f"\n{scene.form} {scene.role} {axis} | {scene.title} | {scene.subtitle} | {scene.note}"


def _line(mark: Mark) -> str:
    place = f"{mark.row},{mark.column} {_number(mark.start)}..{_number(mark.end)}"
    track = f" of {_number(mark.track)}" if mark.track is not None else ""
    computed = f" | {mark.computed.text} = {mark.computed.formula}" if mark.computed else ""
    body = "" if mark.treatment is Treatment.SOLID else f" {mark.treatment}"
    wears = f"{mark.place} {mark.ending} {mark.role}{body}"
    origin = f" | from {mark.origin}" if mark.origin else ""
    words = f"  {mark.key or '-'} | {mark.label} | {mark.as_written}"
    return f"{words} | {place}{track} | {wears}{computed}{origin}"


def _number(value: Decimal | None) -> str:
    return "-" if value is None else f"{value.normalize():f}"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file in FILES:
        (FOLDER / f"{Path(file).stem}.txt").write_text(told(file), encoding="utf-8")
