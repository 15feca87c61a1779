"""Windows around quotes: few quotes and many are read to the same figures, at no greater cost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from viewer import quantities
from viewer.model import Metric, Passage, Place, Quantity, Section, Span
from viewer.pipeline import read
from viewer.proof import passages
from viewer.proof.matching import weigh
from viewer.proof.passages import Passages, place_in
from viewer.proof.values import Trial
from viewer.resources import bundled

Make = Callable[..., Metric]
MANY = 1_000_000
LINE = "，".join(f"第{n}类案件共{n * 7 + 1001}件" for n in range(400)) + "。"


def found(text: str, trial: Trial, quotes: int) -> Quantity | None:
    for window in Passages(text, "zh-CN", quotes).windows(trial.quotes[0]):
        trial = weigh(trial, window)
        if trial.quantity is not None:
            break
    return trial.quantity


@pytest.mark.parametrize("name", ["shandong-2020.yaml", "gallery.yaml"])
def test_every_figure_of_the_bundled_briefings_is_found_alike_among_few_quotes_and_many(
    name: str,
) -> None:
    briefing = read(bundled(name)).briefing
    assert briefing is not None
    for section in briefing.sections:
        text = section.passage.text
        for metric in section.metrics:
            for point in metric.points:
                if point.cite is None:
                    continue
                at = text.index(point.cite)
                trial = Trial(metric, point, (Span(at, at + len(point.cite)),))
                few = found(text, trial, 1)
                assert few is not None
                assert found(text, trial, MANY) == few


@pytest.mark.parametrize("text", [LINE, LINE.replace("，", "。\n")], ids=["a line", "lines"])
def test_quotes_as_many_as_clauses_are_read_by_reading_their_text_once(
    text: str,
    metric: Make,
    section: Callable[..., Section],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_so_far = 0
    scan = quantities.scan

    def counted(part: str, language: str) -> tuple[Quantity, ...]:
        nonlocal read_so_far
        read_so_far += len(part)
        return scan(part, language)

    monkeypatch.setattr(passages, "scan", counted)
    reader = Passages(text, "zh-CN", 400)
    for n in range(400):
        cite = f"共{n * 7 + 1001}件"
        at = text.index(cite)
        one = metric("m", str(n * 7 + 1001), "件", cite)
        trial = Trial(one, one.points[0], (Span(at, at + len(cite)),))
        windows = reader.windows(trial.quotes[0])
        assert weigh(trial, next(windows)).quantity is not None
    assert read_so_far < 1.4 * len(text)


def test_a_quote_in_a_long_stretch_without_a_clause_is_read_by_what_is_near_it(
    metric: Make,
) -> None:
    text = "字" * 50_000 + "共203个" + "字" * 50_000
    one = metric("m", "203", "个", "共203个")
    trial = Trial(one, one.points[0], (Span(50_000, 50_005),))
    quantity = found(text, trial, MANY)
    assert quantity is not None
    assert quantity.span == Span(50_001, 50_005)


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("\n甲", 1, (6, 3)), ("甲乙", 1, (5, 4)), ("甲\n乙丙", 3, (6, 4)), ("\n\n", 0, (5, 3))],
)
def test_a_place_of_the_passage_has_its_line_and_column_in_the_file(
    text: str, offset: int, place: tuple[int, int]
) -> None:
    section = Section("a", "甲", Passage(text), (), passage_place=Place(5, 3))
    assert place_in(section, offset) == Place(*place)


def test_a_number_among_many_lines_of_numbers_is_read_by_the_lines_near_it(metric: Make) -> None:
    """Each line may be the rest of the one before: no more are taken than a number breaks over."""
    lines = [str(1001 + 37 * n) for n in range(40)]
    text = "各组件数：\n" + "\n".join(lines) + "\n合计见附表。"
    one = metric("m", lines[20], "", lines[20])
    at = text.index(lines[20])
    quantity = found(text, Trial(one, one.points[0], (Span(at, at + 4),)), 1)
    assert quantity is not None
    assert quantity.span == Span(at, at + 4)
