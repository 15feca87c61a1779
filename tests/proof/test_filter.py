from collections.abc import Callable
from dataclasses import replace

from viewer.model import Briefing, Chart, Metric, Relation, RelationKind, Section
from viewer.proof import prove, proven_only

Make = Callable[..., Metric]
MakeSection = Callable[..., Section]


def test_only_what_is_proven_is_left(metric: Make, section: MakeSection) -> None:
    foreign = metric("foreign", cite=None)
    foreign = replace(foreign, points=(replace(foreign.point, origin="年鉴"),))
    made = section(
        "共9个,有5个。",
        metric("good"),
        metric("bad", "7"),
        metric("part", "9", of="bad"),
        foreign,
        charts=(Chart("两项", ("good", "bad")), Chart("一项", ("bad",))),
    )
    briefing = Briefing("题", sections=(made,))
    (left,) = proven_only(briefing, prove(briefing).figures).sections
    assert [one.id for one in left.metrics] == ["good", "part", "foreign"]
    assert left.metrics[1].of is None
    assert [(one.title, one.metrics) for one in left.charts] == [("两项", ("good",))]


def test_a_briefing_that_is_proven_stays_as_it_is(metric: Make, section: MakeSection) -> None:
    made = section("共9个,有5个。", metric("all", "9"), metric("part", of="all"))
    briefing = Briefing("题", sections=(made,))
    assert proven_only(briefing, prove(briefing).figures) == briefing


def test_a_relation_leaves_with_any_of_its_figures(metric: Make, section: MakeSection) -> None:
    def sum_of(part: str) -> Relation[str]:
        return Relation(RelationKind.SUM, (("total", "all"), ("parts", "one"), ("parts", part)))

    made = replace(
        section(
            "共9个,甲5个,乙4个。",
            metric("all", "9"),
            metric("one"),
            metric("two", "4"),
            metric("bad", "7"),
        ),
        relations=(sum_of("two"), sum_of("bad")),
    )
    briefing = Briefing("题", sections=(made,))
    (left,) = proven_only(briefing, prove(briefing).figures).sections
    assert left.relations == (sum_of("two"),)
