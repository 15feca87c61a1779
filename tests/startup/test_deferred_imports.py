import sys

from viewer.startup.deferred_imports import BREATH, Breather, import_breathing


def test_a_breath_is_taken_when_importing_has_lasted(monkeypatch):
    moments = iter([0.0, BREATH / 2, BREATH * 1.5, BREATH * 1.5, BREATH * 2])
    breaths = []
    breather = Breather(lambda: breaths.append(1), lambda: next(moments))
    assert breather.find_spec("a") is None
    assert breaths == []
    assert breather.find_spec("b") is None
    assert breaths == [1]
    assert breather.find_spec("c") is None
    assert breaths == [1]


def test_a_module_is_imported_and_nothing_is_left_behind(monkeypatch):
    before = list(sys.meta_path)
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    assert import_breathing("colorsys", lambda: None).__name__ == "colorsys"
    assert sys.meta_path == before
