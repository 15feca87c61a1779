import sys
from types import SimpleNamespace

from viewer.startup import deferred_imports
from viewer.startup.deferred_imports import BREATH, Breather, import_breathing, make_types


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


def test_types_are_made_with_breaths_between(monkeypatch):
    moments = iter([0.0, BREATH, BREATH, BREATH * 1.5, BREATH * 2, BREATH * 2])
    monkeypatch.setattr(deferred_imports, "perf_counter", lambda: next(moments))
    asked, breaths = [], []

    class Lazy(SimpleNamespace):
        def __dir__(self):
            return ["first", "second", "third"]

        def __getattr__(self, name):
            asked.append(name)

    make_types([Lazy()], lambda: breaths.append(list(asked)))
    assert asked == ["first", "second", "third"]
    assert breaths == [["first"], ["first", "second", "third"]]
