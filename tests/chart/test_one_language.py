"""A chart, its hint, its copies and the room's picture are in one language, the briefing's."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from viewer.chart import Scene, compile_section, tip_of
from viewer.chart.table import tsv
from viewer.export import svg
from viewer.export.chart_images import picture_of, svg_of
from viewer.export.context import Options, Takeaway, Watch, takeaway_of
from viewer.export.pdf.printing import book_of
from viewer.export.table import by_name
from viewer.i18n import load
from viewer.i18n.content_language import briefing_words, words_in
from viewer.model import Briefing, Section, Severity
from viewer.pipeline import Opened, open_briefing
from viewer.window.passage.citation import cited_figure

HANZI = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{3,}")
ENGLISH = """\
briefing: 1
title: The year of the ferry
language: en
sections:
  - id: ferry
    title: Crossings
    passage: |
      The ferry made 412 crossings in 2023, 8% more than in 2022. The terminal had 56 posts;
      27 posts are filled.
    metrics:
      - {id: crossings, label: Crossings, value: 412, unit: crossings, cite: 412 crossings}
      - {id: more, label: Change of crossings, kind: change, value: 8, unit: "%",
         versus: "2022", cite: 8% more}
      - {id: posts, label: Posts, value: 56, unit: posts, cite: 56 posts}
      - {id: filled, label: Filled, value: 27, unit: posts, of: posts, cite: 27 posts}
      - {id: budget, label: Budget, value: 12, unit: million, from: the annual accounts}
"""
CHINESE = """\
briefing: 1
title: 渡轮的一年
sections:
  - id: ferry
    title: 航次
    passage: |
      渡轮全年开行412航次，比上年增长8%。岗位共有56个，已到岗27个。
    metrics:
      - {id: crossings, label: 开行, value: 412, unit: 航次, cite: 412航次}
      - {id: more, label: 开行的变化, kind: change, value: 8, unit: "%", versus: 上年, cite: 增长8%}
      - {id: posts, label: 岗位, value: 56, unit: 个, cite: 56个}
      - {id: filled, label: 已到岗, value: 27, unit: 个, of: posts, cite: 已到岗27个}
      - {id: budget, label: 预算, value: 12, unit: 万元, from: 年度决算}
"""


def opened_in(tmp_path, text: str) -> tuple[Opened, Briefing, Section]:
    path = tmp_path / "ferry.yaml"
    path.write_text(text, encoding="utf-8")
    opened = open_briefing(path)
    assert opened.briefing is not None
    assert [issue for issue in opened.issues if issue.severity is Severity.ERROR] == []
    return opened, opened.briefing, opened.briefing.sections[0]


def said_by(scene: Scene, reader: str) -> str:
    """All that a chart says around its figures."""
    words = words_in(scene.language, load(reader))
    tips = (tip_of(mark, words) for mark in scene.marks)
    beside = (part for mark in scene.marks for part in (mark.name, mark.as_written))
    around = (scene.title, scene.subtitle, scene.spoken, scene.computed_word)
    return "\n".join((*around, *tips, *beside, tsv(scene, words)))


@pytest.mark.parametrize(
    ("text", "reader", "foreign"), [(ENGLISH, "zh-CN", HANZI), (CHINESE, "en", LATIN)]
)
def test_a_chart_has_no_word_of_the_reader_s_other_language(
    tmp_path, text: str, reader: str, foreign: re.Pattern[str]
) -> None:
    opened, briefing, section = opened_in(tmp_path, text)
    words = load(reader)
    scenes = compile_section(section, briefing, opened.proof.figures, words)
    assert len(scenes) >= 2
    for scene in scenes:
        assert foreign.findall(said_by(scene, reader)) == []
    assert briefing_words(briefing, words).language != words.language
    takeaway = takeaway_of(opened, words)
    picture = picture_of(takeaway, Options(sections=("ferry",)), svg.measure)
    assert foreign.findall(re.sub("<[^>]*>", "", svg_of(picture).decode())) == []
    for key in ("crossings", "budget"):
        assert foreign.findall(cited_figure(opened, section, key, words)) == []


def text_of(takeaway: Takeaway, name: str) -> str:
    """The words that a reader of an exported file sees."""
    if name == "pdf":
        return repr(book_of(takeaway, Options(), Watch())[0])
    data = by_name(name).load()(takeaway, Options(), Watch())
    if not data.startswith(b"PK"):
        return re.sub("<(style|script).*?</\\1>", "", data.decode("utf-8-sig"), flags=re.DOTALL)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        xml = "".join(parts.read(one).decode() for one in parts.namelist() if one.endswith("xml"))
    return "".join(re.findall(r"<(?:a:)?t(?: [^>]*)?>[^<]*|<sheet name=\"[^\"]*", xml))


@pytest.mark.parametrize("name", ["csv", "html", "json", "markdown", "pdf", "pptx", "xlsx"])
def test_an_exported_file_is_in_the_language_of_its_briefing(tmp_path, qapp, name: str) -> None:
    opened, _, _ = opened_in(tmp_path, ENGLISH)
    said = text_of(takeaway_of(opened, load("zh-CN")), name)
    assert "Crossings" in said
    assert HANZI.findall(said) == []
