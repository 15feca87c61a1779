"""The tables of the lexicon by which drafting sorts the words of a report: what each word does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from viewer.draft.boilerplate import strip
from viewer.draft.candidates import finds
from viewer.draft.charts import PlacedMetric, charts
from viewer.draft.headings import headings
from viewer.draft.headline import below_names
from viewer.draft.ranking import names_any
from viewer.draft.readers.report import Block, Shape
from viewer.draft.slugs import Ids
from viewer.i18n import load
from viewer.model import Kind, Metric, Point, Source
from viewer.quantities.growth_rates import names_growth_rate
from viewer.quantities.vocabulary import Entry, entries, words_of

_FIELDS = {
    "publication": ("{word}：海港日报", Source(publication="海港日报")),
    "author": ("{word}：林珊", Source(authors=("林珊",))),
    "date": ("{word}：2021-03-04", Source(date="2021-03-04")),
    "": ("来源：海港日报 {word}：大", Source(publication="海港日报")),
}
"""By the sense of a field a line with it, and what is read of the line."""


def _is_field(entry: Entry) -> bool:
    line, source = _FIELDS[entry.sense]
    found = strip(line.replace("{word}", entry.word), Source(), edge=True)
    return (found.role, found.source) == ("fields", source)


def _is_heading(entry: Entry) -> bool:
    """Whether a line of the word is a heading among numbered ones."""
    text = f"{entry.word} B: tables" if entry.sense == "lettered" else entry.word
    lines = ("一、工业", "工业增长。", "二、农业", "农业增长。", text, "谢谢。")
    blocks = [Block(Shape.PARAGRAPH, one) for one in lines]
    return [one.at for one in headings(blocks)] == [0, 2, 4]


def _is_id(entry: Entry) -> bool:
    return Ids().metric("客运", entry.word, Kind.COUNT).startswith(f"{entry.sense}-")


def _counts_anything(entry: Entry) -> bool:
    """Whether figures of the unit make no chart of bars unless their words are built alike."""
    return _charted("名") == "bar" != _charted(entry.word)


def _charted(unit: str) -> str:
    placed = [
        PlacedMetric(
            Metric(name, name, unit, Kind.COUNT, (Point(name, "12", Decimal(12)),)), 0, 0, False
        )
        for name in ("医院", "学校")
    ]
    (chart,) = charts(placed, load("zh_CN"))
    return chart.kind


def _is_base(entry: Entry) -> bool:
    """Whether a difference is measured against what the word names."""
    text = f"The rate was 0.2 percentage points above the January {entry.word}."
    return [one.base for one in finds(text, "en").found] == [f"the January {entry.word}"]


def _is_genre(entry: Entry) -> bool:
    """Whether a line that ends with the word is the title below the name of who publishes it."""
    lines = ("Norland Harbours", f"Annual {entry.word} 2024", "Traffic grew by 4%.")
    title, _, _ = below_names(tuple(Block(Shape.PARAGRAPH, one) for one in lines))
    return title == f"Norland Harbours: Annual {entry.word} 2024"


def _named(category: str) -> Callable[[Entry], bool]:
    return lambda entry: names_any(category, f"Port {entry.word} 2020")


READ: Mapping[tuple[str, str], tuple[int, Callable[[Entry], bool]]] = {
    ("zh", "report.field"): (36, _is_field),
    ("en", "report.field"): (7, _is_field),
    ("zh", "report.heading"): (20, _is_heading),
    ("en", "report.heading"): (12, _is_heading),
    ("zh", "report.aside"): (24, _named("report.aside")),
    ("en", "report.aside"): (20, _named("report.aside")),
    ("zh", "report.summary"): (32, _named("report.summary")),
    ("en", "report.summary"): (8, _named("report.summary")),
    ("zh", "report.whole"): (30, _named("report.whole")),
    ("en", "report.whole"): (6, _named("report.whole")),
    ("en", "report.edition"): (20, _is_base),
    ("en", "report.genre"): (15, _is_genre),
    ("en", "change.rate"): (6, lambda entry: names_growth_rate(f"{entry.word} in wages", "%")),
    ("zh", "unit.id"): (39, _is_id),
    ("zh", "unit.counter"): (11, _counts_anything),
}
"""Tables: how many words each has at least, and whether a word does what its table says."""


@pytest.mark.parametrize("table", READ, ids=".".join)
def test_every_word_of_a_report_does_what_its_table_says(table: tuple[str, str]) -> None:
    least, does = READ[table]
    assert len(entries(*table)) >= least
    assert [one.word for one in entries(*table) if not does(one)] == []


@pytest.mark.parametrize("table", [one for one in READ if one[1].startswith("report.")])
def test_another_word_does_not(table: tuple[str, str]) -> None:
    other = entries(*table)[0]._replace(word="海港渔业" if table[0] == "zh" else "herrings")
    assert not READ[table][1](other)


def test_a_heading_may_have_its_characters_apart() -> None:
    (word, *_) = words_of("zh", "report.heading")
    assert _is_heading(entries("zh", "report.heading")[0]._replace(word=" ".join(word)))


def test_words_of_a_report_are_known_in_traditional_characters() -> None:
    found = strip("責任編輯：李四　來源：海港日報", Source(), edge=True)
    assert (found.role, found.source.publication) == ("fields", "海港日報")
    assert _is_heading(entries("zh", "report.heading")[0]._replace(word="附錄"))
    assert names_any("report.aside", "附錄")


def test_a_unit_that_is_printed_in_full_width_names_an_id_too() -> None:
    assert Ids().metric("占比", "％", Kind.SHARE).startswith("share-")
