"""Every surface says the same of a figure: its sign, its bound, its standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples, some
from tests.export.marks_readback import (
    NativeMark,
    Shape,
    marks_in_pptx,
    shapes_in_svg,
    spoken_in_svg,
    svg_of,
    way_of,
)
from tests.export.readback import (
    Stated,
    deck_of,
    page_of,
    shown_in_html,
    shown_in_markdown,
    shown_in_pptx,
    shown_in_svg,
    stated_in_csv,
    stated_in_json,
    stated_in_xlsx,
    tight,
    voiced_in_html,
)
from viewer.chart import Form, Mark, MarkRole, Scene
from viewer.export.context import Takeaway, takeaway_of
from viewer.export.pptx.charts import has_native
from viewer.export.rows import rows_of
from viewer.export.scenes import scenes_of
from viewer.i18n import load
from viewer.i18n.content_language import own_words
from viewer.model import Qualifier, Standing
from viewer.pipeline import open_briefing
from viewer.talk import talk_of, written

DATA = Path(__file__).resolve().parents[2] / "data"
WORDS = load("zh_CN")
BOUNDS = {
    Qualifier.EXACT: "",
    Qualifier.AT_LEAST: "超过",
    Qualifier.AT_MOST: "不超过",
    Qualifier.APPROX: "约",
}
WAYS = {"上升": 1, "增长": 1, "下降": -1, "减少": -1}
QUALIFIERS = {"exact": "准确", "at_least": "至少", "at_most": "至多", "approx": "约"}
STANDINGS = {"fact": "事实", "target": "目标", "plan": "计划", "forecast": "预计"}


@dataclass(frozen=True)
class Meant:
    """A figure as a report means it: a change with its way, or a level without one."""

    size: Decimal
    way: str
    bound: Qualifier
    standing: Standing

    @property
    def value(self) -> Decimal:
        return self.size * WAYS.get(self.way, 1)

    @property
    def whole(self) -> Decimal:
        """The size as a number of things."""
        return max(Decimal(1), self.size.quantize(Decimal(1)))

    def sentence(self, name: str) -> str:
        unit = "%" if self.way else "个"
        return (
            f"{name}同比{self.way}{BOUNDS[self.bound]}{self.size}{unit}"
            if self.way
            else (f"{name}有{BOUNDS[self.bound]}{self.size}{unit}")
        )


MEANT = st.builds(
    Meant,
    st.integers(2, 9999).map(lambda n: Decimal(n) / 10 if n % 10 else Decimal(n // 10)),
    st.sampled_from([*WAYS, ""]),
    st.sampled_from(list(BOUNDS)),
    st.sampled_from(list(Standing)),
)
NAMES = ("甲镇产值", "乙镇投资", "丙镇客流", "丁镇税收", "戊镇用电", "己镇产量")


def takeaway_of_meant(meant: list[Meant], folder: Path) -> Takeaway:
    """A file of one section, proven; the standings are put in afterwards."""
    whole = [replace(m, size=m.whole) if not m.way else m for m in meant]
    lines = ["briefing: 1", "title: 各镇", "sections:", "  - id: s", "    title: 各镇"]
    passage = "。\n\n      ".join(m.sentence(n) for m, n in zip(whole, NAMES, strict=False))
    lines += ["    passage: |", f"      {passage}。", "    metrics:"]
    for number, (one, name) in enumerate(zip(whole, NAMES, strict=False)):
        kind = "kind: change, versus: 上年, " if one.way else ""
        lines.append(
            f"      - {{id: m{number}, label: {name}, value: {one.size},"
            f' unit: "{"%" if one.way else "个"}", {kind}qualifier: {one.bound.value},'
            f" cite: {one.sentence(name)}}}"
        )
    drawn = []
    for kind, changes in (("change", True), ("bar", False)):
        named = [f"m{number}" for number, one in enumerate(whole) if bool(one.way) is changes]
        if len(named) > 1:
            drawn.append(f"      - {{title: {kind}, kind: {kind}, metrics: [{', '.join(named)}]}}")
    lines += ["    charts:", *drawn] if drawn else []
    file = folder / "meant.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    made = takeaway_of(open_briefing(file), WORDS, {"SOURCE_DATE_EPOCH": "0"})
    (section,) = made.briefing.sections
    metrics = tuple(
        replace(metric, standing=one.standing)
        for metric, one in zip(section.metrics, whole, strict=True)
    )
    return replace(
        made, briefing=replace(made.briefing, sections=(replace(section, metrics=metrics),))
    )


@given(st.lists(MEANT, min_size=1, max_size=len(NAMES)))
@examples(4, deep=40)
def test_what_a_report_means_is_what_every_export_states(
    tmp_path: Path, meant: list[Meant]
) -> None:
    takeaway = takeaway_of_meant(meant, tmp_path)
    assert len(takeaway.figures) == len(meant)
    for number, one in enumerate(meant):
        value = one.value if one.way else one.whole
        change = value if one.way else None
        right = Stated(value, change, one.bound.value, one.standing.value)
        words = replace(
            right,
            qualifier=QUALIFIERS[one.bound.value],
            standing=STANDINGS[one.standing.value],
        )
        assert stated_in_json(takeaway)[f"m{number}"] == right
        assert stated_in_csv(takeaway)[f"m{number}"] == words
        assert stated_in_xlsx(takeaway)[f"m{number}"] == words
    same_on_every_surface(takeaway)
    for row, one in zip(sorted(rows_of(takeaway), key=lambda row: row.key), meant, strict=True):
        signed = {-1: ("−", "降"), 1: ("+", "升", "增")}[WAYS[one.way]] if one.way else ()
        assert not signed or any(sign in row.as_written for sign in signed)
        assert (STANDINGS[one.standing.value] in row.shown) == (one.standing is not Standing.FACT)


@pytest.mark.parametrize("name", ["shandong-2020.yaml", "gallery.yaml"])
def test_the_bundled_files_say_the_same_on_every_surface(name: str) -> None:
    same_on_every_surface(takeaway_of(open_briefing(DATA / name), WORDS, {}))


def test_a_cell_whose_header_has_the_scale_is_said_in_its_whole_size_everywhere(
    tmp_path: Path,
) -> None:
    file = tmp_path / "table.yaml"
    file.write_text(
        "briefing: 1\ntitle: 收支\nsections:\n  - id: s\n    title: 收支\n    passage: |\n"
        "      项目\t金额（亿元）\n\n      预算收入\t1234.5\n\n      税收\t987\n\n"
        "      另有约1200余个网点。\n"
        "    metrics:\n"
        "      - {id: all, label: 预算收入, value: 1234.5亿, unit: 元, cite: 1234.5}\n"
        "      - {id: tax, label: 税收, value: 987亿, unit: 元, cite: 987}\n"
        "      - {id: posts, label: 网点, value: 1200, unit: 个, qualifier: approx,"
        " cite: 约1200余个网点}\n",
        encoding="utf-8",
    )
    takeaway = takeaway_of(open_briefing(file), WORDS, {})
    assert len(takeaway.figures) == 3
    same_on_every_surface(takeaway)
    assert [tight(said) for _, said in sorted(_talk(takeaway))] == [
        "1234.5亿元",
        "约1200余个",
        "987亿元",
    ]


@pytest.mark.parametrize(
    ("way", "standing"), some(list(product(["下降", "增长", ""], Standing)), 4)
)
def test_falls_bounds_and_standings_together_say_the_same_on_every_surface(
    tmp_path: Path, standing: Standing, way: str
) -> None:
    meant = [Meant(Decimal(40 + n), way, bound, standing) for n, bound in enumerate(Qualifier)]
    same_on_every_surface(takeaway_of_meant(meant, tmp_path))


def test_the_points_of_a_series_state_their_own_sign_and_standing_everywhere(
    tmp_path: Path,
) -> None:
    points = [
        ("2022年", "-3.5", "fact", "下降3.5%"),
        ("2023年", "4.2", "fact", "增长4.2%"),
        ("2024年", "-1.5", "forecast", "预计下降1.5%"),
        ("2025年", "6", "target", "力争增长6%"),
    ]
    rows = "\n".join(
        f"          - {{period: {period}, value: {value.lstrip('-')}, cite: 客流{period}{said}"
        f"{'' if standing == 'fact' else ', standing: ' + standing}}}"
        for period, value, standing, said in points
    )
    file = tmp_path / "series.yaml"
    file.write_text(
        "briefing: 1\ntitle: 客流\nsections:\n  - id: s\n    title: 客流\n    passage: |\n      "
        + "，".join(f"客流{period}{said}" for period, _, _, said in points)
        + "。\n    metrics:\n      - id: m\n        label: 客流\n        unit: '%'\n"
        f"        kind: change\n        versus: 上年\n        series:\n{rows}\n"
        "    charts:\n      - {title: 客流, kind: column, metrics: [m]}\n",
        encoding="utf-8",
    )
    takeaway = takeaway_of(open_briefing(file), WORDS, {})
    assert len(takeaway.figures) == len(points)
    same_on_every_surface(takeaway)
    stated = stated_in_json(takeaway), stated_in_csv(takeaway), stated_in_xlsx(takeaway)
    for period, value, standing, _ in points:
        data, *tables = (one[f"m@{period}"] for one in stated)
        right = Stated(Decimal(value), Decimal(value), "exact", standing)
        assert data == right
        for one in tables:
            assert one == replace(right, qualifier="准确", standing=STANDINGS[standing])
    charted = {one.category: Decimal(str(one.value)) for one in marks_in_pptx(deck_of(takeaway))}
    times = 100 if abs(charted["2025年"]) < 1 else 1
    assert {period: charted[period] * times for period, *_ in points} == {
        period: Decimal(value) for period, value, *_ in points
    }


def same_on_every_surface(takeaway: Takeaway) -> None:
    text, svg, talk = (
        shown_in_markdown(takeaway),
        shown_in_svg(takeaway),
        dict(_talk(takeaway)),
    )
    whole_page, deck = page_of(takeaway), deck_of(takeaway)
    page, voiced = shown_in_html(takeaway, whole_page), voiced_in_html(takeaway, whole_page)
    slides, numbers = shown_in_pptx(deck), marks_in_pptx(deck)
    by_key = {row.key: row for row in rows_of(takeaway)}
    for key, row in by_key.items():
        assert tight(page[key]) == tight(text[key]) == tight(row.shown)
        assert tight(row.as_written) in tight(page[key])
        assert row.remark in page[key]
        assert tight(talk[key]) == tight(row.as_written)
    for section in takeaway.briefing.sections:
        for scene in scenes_of(takeaway, section):
            if scene.axis.periods:
                drawn_strictly(scene, takeaway)
            for key, mark in scene.by_key.items():
                label = tight(mark.as_written)
                assert any(label in tight(name) for name in voiced[key])
                charted_strictly(scene, mark, numbers)
                if scene.axis.periods:  # not every point of a line has room for its label
                    continue
                remark = tight(mark.remark)
                assert tight(mark.drawn(headed=True)) in svg[key]
                assert tight(mark.unit) in svg[key]
                assert remark in svg[key]
                assert any(label in said for said in slides)
                assert not remark or any(remark in said for said in slides)
                row = by_key.get(key)
                if row and mark.computed is None and " / " not in mark.as_written:
                    assert label == tight(row.as_written)


def drawn_strictly(scene: Scene, takeaway: Takeaway) -> None:
    """The picture of a chart over periods: the end of each mark lies where its signed value is,
    its body has the treatment of its standing, its arrow leads the way of its bound, and its
    words say all that to who cannot see it."""
    drawn = svg_of(takeaway, scene)
    shapes, spoken = shapes_in_svg(drawn), spoken_in_svg(drawn)
    marks = [mark for mark in scene.marks if mark.end is not None]
    for mark in marks:
        shape = shapes[mark.key]
        assert shape.treatment is mark.treatment
        assert shape.arrow == way_of(mark.ending, mark.end or Decimal(0))
        number = re.sub(r"[+−](?=\d)", "", tight(mark.as_written))
        heard = [one for one in re.split("[；。]", spoken) if tight(f"{mark.period}：") in one]
        assert any(number in one and _standing_of(mark) in one for one in heard)
    for row in range(len(scene.axis.lines)):
        ends = sorted((mark.end, mark.key) for mark in marks if mark.row == row and mark.end)
        heights = [_end_of(shapes[key], end) for end, key in ends]
        steps = [
            (high - low) / float(more - less)
            for (low, high), ((less, _), (more, _)) in zip(
                pairwise(heights), pairwise(ends), strict=True
            )
            if more != less
        ]
        assert not steps or max(steps) - min(steps) < 0.05 * max(steps)


def _standing_of(mark: Mark) -> str:
    return "" if mark.standing is Standing.FACT else STANDINGS[mark.standing.value]


def _end_of(shape: Shape, value: Decimal) -> float:
    """A column ends away from zero."""
    return max(shape.end) if value > 0 else min(shape.end)


def charted_strictly(scene: Scene, mark: Mark, numbers: list[NativeMark]) -> None:
    """The native marks of a figure: number, label, treatment and arrow."""
    name, period = tight(mark.label), tight(mark.period)
    over_time = bool(scene.axis.periods)
    mine = [
        one
        for one in numbers
        if (
            one.category == period and one.series == name
            if over_time
            else name in (one.category, one.series)
        )
    ]
    if has_native(scene) and mark.place is not MarkRole.WHOLE:
        assert any(_is_native(one, mark, scene) for one in mine), (mark, mine)


def _is_native(one: NativeMark, mark: Mark, scene: Scene) -> bool:
    """Whether a native mark says the same as a mark: the number of its sheet (in parts of its
    track, or in a power of ten), its label if it has one, its treatment and its arrow."""
    end = mark.end or Decimal(0)
    length = end - (mark.start or 0)
    if scene.form is Form.SHARE and mark.track:
        right = abs(Decimal(one.value) - end / mark.track) < Decimal("1e-9")
    else:
        scale = length / Decimal(repr(one.value)) if one.value else Decimal(1)
        right = scale > 0 and scale.log10() % 1 == 0
    said = all(tight(part) in one.label for part in (mark.as_written, mark.remark))
    return (
        right
        and (said or bool(scene.axis.periods and not one.label))
        and one.treatment is mark.treatment
        and one.arrow == (0 if scene.form is Form.PARTS else way_of(mark.ending, end))
    )


def _talk(takeaway: Takeaway) -> Iterator[tuple[str, str]]:
    """The big number of each step of the talk."""
    sections = {section.id: section for section in takeaway.briefing.sections}
    talk = talk_of(takeaway.briefing, takeaway.figures)
    for step in talk.steps:
        if step.point is not None:
            section = sections[talk.parts[step.part].section.id]
            words = own_words(section, takeaway.briefing, takeaway.words)
            yield step.point.key, written(talk, step, words).whole
