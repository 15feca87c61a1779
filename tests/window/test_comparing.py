"""Two figures compared in the window."""

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication

from viewer.pipeline import open_briefing
from viewer.window.comparing import Comparing
from viewer.window.document_model import Workspace
from viewer.window.main import MainWindow

REPORT = """\
briefing: 1
title: 图书馆
sections:
  - id: one
    title: 上半年
    passage: |
      借书8652册，还书1078册，读者480人。
    metrics:
      - {id: lent, label: 借书, value: 8652, unit: 册, cite: 借书8652册}
      - {id: back, label: 还书, value: 1078, unit: 册, cite: 还书1078册}
      - {id: readers, label: 读者, value: 480, unit: 人, cite: 读者480人}
  - id: two
    title: 下半年
    passage: |
      借书4326册。
    metrics:
      - {id: later, label: 借书, value: 4326, unit: 册, cite: 借书4326册}
"""


@pytest.fixture
def compared(style, tmp_path):
    """A window with a report, and its comparing."""
    path = tmp_path / "library.yaml"
    path.write_text(REPORT, encoding="utf-8")
    window, workspace = MainWindow(), Workspace(SimpleNamespace())
    workspace.setParent(window)
    asked = []
    editing = SimpleNamespace(
        changed=workspace.briefing_changed,
        can_edit=lambda: True,
        allowed=True,
        sheet=lambda title, rows, made, **_: asked.append((rows, made)),
    )
    comparing = Comparing(window, workspace, SimpleNamespace(style=style), editing)  # type: ignore[arg-type]
    workspace.take(open_briefing(path))
    yield SimpleNamespace(
        workspace=workspace,
        select=workspace.selection.select,
        act=comparing.handlers(),
        offer=comparing.offer,
        is_storable=comparing.is_storable,
        editing=editing,
        line=window.status.selection.accessibleName,
        action=window.actions_by_id["copy-comparison"],
        keep=window.actions_by_id["keep-comparison"],
        asked=asked,
    )
    window.deleteLater()


def _key(workspace, metric):
    briefing = workspace.briefing
    return next(
        one.points[0].key for part in briefing.sections for one in part.metrics if one.id == metric
    )


def test_the_next_selected_figure_is_compared_with_the_first(compared):
    compared.select(_key(compared.workspace, "lent"))
    compared.act["compare"]()
    compared.select(_key(compared.workspace, "back"))
    assert "8,652 ÷ 1,078 ≈ 8.03 倍" in compared.line()
    assert "相差 7,574 册" in compared.line()
    compared.act["copy-comparison"]()
    assert QGuiApplication.clipboard().text() == compared.line()


def test_the_figure_under_the_pointer_is_compared_at_once(compared):
    compared.select(_key(compared.workspace, "lent"))
    compared.workspace.selection.hover(_key(compared.workspace, "readers"))
    compared.act["compare"]()
    assert "单位不同" in compared.line()


def test_the_second_figure_may_stand_in_another_section(compared):
    compared.select(_key(compared.workspace, "lent"))
    compared.act["compare"]()
    compared.workspace.show_figure(_key(compared.workspace, "later"))
    assert "8,652 ÷ 4,326 = 2 倍" in compared.line()


def test_letting_go_ends_a_comparison(compared):
    compared.select(_key(compared.workspace, "lent"))
    compared.act["compare"]()
    compared.select("")
    compared.select(_key(compared.workspace, "back"))
    assert "÷" not in compared.line()
    assert not compared.action.isEnabled()


def test_a_comparison_is_kept_only_where_the_reader_asks_for_it(compared):
    assert not compared.keep.isEnabled()
    compared.select(_key(compared.workspace, "lent"))
    compared.act["compare"]()
    compared.select(_key(compared.workspace, "readers"))
    assert not compared.keep.isEnabled()
    compared.act["compare"]()
    compared.select(_key(compared.workspace, "readers"))
    compared.act["compare"]()
    compared.select("")
    compared.select(_key(compared.workspace, "lent"))
    compared.act["compare"]()
    compared.select(_key(compared.workspace, "back"))
    assert compared.keep.isEnabled()
    assert compared.asked == []
    compared.act["keep-comparison"]()
    ((rows, made),) = compared.asked
    assert rows[0].choices == ("quotient", "difference")
    (operation,) = made((("kept", "difference"), ("label", rows[1].text)))
    record = dict(operation.record)
    assert record["computed"] == "8652 − 1078"
    assert record["label"] == "借书与还书之差"


def test_all_comparisons_of_a_talk_may_be_kept_after_it(compared):
    lent, back, later, readers = (
        _key(compared.workspace, one) for one in ("lent", "back", "later", "readers")
    )
    compared.offer([(lent, readers), (lent, back), (lent, later)], "提问已保存")
    assert compared.line().startswith("提问已保存 ")
    assert "8,652 ÷ 4,326 = 2 倍" in compared.line()
    compared.act["keep-comparison"]()
    ((rows, made),) = compared.asked
    shown = [rows[0].names[one] for one in rows[0].choices]
    assert shown == ["借书是还书的倍数", "借书与还书之差", "借书是借书的倍数", "借书与借书之差"]
    (operation,) = made((("kept", rows[0].choices[1]), ("label", rows[1].text)))
    assert dict(operation.record)["computed"] == "8652 − 1078"
    assert dict(operation.record)["label"] == "借书与还书之差"


def test_only_a_comparison_of_which_something_follows_is_promised_to_the_presenter(compared):
    lent, back, readers = (_key(compared.workspace, one) for one in ("lent", "back", "readers"))
    assert compared.is_storable((lent, back))
    assert not compared.is_storable((lent, readers))
    assert not compared.is_storable((lent, "one/none"))
    compared.editing.allowed = False
    assert not compared.is_storable((lent, back))


def test_figures_that_are_gone_after_a_talk_are_not_offered(compared):
    compared.offer([("one/none", _key(compared.workspace, "lent"))])
    assert not compared.keep.isEnabled()
