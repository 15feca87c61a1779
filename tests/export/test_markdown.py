from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from viewer.export.context import Options, Takeaway, Watch
from viewer.export.markdown import escape, write
from viewer.export.sanitize import one_line
from viewer.model import Issue, Passage, Place, Source

Make = Callable[..., Takeaway]
Render = Callable[[str], str]
STRICT = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What some renderer takes for markup or for an address, and a few words to join them with.
BITS = (
    "http://", "https://e.example/a", "WWW.", "www.e.example", "ftp://x", "mailto:", "xmpp:",
    "a@b.example", "<img src=x onerror=alert(1)>", "<!--", "<b", ">", "&lt;", "&amp",
    "&#60;", "\\", "_", "*", "**", "`",
    "[a](b)", "![x](y)", "[^1]", "|", "#", "~~", "$", " ", "三", "1.", "-", "+", "==", "word",
)  # fmt: skip


def mistune_of_github() -> Render:
    mistune = pytest.importorskip("mistune")
    plugins = ["strikethrough", "table", "url", "footnotes"]
    return mistune.create_markdown(escape=False, plugins=plugins)  # type: ignore[no-any-return]


def shown(page: str) -> str:
    """The words that a page shows."""
    return html.unescape(re.sub(r"<[^>]*>", "", page)).strip()


@pytest.fixture(params=["markdown-it", "mistune"], scope="module")
def render(request: pytest.FixtureRequest) -> Render:
    """Two renderers that share no code: one strict, one that links bare addresses."""
    return STRICT.render if request.param == "markdown-it" else mistune_of_github()


def test_holds_title_source_passage_and_a_table_of_figures(takeaway: Takeaway) -> None:
    said = write(takeaway, Options(), Watch()).decode()
    assert said.startswith(
        "# 公安基层基础建设首战告捷\n\n*数字报 · 要闻 公安一版 · 林珊 夏阳*\n\n## 智慧警务"
    )
    assert "\n全省公安机关设置申请类服务事项74 项，有56项" in said
    assert (
        "| 2 | 最多跑一次 | 56 项 | 申请类服务事项 | 56 ÷ 74 ≈ 75.7% | 有56项实现“最多跑一次” |"
        in said
    )
    assert "| 不在原文: 年鉴 |" in said


def test_notes_come_only_when_asked_for(takeaway: Takeaway) -> None:
    assert "先讲总数" not in write(takeaway, Options(), Watch()).decode()
    assert "先讲总数" in write(takeaway, Options(notes=True), Watch()).decode()


def test_says_at_its_top_what_does_not_agree(make: Make) -> None:
    said = write(
        make(issues=(Issue("quote-missing", place=Place(7)),)), Options(), Watch()
    ).decode()
    assert said.index("第 7 行") < said.index("## ")


@pytest.mark.parametrize(
    "rows", ["码头\t泊位\n北|港\t12", "| 码头 | 泊位 |\n| --- | --- |\n| 北港 | 12 |"]
)
def test_rows_of_a_table_in_the_passage_are_a_table(make: Make, rows: str) -> None:
    section = make().briefing.sections[0]
    tabled = replace(section, passage=Passage(f"第一段。\n{rows}"), metrics=(), charts=())
    said = write(make((tabled,)), Options(), Watch()).decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(said)
    cells = [t.content for t in tokens if t.type == "inline"][-4:]
    assert [cell.replace("\\|", "|").replace("北|港", "北港") for cell in cells] == [
        *("码头", "泊位", "北港", "12"),
    ]
    assert sum(t.type == "tr_open" for t in tokens) == 2


def test_markup_in_the_report_stays_text(make: Make) -> None:
    evil = "<script>x</script> [a](javascript:b) *c* `d` | # ~~e~~ ![](f) &amp;"
    section = replace(make().briefing.sections[0], title=evil)
    said = write(make((section,)), Options(), Watch()).decode()
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(said)
    heading = next(t for t in tokens if t.type == "inline" and "script" in t.content)
    assert {child.type for child in heading.children or ()} <= {"text", "text_special"}


@given(st.text(min_size=1, max_size=40).filter(lambda s: one_line(s) != ""))
@settings(max_examples=60, deadline=None)
def test_any_line_comes_back_from_a_renderer_as_it_went_in(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("strikethrough").parse(escape(text))
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(c.content for c in tokens[1].children or ()) == one_line(text)


def test_a_number_is_not_taken_for_a_list() -> None:
    assert escape("1.48亿元") == "1.48亿元"
    assert escape("-3.5%") == "-3.5%"
    assert escape("1. 第一") == "1\\. 第一"
    assert escape("- 一") == "\\- 一"
    assert escape("---") == "\\---"


def test_a_column_that_says_nothing_is_left_out(make: Make) -> None:
    section = make().briefing.sections[0]
    alone = replace(section, metrics=section.metrics[5:6], charts=())
    heads = next(
        line
        for line in write(make((alone,)), Options(), Watch()).decode().splitlines()
        if line.startswith("| 序号")
    )
    assert heads == "| 序号 | 指标 | 数值 | 引文 |"


@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=8).map("".join))
@settings(max_examples=150, deadline=None)
def test_what_looks_like_markup_or_an_address_comes_back_as_words(
    render: Render, words: str
) -> None:
    page = render(escape(words))
    assert shown(page) == one_line(words)
    assert set(re.findall(r"<(\w+)", page)) <= {"p"}


def test_an_address_swallows_no_markup_behind_it(render: Render) -> None:
    said = "见 http://e.example<img src=x onerror=alert(1)>"
    assert "&lt;img" in render(escape(said))
    assert "<a" not in render(escape(said))


@pytest.mark.parametrize("address", ["https://e.example/my_report", "http://e.example/a*b?x=1&y=2"])
def test_the_address_of_the_source_is_a_link_to_it(
    make: Make, render: Render, address: str
) -> None:
    said = write(make(source=Source("题", link=address)), Options(), Watch()).decode()
    assert f'<a href="{html.escape(address)}">{html.escape(address)}</a>' in render(said)


def test_what_only_looks_like_an_address_of_a_source_is_no_link(make: Make, render: Render) -> None:
    said = write(make(source=Source("题", link="javascript:alert(1)")), Options(), Watch()).decode()
    assert "<a " not in render(said)
    assert "javascript:alert(1)" in shown(render(said))
