"""Where a review stops: at doubts, the rare ones first, then at calculations that do not agree."""

import pytest

from viewer.edit.applying import tried
from viewer.edit.operations import ChangeChart, ExplainRelation, MoveMetric, RemoveRelation
from viewer.edit.reviews import ReviewStop, keys_of, review_stops, roles_of
from viewer.edit.version import Version
from viewer.model import Recomputed, RelationKind, ViewerError
from viewer.proof import prove

UNSOUND = """\
briefing: 1
title: 书店月报
sections:
  - id: shop
    title: 书店
    passage: |
      本月接待读者 412 人次，上月 350 人次，增长 20.7%。书架 64 个，其中木架 28 个，铁架 34 个。

      全年计划售书 160 万册，已售 83.2 万册，完成 60%。售出童书 30 万册，占已售的 45%。
    metrics:
      - {id: now, label: 读者, value: 412, unit: 人次, cite: 接待读者 412 人次}
      - {id: then, label: 上月读者, value: 350, unit: 人次, cite: 上月 350 人次}
      - {id: rise, label: 读者增长, value: 20.7, unit: "%", versus: 上月, cite: 增长 20.7%}
      - {id: racks, label: 书架, value: 64, unit: 个, cite: 书架 64 个}
      - {id: wood, label: 木架, value: 28, unit: 个, of: racks, cite: 木架 28 个, review: 存疑}
      - {id: iron, label: 铁架, value: 34, unit: 个, of: racks, cite: 铁架 34 个}
      - {id: aim, label: 计划售书, value: 160万, unit: 册, standing: plan,
         cite: 计划售书 160 万册}
      - {id: sold, label: 已售, value: 83.2万, unit: 册, cite: 已售 83.2 万册}
      - {id: done, label: 完成, value: 60, unit: "%", cite: 完成 60%}
      - {id: kids, label: 童书, value: 30万, unit: 册, of: sold, cite: 童书 30 万册}
      - {id: rate, label: 童书占比, value: 45, unit: "%", of: sold, cite: 占已售的 45%}
    charts:
      - {title: 架子, kind: share, metrics: [wood, iron]}
      - {title: 童书, kind: share, metrics: [kids, rate]}
    relations:
      - {kind: change, level: now, base: then, change: rise, review: 对不上}
      - {kind: sum, total: racks, parts: [wood, iron]}
      - {kind: target, target: aim, actual: sold, completion: done}
      - {kind: part, whole: sold, part: kids, share: rate}
"""


@pytest.fixture(scope="module")
def version() -> Version:
    return Version.of(UNSOUND.encode())


def stops_of(version: Version) -> tuple[ReviewStop, ...]:
    return review_stops(version.briefing, prove(version.briefing))


def asked(version: Version, kind: RelationKind) -> Recomputed:
    open_ = (stop.disagreement for stop in stops_of(version))
    return next(one for one in open_ if one is not None and one.relation.kind is kind)


def test_doubts_come_first_then_each_calculation_at_its_printed_result(version: Version) -> None:
    stops = stops_of(version)
    assert [stop.key for stop in stops] == ["wood", "rise", "racks", "done", "rate"]
    assert [stop.disagreement is None for stop in stops] == [True, False, False, False, False]
    calculation = stops[1].disagreement
    assert calculation is not None
    assert calculation.formula == "(412 人次 − 350 人次) ÷ 350 人次 = 17.71% ≠ 20.7%"
    assert keys_of(calculation, version.briefing) == ("now", "then", "rise")


def test_a_calculation_that_is_explained_is_asked_about_no_more(version: Version) -> None:
    one = asked(version, RelationKind.CHANGE)
    told = ExplainRelation(one.section_id, one.relation.kind, roles_of(one), "口径有变")
    made = tried(version, [told])
    assert made.errors == ()
    wanted = UNSOUND.replace("review: 对不上", "known: 口径有变")
    assert made.version.data.decode() == wanted
    assert "rise" not in [stop.key for stop in stops_of(made.version)]


def test_what_is_no_relation_is_untied_and_its_charts_find_their_kind(version: Version) -> None:
    one = asked(version, RelationKind.PART)
    made = tried(version, [RemoveRelation(one.section_id, one.relation.kind, roles_of(one))])
    assert made.errors == ()
    section = made.version.briefing.sections[0]
    assert RelationKind.PART not in {relation.kind for relation in section.relations}
    assert {metric.id: metric.of for metric in section.metrics if metric.of} == {
        "wood": "racks",
        "iron": "racks",
    }
    assert [(lost.field, lost.chart, lost.said) for lost in made.dropped] == [
        ("kind", "童书", "share")
    ]
    assert [chart.kind for chart in section.charts] == ["share", ""]


def test_a_kind_that_is_asked_for_and_cannot_be_is_refused(version: Version) -> None:
    made = tried(version, [ChangeChart("shop", "chart-1", (("kind", "change"),))])
    assert [one.code for one in made.errors] == ["chart-not-changes"]
    assert made.dropped == ()


def test_a_figure_that_does_not_belong_on_an_axis_is_refused_there(version: Version) -> None:
    made = tried(version, [MoveMetric("now", "chart-1")])
    assert made.errors != ()
    assert made.dropped == ()


def test_a_relation_that_is_gone_by_now_is_told(version: Version) -> None:
    gone = RemoveRelation("shop", RelationKind.SUM, (("total", "racks"), ("parts", "wood")))
    with pytest.raises(ViewerError, match="edit-gone"):
        tried(version, [gone])
