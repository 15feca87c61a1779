"""What the back row reads: how large every text of the audience's picture is, and how well what
steps back is seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from tests.budget import some
from tests.pixels import colours
from viewer.chart import Form
from viewer.design import SERIES, contrast, is_quotation_parted, palette
from viewer.i18n import load
from viewer.model import Earlier, Kind, Passage, PlannedStep, Section, Standing, StepKind
from viewer.pipeline import Opened, open_briefing
from viewer.present.presentation_model import THEMES, Room, room_of
from viewer.present.slides import comparison, editions, figure, text_painting
from viewer.present.slides.chart_grid import ranked
from viewer.present.slides.charts import Charts, Setting
from viewer.present.slides.figure import FigurePane
from viewer.present.slides.number_head import LONE
from viewer.present.slides.number_painting import pieces_of, width_at
from viewer.present.slides.passage_painter import Column
from viewer.present.slides.slide_painter import HEIGHT, MARGIN, TYPE, TYPE_ALONE, Slide
from viewer.present.slides.type_sizes import TypeSizes
from viewer.rendering.charts.highlight import Highlight, drawn_colour, washed_out
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.resources import bundled
from viewer.talk import Shown
from viewer.talk.sentence import SMALLEST

FLOOR = 0.026
"""The least height of type, as a part of the picture's height."""
_TEXT = re.compile(
    r'transform="matrix\(([^,]+),|<text[^>]*font-size="([^"]+)"[^>]*>\s*([^<]*)</text>'
)


@cache
def opened_gallery() -> Opened:
    return open_briefing(Path(bundled("gallery.yaml")))


@pytest.fixture(scope="module")
def gallery(qapp: QApplication) -> Room:
    style = Style(load("zh_CN"), palette("light"), choose_faces())
    opened = opened_gallery()
    assert opened.briefing is not None
    return room_of(opened.briefing, opened.proof.figures, style)


@pytest.fixture(scope="module")
def rooms(gallery: Room) -> dict[str, Room]:
    opened = open_briefing(Path(bundled("shandong-2020.yaml")))
    assert opened.briefing is not None
    own = room_of(opened.briefing, opened.proof.figures, gallery.audience)
    return {"gallery": gallery, "bundled": own}


def heights(slide: Slide, shown: Shown) -> dict[str, float]:
    """The height of the type of every text in a picture, as a part of the picture's."""
    found: dict[str, float] = {}
    for text, height in texts_of(slide, shown):
        found[text] = min(found.get(text, 1.0), height)
    return found


def texts_of(slide: Slide, shown: Shown) -> list[tuple[str, float]]:
    """Every text that is painted in a picture, with the height of its type."""
    width, buffer = round(slide.width), QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(QSize(width, round(HEIGHT)))
    drawing.setViewBox(QRect(0, 0, width, round(HEIGHT)))
    painter = QPainter(drawing)
    slide.paint(painter, shown)
    painter.end()
    scale = 1.0
    found = []
    for matrix, size, text in _TEXT.findall(bytes(buffer.data().data()).decode()):
        if matrix:
            scale = float(matrix)
        elif text.strip():
            found.append((text, float(size) * scale / HEIGHT))
    return found


@pytest.mark.parametrize("shape", [16 / 9, 4 / 3])
def test_no_text_of_a_picture_is_smaller_than_the_back_row_reads(
    gallery: Room, shape: float
) -> None:
    slide = Slide(gallery, HEIGHT * shape)
    beats = gallery.talk.beats
    places = some([*beats, *(one + 1 for one in beats[3:-1])], 14)
    seen = 0
    for place in places:
        for text, height in heights(slide, Shown(place)).items():
            assert height >= FLOOR, (place, text)
            seen += 1
    assert seen > 5 * len(places)


def said_of(slide: Slide, key: str) -> list[str]:
    """Texts of the picture of a figure that hold the number which is large there."""
    place = next(at for at, step in enumerate(slide.room.talk.steps) if step.key == key)
    number = slide.room.figure_of(slide.room.talk.steps[place]).number
    return [text for text, _ in texts_of(slide, Shown(place)) if number in text]


def test_the_lit_point_of_a_line_is_labelled_once_where_its_chart_labels_it_or_not(
    gallery: Room,
) -> None:
    slide = Slide(gallery, HEIGHT * 16 / 10)
    end, beside = (said_of(slide, f"monthly@{month}月") for month in (1, 7))
    assert len(beside) == len(end)


