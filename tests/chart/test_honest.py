"""What the check lets pass is drawn as it was asked for; what breaks a rule is told, and is cards.

The two ask one table of rules; this holds that nothing is decided beside it.
"""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from tests.chart.build import chart, compiled, metric, series
from viewer.chart import Form
from viewer.model import Briefing, Chart, Kind, Metric, Passage, Section, Severity
from viewer.proof import prove
from viewer.proof.chart_rules import RULES

FORMS = {
    "bar": {Form.BAR, Form.LOG, Form.CHANGE},
    "share": {Form.SHARE, Form.PARTS},
    "change": {Form.CHANGE},
    "cards": {Form.CARDS},
    "line": {Form.LINE},
    "column": {Form.COLUMN},
    "range": {Form.RANGE},
    "stages": {Form.STAGES},
    "": set(Form),
}
AS_CARDS = {rule.code for rule in RULES if rule.cards}
VALUES = st.sampled_from(
    ["9", "8", "5", "3", "3", "0", "-4", "900", "0.001", "100", "120", "3-8", "2000-3000"]
)
UNITS = st.sampled_from(["个", "%", "‰", "", "个百分点"])
KINDS = st.sampled_from([Kind.COUNT, Kind.AMOUNT, Kind.SHARE, Kind.CHANGE])
YEARS = st.lists(st.sampled_from(["2018", "2019", "2020", "2021"]), min_size=1, unique=True)


@st.composite
def metrics(draw: st.DrawFn) -> list[Metric]:
    """One to four figures of few kinds and units, so that many charts of them are honest."""
    odd = draw(st.sampled_from([0, 0, 0, 6]))  # how many in ten are of another kind, unit or form
    kind, unit = draw(KINDS), draw(UNITS)
    whole = draw(st.sampled_from([None, None, "whole", "m0"]))
    over_time = draw(st.integers(0, 3)) == 0
    made: list[Metric] = []
    for number in range(draw(st.integers(1, 4))):
        strange = draw(st.integers(0, 9)) < odd
        one = draw(KINDS) if strange else kind
        if over_time is not strange:
            values = {year: draw(st.sampled_from(["3", "5", "-2"])) for year in draw(YEARS)}
            made.append(series(f"m{number}", values, unit, one))
            continue
        versus = draw(st.sampled_from(["上年", "上月"])) if strange else "上年"
        more: dict[str, Any] = {
            "kind": one,
            "of": whole if whole != f"m{number}" else None,
            "versus": versus if one is Kind.CHANGE else None,
        }
        made.append(metric(f"m{number}", draw(VALUES), draw(UNITS) if strange else unit, **more))
    of = draw(st.sampled_from(["0", "10", "8-9"]))
    return [*made, metric("whole", of, draw(UNITS), kind=draw(KINDS))]


@examples(150, 5_000)
@given(metrics(), st.sampled_from(list(FORMS)), st.booleans(), st.sampled_from(["linear", "log"]))
def test_a_chart_is_drawn_as_asked_unless_it_breaks_a_rule_which_is_told(
    made: list[Metric], kind: str, exclusive: bool, scale: str
) -> None:
    asked = chart(kind, *(m.id for m in made[:-1]), exclusive=exclusive, scale=scale)
    told = codes(made, asked)
    drawn = compiled(made, [asked], proven=False)[0].form
    if {code for code, _ in told} & AS_CARDS:
        assert drawn is Form.CARDS
    else:
        assert drawn in FORMS[kind]
        assert Severity.ERROR not in {severity for _, severity in told}


def codes(made: list[Metric], asked: Chart) -> set[tuple[str, Severity]]:
    """What the check says of the chart."""
    section = Section("s", "节", Passage(""), tuple(made), (asked,))
    found = prove(Briefing("报告", sections=(section,))).issues
    return {(issue.code, issue.severity) for issue in found if issue.code.startswith("chart-")}
