"""The one road from a file to what is shown of it, in five steps; window and commands walk it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.datafile import FileReading
from viewer.loading import Opened, read
from viewer.model import Briefing, Figure, Issue, Key, Proof
from viewer.proof import Known, SectionProof, finish_proof, prove_section, proven_only

if TYPE_CHECKING:
    from viewer.chart import Scene
    from viewer.i18n import Words
    from viewer.talk import Step, Talk

__all__ = [
    "Opened",
    "begin",
    "compile_talk",
    "completed",
    "only_proven",
    "open_briefing",
    "prove",
    "read",
    "scene_of",
]


def open_briefing(path: Path) -> Opened:
    """Read a data file and prove it; ViewerError when there are no bytes to read."""
    return prove(read(path))


def begin(opened: Opened) -> Opened:
    """Step 5 for the first section only."""
    if opened.briefing is None:
        return opened
    known = Known.of(opened.briefing)
    return _with(opened, known, [prove_section(opened.briefing.sections[0], known)], False)


def prove(opened: Opened) -> Opened:
    """Step 5: every quote and its figure, and the checks of the whole file."""
    if opened.briefing is None:
        return opened
    known = Known.of(opened.briefing)
    return _with(opened, known, [prove_section(s, known) for s in opened.briefing.sections], True)


def only_proven(opened: Opened) -> Opened:
    """What may be shown of a file with errors: nothing that did not agree with its words."""
    if opened.briefing is None:
        return opened
    return opened._replace(briefing=proven_only(opened.briefing, opened.proof.figures))


def compile_talk(
    briefing: Briefing, figures: Mapping[Key, Figure], words: Words
) -> tuple[Talk, Mapping[str, tuple[Scene, ...]]]:
    """The talk of a briefing with the charts of each section by its id; no section, no chart.

    Windows and exports that go through a briefing step by step walk this one sequence. Raises
    ViewerError `talk-empty`.
    """
    from viewer.chart import Form, compile_section  # not for a check, which draws nothing
    from viewer.talk import ChartOutline, talk_of

    scenes = {
        section.id: compile_section(section, briefing, figures, words)
        for section in briefing.sections
        if section.present
    }
    outlines = {
        id_: [
            ChartOutline(one.id, tuple(one.by_key), one.form is Form.CARDS, one.title)
            for one in charts
        ]
        for id_, charts in scenes.items()
    }
    return talk_of(briefing, figures, outlines), {"": (), **scenes}


def scene_of(talk: Talk, scenes: Mapping[str, Sequence[Scene]], step: Step) -> Scene | None:
    """The chart of a step: its own, else the first of its section that shows its figure; else
    none."""
    own = scenes[talk.parts[step.part].section.id]
    if step.chart:
        return next((scene for scene in own if scene.id == step.chart), None)
    return next((scene for scene in own if scene.holds(step.key)), None)


def _with(opened: Opened, known: Known, proven: list[SectionProof], complete: bool) -> Opened:
    proof = finish_proof(known, proven)
    return completed(opened, proof) if complete else opened._replace(proof=proof)


def completed(opened: Opened, proof: Proof) -> Opened:
    """A file that was read with the proof of all of it, and all that is wrong by its place; with
    the earlier edition where it names one."""
    opened, missed = _with_earlier(opened, proof)
    told = (_placed(issue, opened.reading) for issue in (*proof.issues, *missed))
    mine = (issue for issue in told if not _follows(issue, opened.reading))
    issues = sorted((*opened.issues, *mine), key=lambda issue: issue.place)
    return opened._replace(proof=proof, issues=tuple(issues), complete=True)


def _with_earlier(opened: Opened, proof: Proof) -> tuple[Opened, tuple[Issue, ...]]:
    """The file with the figures of its earlier edition, and why there are none."""
    if opened.briefing is None or not opened.briefing.previous:
        return opened, ()
    from viewer.editions.earlier import earlier_of  # most files name none

    found, missed = earlier_of(opened.briefing, proof, opened.path)
    return opened._replace(briefing=replace(opened.briefing, earlier=found)), missed


def _placed(issue: Issue, reading: FileReading) -> Issue:
    """The issue at the very field its path names; one in a passage has a place of its own."""
    if issue.path.endswith(".passage"):
        return issue
    place = reading.locate(issue.path)
    return issue if place is None else issue._replace(place=place)


def _follows(issue: Issue, reading: FileReading) -> bool:
    """Whether an issue only follows from another: it misses a metric that could not be read, or
    that may be one of those of its section that could not."""
    if not issue.code.endswith("-unknown") or "id" not in issue.params:
        return False
    lost = issue.params["id"] in reading.lost
    return lost or any(issue.path.startswith(f"{path}.") for path in reading.holed)