def test_the_lit_column_is_labelled_where_its_chart_has_no_room_for_all_of_them(
    gallery: Room,
) -> None:
    slide = Slide(gallery, HEIGHT * 4 / 3)
    for place, step in enumerate(gallery.talk.steps):
        if step.metric is not None and step.metric.id == "funds" and step.point is not None:
            larger = slide.types.of(Shown(place, size=5))
            labels = {text for text, _ in larger.in_chart if "万元" in text}
            assert len(labels) < 5
            assert gallery.figure_of(step).whole.replace(" ", "") in labels


def test_words_of_one_line_below_a_chart_hold_the_clause_of_the_figure(gallery: Room) -> None:
    slide, canvas = Slide(gallery, HEIGHT * 16 / 9), TypeSizes()
    said = []
    for place, step in enumerate(gallery.talk.steps):
        if step.metric is not None and step.metric.id in ("lent-plan", "lent-forecast"):
            strip = slide.paint(canvas, Shown(place)).strip
            assert strip is not None and step.said is not None
            seen = strip.column.seen(step.said)
            said.append(seen.of(gallery.talk.parts[step.part].section.passage.text))
    canvas.end()
    assert any("下一年计划外借" in one for one in said)
    assert "预计第三年外借 51 万册。" in said


def test_the_highest_point_of_a_line_is_seen_whole(gallery: Room) -> None:
    scene = next(
        scene for scene in gallery.scenes["notation"] if "users-forecast@2026" in scene.by_key
    )
    canvas = QImage(1800, 900, QImage.Format.Format_RGB32)
    page = QColor(gallery.audience.palette.page)
    canvas.fill(page)
    painter = QPainter(canvas)
    setting = Setting(QSizeF(1700, 760), 12, "stage", 2.8)
    placed, target = Charts(gallery.audience).paint(painter, QPointF(50, 100), scene, None, setting)
    painter.end()
    scale = target.width() / placed.width
    highest = min(placed.dots, key=lambda dot: dot.y)
    middle = target.left() + highest.x * scale
    top = target.top() + (highest.y - 2.05 * placed.stroke) * scale
    assert top < target.top()
    box = QRect(round(middle) - 10, round(top) - 2, 20, 4)
    inked = [
        (x, y)
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
        if canvas.pixelColor(x, y) != page
    ]
    assert inked


@pytest.mark.parametrize("shape", [16 / 9, 16 / 10])
def test_a_number_with_a_long_label_is_still_the_largest(gallery: Room, shape: float) -> None:
    slide, long_ = Slide(gallery, HEIGHT * shape), 24
    steps = enumerate(gallery.talk.steps)
    places = [at for at, one in steps if one.metric and len(one.metric.label) > long_]
    assert places
    for place in places:
        sizes = heights(slide, Shown(place))
        number = gallery.figure_of(gallery.talk.steps[place]).number
        assert sizes.pop(number) > 2 * max(sizes.values())


def test_larger_type_enlarges_what_is_smallest(gallery: Room) -> None:
    slide = Slide(gallery, HEIGHT * 16 / 9)
    plain, larger = (heights(slide, Shown(2, size=size)) for size in (0, 3))
    assert min(larger.values()) > 1.2 * min(plain.values())


@pytest.mark.parametrize("shape", [16 / 9, 4 / 3])
def test_no_text_of_a_page_or_a_comparison_is_smaller_either(gallery: Room, shape: float) -> None:
    facts = [step for step in gallery.talk.steps if step.metric and step.point]
    aimed = [step for step in facts if step.metric.standing_at(step.point) is Standing.TARGET]
    pair = tuple(step.metric.id for step in (facts[0], facts[1]))
    goal = tuple(step.metric.id for step in (facts[0], aimed[0]))
    section = gallery.talk.parts[1].section.id
    plan = (
        PlannedStep(StepKind.AGENDA),
        PlannedStep(StepKind.COMPARE, figures=pair),
        PlannedStep(StepKind.TARGET, figures=goal),
        PlannedStep(StepKind.TEXT, section=section),
        PlannedStep(StepKind.SECTION, section=section),
    )
    briefing = replace(gallery.talk.briefing, talk=plan)
    room = room_of(briefing, opened_gallery().proof.figures, gallery.audience)
    slide = Slide(room, HEIGHT * shape)
    kinds = {step.kind for step in room.talk.steps}
    assert kinds >= {one.kind for one in plan}
    for place in range(len(plan)):
        for text, height in heights(slide, Shown(place)).items():
            assert height >= FLOOR, (place, text)


