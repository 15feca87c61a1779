from pathlib import Path

import pytest

from tests.chart.golden import FILES, FOLDER, told
from viewer.chart import BoundStyle, Form, Treatment, compile_section
from viewer.i18n import load
from viewer.model import Severity, Standing
from viewer.pipeline import open_briefing
from viewer.resources import bundled


@pytest.mark.parametrize("name", FILES)
def test_the_bundled_files_compile_to_the_scenes_that_were_looked_at(name: str) -> None:
    looked_at = (FOLDER / f"{Path(name).stem}.txt").read_text(encoding="utf-8")
    assert told(name) == looked_at


def test_the_gallery_has_no_error_and_shows_every_form_bound_and_treatment() -> None:
    opened = open_briefing(bundled("gallery.yaml"))
    assert opened.briefing is not None
    assert [issue for issue in opened.issues if issue.severity is Severity.ERROR] == []
    scenes = [
        scene
        for section in opened.briefing.sections
        for scene in compile_section(section, opened.briefing, opened.proof.figures, load("en"))
    ]
    assert {scene.form for scene in scenes} == set(Form)
    marks = [mark for scene in scenes for mark in scene.marks]
    assert {mark.ending for mark in marks} == set(BoundStyle)
    assert max(len(scene.marks) for scene in scenes) >= 40
    assert max(len(scene.axis.periods) for scene in scenes) == 12
    assert max(len(mark.label) for mark in marks) >= 40
    assert any(mark.origin for mark in marks)
    assert {mark.treatment for mark in marks} == set(Treatment)
    assert {mark.standing for mark in marks} == set(Standing)
    values = [mark.value for mark in marks if mark.value is not None]
    assert (float(min(map(abs, values))), max(values)) == (0.001, 224_800_000_000)
