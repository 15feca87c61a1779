"""The table of forms: every kind of the format is drawn, every form has one row."""

from __future__ import annotations

from collections import Counter

from viewer.chart.kinds import FORM_ROWS, FORMS
from viewer.model import CHART_KINDS
from viewer.model.chart_kind import Form


def test_every_form_has_one_row() -> None:
    assert Counter(row.form for row in FORMS) == Counter(Form)
    assert set(FORM_ROWS) == set(Form)


def test_every_kind_of_the_format_is_drawn_in_a_plain_form_and_no_other_kind_is() -> None:
    plain = Counter(row.kind for row in FORMS if row.special is None)
    assert plain == Counter(kind.name for kind in CHART_KINDS)
    assert {row.kind for row in FORMS} == set(plain)


def test_a_special_form_is_tried_before_the_plain_one_of_its_kind() -> None:
    order = {row.form: at for at, row in enumerate(FORMS)}
    for row in FORMS:
        others = [other for other in FORMS if other.kind == row.kind and other.special is None]
        assert row.special is None or all(order[row.form] < order[one.form] for one in others)


def test_the_last_form_draws_whatever_no_other_suits() -> None:
    assert FORMS[-1].form is Form.CARDS
    assert FORMS[-1].special is None


def test_changes_stand_at_marks_of_plain_forms_of_annotated_kinds_only() -> None:
    annotated = {row.form for row in FORMS if row.annotated}
    assert annotated == {Form.BAR, Form.SHARE, Form.CHANGE, Form.RANGE, Form.CARDS}


def test_a_course_and_a_whole_are_one_drawing_however_many_figures_they_have() -> None:
    assert {row.form for row in FORMS if row.whole} == {Form.COLUMN, Form.LINE, Form.PARTS}
    rows_in_order = {Form.COLUMN, Form.LINE, Form.PARTS, Form.STAGES}
    assert {row.form for row in FORMS if not row.abridges} == rows_in_order
