import pytest

from viewer.datafile import read_briefing, write_briefing
from viewer.model import Issue
from viewer.proof import prove

PASSAGE = (
    "全年收入1200人，上年1000人，增长20%。其中一组700人，二组500人，占41.7%。"
    "比重由40%升至44.7%，提高4.7个百分点。"
)
METRICS = """\
      - {id: now, label: 收入, value: 1200, unit: 人, cite: 收入1200人}
      - {id: before, label: 上年收入, value: 1000, unit: 人, cite: 上年1000人}
      - {id: growth, label: 收入增长, value: 20, unit: "%", kind: change, versus: 上年,
         cite: 增长20%}
      - {id: one, label: 一组, value: 700, unit: 人, cite: 一组700人}
      - {id: two, label: 二组, value: 500, unit: 人, cite: 二组500人}
      - {id: share, label: 二组占比, value: 41.7, unit: "%", cite: 二组500人，占41.7%}
      - {id: old-rate, label: 比重, value: 40, unit: "%", cite: 比重由40%}
      - {id: new-rate, label: 比重, value: 44.7, unit: "%", cite: 升至44.7%}
      - {id: points, label: 比重提高, value: 4.7, unit: 个百分点, versus: 上年,
         cite: 提高4.7个百分点}
"""


def file_with(*relations: str, passage: str = PASSAGE, metrics: str = METRICS) -> str:
    rows = "".join(f"      - {{{one}}}\n" for one in relations)
    return (
        "briefing: 1\ntitle: 简报\nsections:\n  - id: a\n    title: 甲\n    passage: |\n"
        f"      {passage}\n    metrics:\n{metrics}    relations:\n{rows}"
    )


def issues(text: str) -> list[Issue]:
    read = read_briefing(text.encode())
    assert read.briefing is not None
    return [*read.issues, *prove(read.briefing).issues]


def codes(text: str) -> list[str]:
    return [one.code for one in issues(text) if one.code != "label-far"]


SOUND = (
    "kind: change, level: now, base: before, change: growth, basis: year",
    "kind: sum, total: now, parts: [one, a/two]",
    "kind: part, whole: now, part: two, share: share",
    "kind: change, level: new-rate, base: old-rate, change: points",
)


def test_relations_that_hold_are_confirmed_without_an_issue() -> None:
    text = file_with(*SOUND)
    assert codes(text) == []
    briefing = read_briefing(text.encode()).briefing
    assert briefing is not None
    recomputed = prove(briefing).recomputed
    assert [one.agrees for one in recomputed] == [True] * 4
    assert [one.relative for one in recomputed] == [True, False, False, False]


@pytest.mark.parametrize(
    ("relation", "code"),
    [
        ("kind: sum, total: now, parts: [one, other]", "relation-dangling"),
        ("kind: sum, total: now, parts: [one, b/two]", "relation-dangling"),
        ("kind: repeat, figures: [now]", "relation-short"),
        ("kind: sum, total: now, parts: [one, one]", "relation-two-roles"),
        ("kind: part, whole: now, part: share", "relation-units"),
        ("kind: sum, total: now, part: two", "relation-role"),
        ("kind: sum, total: now, parts: [one, two 2]", "figure-wrong"),
        ("kind: sum, total: Now, parts: [one, two]", "figure-wrong"),
        ("kind: pie, whole: now, part: two", "choice-wrong"),
        ("kind: repeat, figures: [now, before]", "said-twice"),
    ],
)
def test_each_mistake_is_told_at_its_relation(relation: str, code: str) -> None:
    found = [one for one in issues(file_with(relation)) if one.code.startswith(code)]
    assert found, codes(file_with(relation))
    assert found[0].path.startswith("sections[0].relations[0]")


