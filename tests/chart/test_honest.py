"""What the check lets pass is drawn as it was asked for; what it does not, never misleads."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.chart.build import chart, compiled, metric, series
from viewer.chart import Form
from viewer.model import Briefing, Chart, Kind, Metric, Passage, Section, Severity
from viewer.proof import prove

FORMS = {
    "bar": {Form.BAR, Form.LOG, Form.CHANGE},
    "share": {Form.SHARE, Form.PARTS},
    "change": {Form.CHANGE},
    "cards": {Form.CARDS},
    "line": {Form.LINE},
    "column": {Form.COLUMN},
    "range": {Form.RANGE},
    "stages": {Form.STAGES},
}
VALUES = st.sampled_from(["9", "8", "5", "3", "3", "0", "-4", "900", "3-8", "2000-3000"])
UNITS = st.sampled_from(["个", "%"])
KINDS = st.sampled_from([Kind.COUNT, Kind.SHARE, Kind.CHANGE])


@st.composite
def metrics(draw: st.DrawFn) -> list[Metric]:
    """One to four figures of few kinds and units, so that many charts of them are honest."""
    odd = draw(st.sampled_from([0, 0, 0, 6]))  # how many in ten are of another kind, unit or form
    kind, unit = draw(KINDS), draw(UNITS)
    whole = draw(st.sampled_from([None, None, "whole"]))
    over_time = draw(st.integers(0, 3)) == 0
    made: list[Metric] = []
    for number in range(draw(st.integers(1, 4))):
        strange = draw(st.integers(0, 9)) < odd
        one = draw(KINDS) if strange else kind
        if over_time is not strange:
            made.append(series(f"m{number}", {"2019": "3", "2020": "5"}, unit, one))
            continue
        versus = draw(st.sampled_from(["上年", "上月"])) if strange else "上年"
        more = {"kind": one, "of": whole, "versus": versus if one is Kind.CHANGE else None}
        made.append(metric(f"m{number}", draw(VALUES), draw(UNITS) if strange else unit, **more))
    return [*made, metric("whole", draw(st.sampled_from(["0", "10", "8-9"])), "个")]


@given(metrics(), st.sampled_from(list(FORMS)), st.booleans(), st.sampled_from(["linear", "log"]))
def test_a_chart_without_an_error_is_drawn_as_it_was_asked_for(
    made: list[Metric], kind: str, exclusive: bool, scale: str
) -> None:
    asked = chart(kind, *(m.id for m in made[:-1]), exclusive=exclusive, scale=scale)
    wrong = codes(made, asked)
    drawn = compiled(made, [asked], proven=False)[0].form
    nothing = all(m.point.value == Decimal(0) for m in made[:-1])
    alone = "chart-lone-bar" in {code for code, _ in wrong}
    if not any(severity is Severity.ERROR for _, severity in wrong) and not (nothing or alone):
        assert drawn in FORMS[kind]


def codes(made: list[Metric], asked: Chart) -> set[tuple[str, Severity]]:
    """What the check says of the chart, of its metrics and of what they are parts of."""
    section = Section("s", "节", Passage(""), tuple(made), (asked,))
    found = prove(Briefing("报告", sections=(section,))).issues
    return {(issue.code, issue.severity) for issue in found}