def baselines_of(painting: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Where the last of the lines stand that a module puts, in the order in which it puts them."""
    baselines: list[float] = []

    def draw_lines(painter: QPainter, at: QPointF, lines: Sequence[str], *how: Any) -> float:
        after = text_painting.draw_lines(painter, at, lines, *how)
        if not isinstance(painter, TypeSizes):
            baselines.append(after - text_painting.line_step(how[0]))
        return after

    monkeypatch.setattr(painting, "draw_lines", draw_lines)
    return baselines


@pytest.mark.parametrize("shape", [16 / 9, 4 / 3])
def test_two_editions_are_read_from_the_back_and_their_rows_stay_apart(
    gallery: Room, shape: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    baselines = baselines_of(editions, monkeypatch)
    facts = [step for step in gallery.talk.steps if step.metric and step.point and step.said][:3]
    earlier = [
        Earlier(step.point.key, gallery.talk.parts[step.part].section, step.metric, step.point)
        for step in facts
        if step.point and step.metric
    ]
    plan = (PlannedStep(StepKind.EDITION),)
    briefing = replace(gallery.talk.briefing, talk=plan, earlier=tuple(earlier))
    room = room_of(briefing, opened_gallery().proof.figures, gallery.audience)
    slide = Slide(room, HEIGHT * shape)
    plain = heights(slide, Shown(0))
    assert min(plain.values()) >= FLOOR
    baselines.clear()
    larger = heights(slide, Shown(0, size=4))
    assert min(larger.values()) >= FLOOR
    # type is set in whole pixels: what keeps its size may be half a one smaller
    assert all(larger[text] >= 0.98 * plain[text] for text in plain.keys() & larger.keys())
    assert baselines == sorted(baselines)


def test_values_of_two_editions_without_bars_stand_large_beside_each_other(gallery: Room) -> None:
    steps = [one for one in gallery.talk.steps if one.metric and one.point and one.said]
    changes = [one for one in steps if one.metric.kind is Kind.CHANGE]
    counts = [one for one in steps if one.metric.kind is Kind.COUNT]
    sizes = []
    for step in (changes[0], counts[0]):
        section = gallery.talk.parts[step.part].section
        earlier = Earlier(step.point.key, section, step.metric, step.point)
        plan = (PlannedStep(StepKind.EDITION),)
        briefing = replace(gallery.talk.briefing, talk=plan, earlier=(earlier,))
        room = room_of(briefing, opened_gallery().proof.figures, gallery.audience)
        words = room.audience.words
        found = texts_of(Slide(room, HEIGHT * 16 / 9), Shown(0))
        at = {text: number for number, (text, _) in enumerate(found)}
        value = at[words("edition.then")] - 1
        sizes.append(found[value][1] * HEIGHT)
    assert sizes[0] > 1.5 * sizes[1]


@pytest.mark.parametrize("shape", [16 / 9, 4 / 3])
def test_larger_type_overlaps_nothing_of_a_target_and_cuts_no_agenda(
    gallery: Room, shape: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    baselines = baselines_of(comparison, monkeypatch)
    plan = (
        PlannedStep(StepKind.TARGET, figures=("mended", "mended-target")),
        PlannedStep(StepKind.AGENDA),
        PlannedStep(StepKind.SECTION, section="then-and-now"),
    )
    briefing = replace(gallery.talk.briefing, talk=plan)
    room = room_of(briefing, opened_gallery().proof.figures, gallery.audience)
    slide = Slide(room, HEIGHT * shape)
    titles = {part.section.title for part in room.talk.agenda}
    assert titles <= heights(slide, Shown(1, size=4)).keys()
    area = QRectF(0, 0, 1100, 560)
    image = QImage(1100, 560, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    comparison.paint_comparison(painter, area, room, room.talk.steps[0], FigurePane(room))
    painter.end()
    *sides, result = baselines
    assert max(sides) < comparison.BARS * area.height() < result < area.bottom()


def lit_bars(slide: Slide, shown: Shown) -> int:
    """How many bars of a picture, half as wide as it or more, have the colour of what is lit."""
    image = QImage(round(slide.width), round(HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    slide.paint(painter, shown)
    painter.end()
    lit_up, points = QColor(slide.room.audience.palette.selected).rgb(), colours(image)
    starts = range(0, len(points), 4 * image.width())
    rows = (points[start : start + image.width() : 8] for start in starts)
    lit = "".join("x" if 2 * row.count(lit_up) > len(row) else " " for row in rows)
    return sum(len(bar) > 2 for bar in lit.split())  # the edge of a ring is no bar


def test_a_bar_alone_has_no_ring_around_the_words_that_stand_above_it(
    rooms: dict[str, Room],
) -> None:
    room = rooms["bundled"]
    place = next(at for at, step in enumerate(room.talk.steps) if step.key == "video-rate")
    slide = Slide(room, HEIGHT * 16 / 9)
    image = QImage(round(slide.width), round(HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    slide.paint(painter, Shown(place))
    painter.end()
    lit = QColor(room.audience.palette.selected)
    margin = [image.pixelColor(x, y) for x in range(40, 70, 2) for y in range(0, 1080, 4)]
    assert lit not in margin


@pytest.mark.parametrize(
    ("figures", "bars"),
    [(("stories", "clubs"), 2), (("buying", "spent"), 1)],
    ids=["two of the four bars of a chart", "side by side, of two sections"],
)
def test_both_figures_of_a_comparison_are_lit_as_marks(
    gallery: Room, figures: tuple[str, str], bars: int
) -> None:
    plan = (PlannedStep(StepKind.COMPARE, figures=figures),)
    briefing = replace(gallery.talk.briefing, talk=plan)
    room = room_of(briefing, opened_gallery().proof.figures, gallery.audience)
    slide = Slide(room, HEIGHT * 16 / 9)
    assert lit_bars(slide, Shown(0)) == bars
    assert any("推算" in text for text in heights(slide, Shown(0)))


def single_texts(slide: Slide, shown: Shown) -> dict[str, float]:
    """The texts that a picture shows once, by themselves or in another one, with their height."""
    found = texts_of(slide, shown)
    every = "\n".join(text for text, _ in found)
    return {text: height for text, height in found if every.count(text) == 1}


SHAPES = [16 / 9, 16 / 10, 4 / 3]


@pytest.fixture(scope="module", params=SHAPES)
def slides(rooms: dict[str, Room], request: pytest.FixtureRequest) -> list[Slide]:
    """What paints the talks on a screen of each shape."""
    return [Slide(room, HEIGHT * request.param) for room in rooms.values()]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["gallery", "bundled"])
def test_larger_type_makes_nothing_smaller_and_nearly_every_picture_larger(
    rooms: dict[str, Room], name: str, shape: float
) -> None:
    slide, smaller, grown = Slide(rooms[name], HEIGHT * shape), [], []
    places = some(range(len(rooms[name].talk.steps)), 5)
    for place in places:
        plain = single_texts(slide, Shown(place))
        for size in some((6, 3, 1), 2):
            larger = single_texts(slide, Shown(place, size=size))
            both = plain.keys() & larger.keys()
            # type is set in whole pixels: what keeps its size may be half a one smaller
            smaller += [(place, size, text) for text in both if larger[text] < 0.98 * plain[text]]
            grown.append(any(larger[text] > 1.05 * plain[text] for text in both))
    assert smaller == []
    assert sum(grown) >= 0.9 * len(grown)


def test_the_figures_of_a_section_with_long_labels_grow(gallery: Room) -> None:
    place = next(p.first for p in gallery.talk.parts if p.section.id == "labels")
    for shape in SHAPES:
        assert Slide(gallery, HEIGHT * shape).types.fitted(Shown(place, size=3)).shown.size > 0


@pytest.mark.parametrize("name", ["gallery", "bundled"])
def test_the_finding_of_a_chart_is_the_largest_of_its_words(
    slides: Sequence[Slide], name: str
) -> None:
    slide = slides[name == "bundled"]
    talk = slide.room.talk
    beats = [place for place in talk.beats if talk.steps[place].kind is StepKind.CHART]
    for place in some(beats, 6):
        scene = slide.room.scene_of(talk.steps[place])
        assert scene is not None
        noted = slide.types.of(Shown(place))
        said = scene.title.replace(" ", "").replace("·", "")
        title = max(high for text, high in noted.texts if text in said)
        assert title > max((high for _, high in noted.in_chart), default=0.0), scene.title


def test_a_chart_of_two_bars_takes_the_room_that_its_words_leave(gallery: Room) -> None:
    talk = gallery.talk
    pairs = [
        place
        for place in talk.beats
        if talk.steps[place].kind is StepKind.CHART
        and (scene := gallery.scene_of(talk.steps[place])) is not None
        and len(scene.marks) == 2
    ]
    assert len(pairs) > 3
    for shape in SHAPES:
        slide, noted = Slide(gallery, HEIGHT * shape), TypeSizes()
        lowest = [slide.paint(noted, Shown(place)).chart.bottom() for place in pairs]
        noted.end()
        assert min(lowest) > 0.75 * HEIGHT


def test_a_figure_without_words_fills_the_picture(gallery: Room) -> None:
    place = next(
        at
        for at, step in enumerate(gallery.talk.steps)
        if step.metric and step.point and step.point.origin and not step.chart
    )
    for shape in SHAPES:
        slide = Slide(gallery, HEIGHT * shape)
        largest = max(high for _, high in slide.types.of(Shown(place)).texts)
        assert largest > LONE[0]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_title_of_the_opening_page_keeps_a_quotation_in_one_line(
    rooms: dict[str, Room], shape: float
) -> None:
    noted = Slide(rooms["bundled"], HEIGHT * shape).types.of(Shown(0))
    title = rooms["bundled"].talk.briefing.title
    lines = [text for text, _ in noted.texts if text in title]
    assert "".join(lines) == title
    assert not is_quotation_parted(lines)


def test_the_passage_gives_way_to_larger_type(gallery: Room) -> None:
    slide = Slide(gallery, HEIGHT * 16 / 9)
    place = next(
        at
        for at, step in enumerate(gallery.talk.steps)
        if step.metric and step.metric.id == "new-books"
    )
    plain, larger = (slide.types.of(Shown(place, size=size)) for size in (0, 3))
    assert larger.passage > 1.2 * plain.passage
    assert larger.keeps(plain)


def test_no_text_stands_on_another_in_plain_type_and_in_larger(
    slides: Sequence[Slide],
) -> None:
    for slide in slides:
        room = slide.room
        for place in some(room.talk.beats, 6):
            sizes = (0, *some((6, 3, 1), 1))
            assert not any(slide.types.of(Shown(place, size=size)).overlaps for size in sizes)


@pytest.mark.parametrize("size", [0, 3, 6])
def test_the_line_below_the_title_of_a_chart_keeps_its_distance_in_larger_type(
    rooms: dict[str, Room], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    baselines = baselines_of(figure, monkeypatch)
    room = rooms["bundled"]
    slide = Slide(room, HEIGHT * 16 / 9)
    charts = [at for at, step in enumerate(room.talk.steps) if step.kind is StepKind.CHART]
    for place in charts:
        baselines.clear()
        heights(slide, Shown(place, size=size))
        title, below, *_ = baselines
        assert below - title >= 1.4 * text_painting.SMALL


def test_larger_type_drops_no_figure_from_the_page_of_a_section(
    slides: Sequence[Slide],
) -> None:
    for slide in slides:
        room = slide.room
        pages = [at for at, step in enumerate(room.talk.steps) if step.kind is StepKind.SECTION]
        for place in some(pages, 2):
            seen = heights(slide, Shown(place))
            figures = (room.figure_of(one).number for one in room.talk.part_at(place).figures)
            numbers = [number for number in figures if number in seen]
            assert numbers
            for size in some((6, 3), 1):
                assert {*numbers} <= heights(slide, Shown(place, size=size)).keys()


def test_all_charts_of_a_section_at_once_are_read_from_the_back_or_told_how_many_they_are(
    slides: Sequence[Slide],
) -> None:
    fewer = 0
    for slide in slides:
        room = slide.room
        for part in room.talk.agenda:
            scenes = room.scenes[part.section.id]
            if room.talk.steps[part.first].kind is not StepKind.SECTION or len(scenes) < 2:
                continue
            seen = heights(slide, Shown(part.first, zoomed=True))
            assert min(seen.values()) >= FLOOR, part.section.title
            words = slide.room.audience.words
            told = {
                words("present.some-charts", shown=shown, count=len(scenes)): shown
                for shown in range(1, len(scenes))
            }
            shown = next((told[text] for text in told if text in seen), len(scenes))
            assert shown > 1
            fewer += shown < len(scenes)
    assert fewer


def test_the_chart_with_the_finding_comes_first_and_numbers_without_a_chart_last(
    gallery: Room,
) -> None:
    for scenes in gallery.scenes.values():
        kinds = [(one.form is Form.CARDS, not one.finding) for one in ranked(scenes, ())]
        assert kinds == sorted(kinds)
    scenes = next(scenes for scenes in gallery.scenes.values() if len(scenes) > 2)
    last = scenes[-1]
    key = next(iter(last.by_key))
    if last.form is not Form.CARDS:
        assert ranked(scenes, [key])[0] is last


def test_a_chart_alone_is_no_smaller_than_beside_its_number(
    slides: Sequence[Slide],
) -> None:
    for slide in slides:
        room = slide.room
        places = [at for at, step in enumerate(room.talk.steps) if step.point is not None]
        for place in some(places, 3):
            for size in some((0, 4), 1):
                beside, alone = (
                    dict(slide.types.of(Shown(place, size=size, zoomed=zoomed)).in_chart)
                    for zoomed in (False, True)
                )
                for text in beside.keys() & alone.keys():
                    assert alone[text] >= 0.98 * beside[text], (place, size, text)


def test_a_number_without_a_chart_fills_the_picture_that_it_has_to_itself(
    slides: Sequence[Slide],
) -> None:
    for slide in slides:
        room, pane = slide.room, FigurePane(slide.room)
        steps = room.talk.steps
        places = [at for at, one in enumerate(steps) if one.key and not pane.shows_chart(one)]
        for place in some(places, 4):
            figure_ = room.figure_of(steps[place])
            beside, alone = (
                heights(slide, Shown(place, zoomed=zoomed)) for zoomed in (False, True)
            )
            for text in beside.keys() & alone.keys():
                assert alone[text] >= beside[text], (place, text)
            size = alone[figure_.number] * HEIGHT
            wide = width_at(pieces_of(figure_), size, room.audience)
            assert size >= HEIGHT / 2 or wide >= 0.9 * (slide.width - 2 * MARGIN), place


def test_the_words_of_the_passage_are_no_smaller() -> None:
    assert min(TYPE, TYPE_ALONE, SMALLEST) >= FLOOR * HEIGHT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", SERIES)
def test_a_mark_that_steps_back_is_seen_in_the_dark_and_in_a_lit_room(
    theme: str, role: object
) -> None:
    colours = palette(theme)
    back = drawn_colour(colours, role, "one", Highlight(selected="other"))  # type: ignore[arg-type]
    assert contrast(back, colours.page) >= 3.0
    assert washed_out(back, colours.page) >= 2.0
    assert back not in (colours.of(role), colours.selected)  # type: ignore[arg-type]


def test_a_bright_room_takes_contrast_away() -> None:
    assert washed_out("#ffffff", "#000000") == pytest.approx(1.15 / 0.15)


def test_no_figure_of_a_passage_is_parted_from_its_unit_or_stretched(gallery: Room) -> None:
    columns: dict[tuple[str, int], Column] = {}
    for step in gallery.talk.steps:
        section = gallery.talk.parts[step.part].section
        if step.said is None:
            continue
        widths = set()
        for width in (1776, 1296, 700):
            key = section.id, width
            if key not in columns:
                columns[key] = Column(section, gallery.audience, 40, QSizeF(width, 400))
            (rect,) = columns[key].figure_rects(step.said)
            widths.add(round(rect.width()))
        assert max(widths) - min(widths) <= 3, step.key


def test_a_line_with_too_much_to_spare_is_left_short(gallery: Room) -> None:
    section = Section("s", "t", Passage("办理" + "甲乙" * 3 + "12345678 万公里，" * 3))
    column = Column(section, gallery.audience, 40, QSizeF(600, 400))
    lines = column._setter.lines(column._blocks[0].setting)
    shaped = column._setter.line(column._blocks[0].setting, 0)
    assert len(lines) > 2
    assert shaped.x(len(shaped.stops) - 1) < 600 - 40
