"""A file is opened again where the reader left it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.whole import wire_whole
from viewer.i18n import load
from viewer.pipeline import open_briefing
from viewer.rendering.faces import choose_faces
from viewer.settings import Settings, load_settings
from viewer.window.appearance import WindowAppearance
from viewer.window.wiring import Wired

TAIL = "余下各户次月补访。" * 12


def section(number: int) -> str:
    """A section of fourteen long paragraphs, a figure in each."""
    said = [f"第{k}条，本组走访住户{k * 7 + number}户" for k in range(1, 15)]
    passage = "\n\n".join(f"      {one}，记录意见若干。{TAIL}" for one in said)
    metrics = "\n".join(
        f"      - {{id: m-{number}-{k}, label: 第{k}条, value: {k * 7 + number}, "
        f"unit: 户, cite: {one}}}"
        for k, one in enumerate(said, 1)
    )
    head = f"  - id: part-{number}\n    title: 第{number}部分\n    passage: |\n"
    return f"{head}{passage}\n    metrics:\n{metrics}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "long.yaml"
    path.write_text("briefing: 1\ntitle: 走访\nsections:\n" + section(1) + section(2), "utf-8")
    return path


def window_of(qapp, qtbot, settings: Settings) -> tuple[Wired, WindowAppearance]:
    appearance = WindowAppearance(qapp, settings, choose_faces(), load("zh_CN"), "light")
    wired = wire_whole(appearance, settings)
    qtbot.addWidget(wired.window)
    wired.window.resize(1000, 600)
    wired.window.show()
    qtbot.waitExposed(wired.window)
    return wired, appearance


@pytest.fixture
def left(qapp, qtbot, settings: Settings, file: Path) -> Iterator[Wired]:
    """A window in which the reader stands in the second section and closes it."""
    wired, appearance = window_of(qapp, qtbot, settings)
    wired.workspace.take(open_briefing(file))
    wired.workspace.show_section(1)
    wired.workspace.selection.select("m-2-9", "passage")
    appearance.zoom(1)
    qtbot.wait(30)
    wired.window.passage.reading.show_offset(700)
    yield wired
    appearance.undress()


def test_section_scroll_selection_and_zoom_come_back(
    qapp, qtbot, left: Wired, settings: Settings, tmp_path: Path, file: Path
) -> None:
    top = left.window.passage.reading.top_offset()
    assert top > 600
    left.window.close()
    again, appearance = window_of(qapp, qtbot, load_settings(tmp_path / "settings.json"))
    again.filing.open(file)
    qtbot.waitUntil(lambda: again.workspace.selection.key == "m-2-9", timeout=5000)
    qtbot.waitUntil(lambda: abs(again.window.passage.reading.top_offset() - top) < 40, timeout=5000)
    assert again.workspace.section is not None and again.workspace.section.id == "part-2"
    assert appearance.style.scale == 1.1
    appearance.undress()


def test_what_the_reader_does_meanwhile_is_not_undone(
    qapp, qtbot, left: Wired, tmp_path: Path, file: Path
) -> None:
    left.window.close()
    again, appearance = window_of(qapp, qtbot, load_settings(tmp_path / "settings.json"))
    again.workspace.take(open_briefing(file), "part-2")
    again.workspace.show_section(0)
    again.workspace.selection.select("m-1-2", "passage")
    qtbot.wait(60)
    assert again.workspace.selection.key == "m-1-2"
    assert again.window.passage.reading.top_offset() == 0
    appearance.undress()


def test_another_file_that_is_opened_leaves_the_place_of_this_one(
    left: Wired, settings: Settings, tmp_path: Path, file: Path
) -> None:
    left.filing.open(tmp_path / "other.yaml")
    assert settings.section_of(file) == "part-2"
    assert "m-2-9" in settings.table("places")[str(file)]
