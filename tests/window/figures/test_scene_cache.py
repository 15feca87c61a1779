from dataclasses import replace

from viewer.i18n import load
from viewer.pipeline import Opened
from viewer.window.figures import scene_cache
from viewer.window.figures.scene_cache import MOST, CompiledScenes


def test_the_same_section_gives_the_very_same_scenes(small: Opened, style) -> None:
    compiled = CompiledScenes()
    one, two = small.briefing.sections
    first = compiled.of(one, small, style.words)
    other = compiled.of(two, small, style.words)
    assert compiled.of(one, small, style.words) is first
    assert other is not first


def test_a_newer_state_of_the_file_is_compiled_anew(small: Opened, style) -> None:
    compiled = CompiledScenes()
    section = small.briefing.sections[0]
    before = compiled.of(section, small, style.words)
    metric = section.metrics[0]
    changed = replace(section, metrics=(replace(metric, label="改了"), *section.metrics[1:]))
    briefing = replace(small.briefing, sections=(changed, small.briefing.sections[1]))
    after = compiled.of(changed, small._replace(briefing=briefing), style.words)
    assert "改了" in str(after)
    assert "改了" not in str(before)


def test_charts_are_in_the_language_of_their_section_whatever_the_reader_speaks(
    small: Opened,
) -> None:
    compiled = CompiledScenes()
    section = small.briefing.sections[0]
    chinese = compiled.of(section, small, load("zh_CN"))
    assert compiled.of(section, small, load("en")) == chinese
    assert {scene.language for scene in chinese} == {"zh_CN"}


def test_a_long_briefing_is_not_remembered_whole(small: Opened, style) -> None:
    compiled = CompiledScenes()
    section = small.briefing.sections[0]
    for number in range(3 * MOST):
        compiled.of(replace(section, id=f"s{number}"), small, style.words)
    assert len(compiled._known) == MOST


def test_a_large_section_is_compiled_beside_the_window(small: Opened, style, qtbot, monkeypatch):
    section = small.briefing.sections[0]
    at_once = CompiledScenes().of(section, small, style.words)
    monkeypatch.setattr(scene_cache, "LARGE", len(section.metrics))
    compiled = CompiledScenes()
    with qtbot.waitSignal(compiled.compiled):
        assert compiled.of(section, small, style.words) is None
    assert compiled.of(section, small, style.words) == at_once


def test_a_large_section_that_was_left_meanwhile_is_not_told_of(
    small: Opened, style, qtbot, monkeypatch
):
    section = small.briefing.sections[0]
    monkeypatch.setattr(scene_cache, "LARGE", len(section.metrics))
    compiled = CompiledScenes()
    newer = small._replace(digest=small.digest + 1)
    assert compiled.of(section, small, style.words) is None
    with qtbot.waitSignal(compiled.compiled):
        assert compiled.of(section, newer, style.words) is None
    assert compiled.of(section, newer, style.words) is not None


def test_a_large_section_is_not_compiled_before_its_figures_are_proven(
    small: Opened, style, monkeypatch
) -> None:
    section = small.briefing.sections[0]
    monkeypatch.setattr(scene_cache, "LARGE", len(section.metrics))
    compiled = CompiledScenes()
    unproven = small._replace(proof=small.proof._replace(figures={}), complete=False)
    assert compiled.of(section, unproven, style.words) is None
    assert compiled._work is None
