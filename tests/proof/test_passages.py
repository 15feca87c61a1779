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
Scan = Callable[[str, str], tuple[Quantity, ...]]
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


@pytest.fixture
def parts_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts of passages that are scanned, as they are."""
    read_so_far: list[str] = []

    def noted(scan: Scan) -> Scan:
        def note(part: str, language: str) -> tuple[Quantity, ...]:
            read_so_far.append(part)
            return scan(part, language)

        return note

    for name in ("scan", "scan_as"):
        monkeypatch.setattr(passages, name, noted(getattr(quantities, name)))
    return read_so_far


@pytest.mark.parametrize("text", [LINE, LINE.replace("，", "。\n")], ids=["a line", "lines"])
def test_quotes_as_many_as_clauses_are_read_by_reading_their_text_once(
    text: str, metric: Make, parts_read: list[str]
) -> None:
    reader = Passages(text, "zh-CN", 400)
    for n in range(400):
        cite = f"共{n * 7 + 1001}件"
        at = text.index(cite)
        one = metric("m", str(n * 7 + 1001), "件", cite)
        trial = Trial(one, one.points[0], (Span(at, at + len(cite)),))
        windows = reader.windows(trial.quotes[0])
        assert weigh(trial, next(windows)).quantity is not None
    assert len(text) <= sum(map(len, parts_read)) < 1.4 * len(text)


@pytest.mark.parametrize("place", [30, 4_100, 20_000, 24_100, 40_000])
def test_a_cell_is_read_with_the_rows_around_it_and_not_with_all_of_a_long_table(
    place: int, parts_read: list[str]
) -> None:
    """Its unit may stand in a header further up, and many cells share what is read."""
    text = "".join(f"第{n:04}项\t{n + 1000}件\n" for n in range(4_000))
    at = text.index("\t", place) + 1
    window = next(Passages(text, "zh-CN").windows(Span(at, at + 5)))
    above, below = at - window.offset, len(parts_read[0]) - (at - window.offset)
    assert min(at, 4_000) <= above <= 8_000 + 13
    assert 4_000 <= below <= 8_000 + 13


def test_few_quotes_are_read_by_their_clauses(parts_read: list[str]) -> None:
    """Where their clauses and those beside them, three for each, are not the whole passage."""
    text = "甲类共12件，乙类共34件，丙类共56件，丁类共78件。"
    at = text.index("34件")
    for quotes, part in ((1, "乙类共34件，"), (2, text)):
        next(Passages(text, "zh-CN", quotes).windows(Span(at, at + 3)))
        assert part in parts_read.pop()
        assert parts_read == []


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