def test_units_that_differ_are_told_with_a_dash_for_none() -> None:
    metrics = METRICS.replace("unit: 人, cite: 二组500人", 'unit: "", cite: 二组500人')
    text = file_with("kind: sum, total: now, parts: [one, two]", metrics=metrics)
    (unlike,) = (one for one in issues(text) if one.code == "relation-units")
    assert unlike.params == {"label": "收入", "unit": "人", "other": "二组", "other_unit": "—"}
    text = text.replace("total: now, parts: [one, two]", "total: two, parts: [one, now]")
    (unlike,) = (one for one in issues(text) if one.code == "relation-units")
    assert unlike.params == {"label": "二组", "unit": "—", "other": "一组", "other_unit": "人"}


def test_a_base_that_leaves_out_the_unit_of_its_level_is_like_it() -> None:
    metrics = METRICS.replace("unit: 人, cite: 二组500人", 'unit: "", cite: 二组500人')
    text = file_with("kind: change, level: one, base: two", metrics=metrics)
    assert "relation-units" not in codes(text)


def test_a_relation_that_stands_twice_is_told_with_the_line_of_the_first() -> None:
    twice = [one for one in issues(file_with(SOUND[1], SOUND[1])) if one.code == "relation-twice"]
    assert [one.params["line"] for one in twice] == [21]


def test_opposite_roles_of_two_figures_are_told_with_the_line_of_the_first() -> None:
    text = file_with(
        "kind: change, level: now, base: before", "kind: change, level: before, base: now"
    )
    contrary = [one for one in issues(text) if one.code == "relation-contrary"]
    assert [one.params for one in contrary] == [{"id": "before", "other": "now", "line": 21}]


def test_a_circle_of_parts_is_told_once() -> None:
    text = file_with("kind: part, whole: now, part: two", "kind: part, whole: two, part: now")
    assert codes(text) == ["relation-circle"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("增长20%", "增长15%", "growth-disagrees"),
        ("一组700人", "一组710人", "sum-disagrees"),
        ("占41.7%", "占47.1%", "share-disagrees"),
        ("4.7个百分点", "5.7个百分点", "points-disagree"),
    ],
)
def test_a_changed_number_no_longer_agrees(old: str, new: str, code: str) -> None:
    number_old, number_new = (text.strip("增长一组占人%个百分点") for text in (old, new))
    metrics = METRICS.replace(f"value: {number_old},", f"value: {number_new},").replace(old, new)
    text = file_with(*SOUND, passage=PASSAGE.replace(old, new), metrics=metrics)
    assert [one for one in codes(text) if "disagree" in one] == [code]


def test_a_known_disagreement_is_not_warned_of() -> None:
    text = file_with("kind: repeat, figures: [now, before], known: 两个口径")
    assert codes(text) == []


def test_relations_are_written_as_they_are_read() -> None:
    briefing = read_briefing(file_with(*SOUND).encode()).briefing
    assert briefing is not None
    again = read_briefing(write_briefing(briefing).encode()).briefing
    assert again is not None

    def plain(one: object) -> list[tuple[object, ...]]:
        sections = getattr(one, "sections")  # noqa: B009
        return [(r.kind, r.roles, r.basis, r.constant_prices) for r in sections[0].relations]

    assert plain(again) == plain(briefing)


def test_a_part_without_its_whole_makes_no_circle() -> None:
    assert codes(file_with("kind: part, part: two, share: share")) == []


SERIES = (
    METRICS
    + """\
      - id: income
        label: 收入
        unit: 人
        series:
          - {period: "2023", value: 1000, cite: 上年1000人}
          - {period: "2024", value: 1200, cite: 全年收入1200人}
"""
)


@pytest.mark.parametrize(
    "relation",
    [
        "kind: sum, total: income, parts: [one, two]",
        "kind: sum, total: income@2024, parts: [one, two]",
        "kind: change, level: income, base: income@2023, change: growth",
    ],
)
def test_a_series_is_named_by_its_period_or_stands_for_its_last_point(relation: str) -> None:
    briefing = read_briefing(file_with(relation, metrics=SERIES).encode()).briefing
    assert briefing is not None
    assert [one.agrees for one in prove(briefing).recomputed] == [True]
