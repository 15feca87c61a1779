"""How a page reads in a real browser: its lines, its faces, on a phone, and to a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.export.test_scenes import sixty
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.html.write import write
from viewer.model import Passage, Section

Make = Callable[..., Takeaway]
Shown = Callable[..., Any]
ENGLISH = (
    "The ferry terminal’s new berth opened in May, and passengers’ complaints fell by a fifth. "
    "“We don’t measure ourselves against bigger ports,” the harbour master said – rightly. "
)
WIDTH_OF = """(mark) => {
  const walk = document.createTreeWalker(document.querySelector('.passage'), 4);
  for (let node; (node = walk.nextNode());) {
    const at = node.data.indexOf(mark);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const em = parseFloat(getComputedStyle(node.parentElement).fontSize);
    return range.getBoundingClientRect().width / em;
  }
}"""


@pytest.fixture
def shown(browser: Any, tmp_path: Path) -> Shown:
    """Opens the page of a takeaway in a real browser, so many pixels wide."""

    def show(takeaway: Takeaway, width: int = 1200) -> Any:
        file = tmp_path / "page.html"
        file.write_bytes(write(takeaway, Options(), Watch()))
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.send("Emulation.setDeviceMetricsOverride", **size)
        browser.send("Emulation.setEmulatedMedia", media="", features=[])
        browser.open(file)
        browser.ask("document.fonts.ready.then(() => 1)")
        return browser

    return show


def english(make: Make) -> Takeaway:
    section = Section("one", "The harbour’s year", Passage(ENGLISH * 3))
    return make((section,), title="Annual Report: “A steadier year”", language="en")


def test_an_english_page_draws_its_marks_narrow_in_faces_that_it_brings_along(
    make: Make, shown: Shown
) -> None:
    page = shown(english(make))
    for mark in "’“”":
        assert page.ask(f"({WIDTH_OF})('{mark}')") < 0.6
    assert page.ask("[...document.fonts].filter((face) => face.status === 'loaded').length") >= 2
    assert [event for event in page.events if event["method"] == "Log.entryAdded"] == []
    asked = [e for e in page.events if e["method"] == "Network.requestWillBeSent"]
    assert {e["params"]["request"]["url"].split(":")[0] for e in asked} <= {"file", "data"}


def test_a_chinese_page_draws_its_marks_wide_but_for_an_apostrophe_inside_a_word(
    make: Make, shown: Shown
) -> None:
    words = "船长 O’Hara 说“一号工程”已经完工。"
    page = shown(make((Section("one", "节", Passage(words)),)))
    assert page.ask(f"({WIDTH_OF})('“')") > 0.9
    assert page.ask(f"({WIDTH_OF})('’')") < 0.6
    assert page.ask("document.querySelector('.passage p').textContent") == words
    assert page.ask("document.fonts.size") == 0


@pytest.mark.parametrize(
    "words", ["全省公安机关深化应用，推进“建设”，升级门户。" * 20, ENGLISH * 5]
)
def test_the_lines_of_a_passage_are_as_wide_as_its_column(
    make: Make, shown: Shown, words: str
) -> None:
    page = shown(make((Section("one", "节", Passage(words)),)))
    box, rects = page.ask("""(() => {
      const p = document.querySelector('.passage p'), range = new Range();
      range.selectNodeContents(p);
      const lines = new Map();
      for (const r of range.getClientRects())
        lines.set(Math.round(r.bottom), Math.max(r.right, lines.get(Math.round(r.bottom)) || 0));
      return [p.getBoundingClientRect().right, [...lines.values()]];
    })()""")
    assert len(rects) > 5
    for right in rects[:-1]:
        # A full-width mark at the end of a line has its blank cut.
        assert box - 11 < right < box + 1


@pytest.mark.parametrize("width", [360, 390, 768, 1024])
def test_nothing_is_wider_than_the_screen(make: Make, shown: Shown, width: int) -> None:
    section = replace(sixty(), title="一个很长的标题“其中的引语不能断开”，还要再长一些才行")
    for takeaway in (make((section,), title="压力“什么都有”测试" * 4), english(make)):
        page = shown(takeaway, width)
        assert page.ask("document.documentElement.scrollWidth") <= width
        cut = page.ask(
            "[...document.querySelectorAll('.whole')].filter((e) => e.getClientRects().length > 1"
            " || e.scrollHeight > 1.7 * parseFloat(getComputedStyle(e).lineHeight)).length"
        )
        assert cut == 0


def test_a_chart_of_many_figures_comes_in_parts_that_paper_can_hold(
    make: Make, shown: Shown
) -> None:
    page = shown(make((sixty(),)))
    assert page.ask("document.querySelectorAll('figure').length") == 3
    assert page.ask("document.querySelectorAll('svg a').length") == 60
    shapes = page.ask(
        "[...document.querySelectorAll('svg')].map((e) => e.viewBox.baseVal.height"
        " / e.viewBox.baseVal.width)"
    )
    assert max(shapes) < 2.2


@pytest.mark.parametrize("width", [390, 1200])
def test_a_number_stays_on_a_line_with_its_unit(make: Make, shown: Shown, width: int) -> None:
    page = shown(make((sixty(),)), width)
    parted = "[...document.querySelectorAll('.fig')].filter(e => e.getClientRects().length > 1)"
    assert page.ask("document.querySelectorAll('.fig').length") == 60
    assert page.ask(f"{parted}.length") == 0


def nodes(page: Any) -> list[tuple[str, str]]:
    """What the accessibility tree holds: role and name of each node that is not left out."""
    tree = page.send("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in tree
        if not node.get("ignored") and "role" in node
    ]


def test_a_screen_reader_is_told_headings_figures_marks_and_the_table(
    takeaway: Takeaway, shown: Shown
) -> None:
    page = shown(takeaway)
    heard = nodes(page)
    title, section = takeaway.briefing.title, takeaway.briefing.sections[0].title
    headings = [name for role, name in heard if role == "heading"]
    assert headings[:3] == [title, "目录", section]
    links = [name for role, name in heard if role == "link"]
    assert any("最多跑一次" in name and "56" in name for name in links)
    assert not [name for name in links if not name.strip()]
    groups = [name for role, name in heard if role in {"group", "graphics-document", "SvgRoot"}]
    assert any("申请类服务事项" in name for name in groups)
    assert {"序号", "指标", "原文写法", "引文"} <= {n for r, n in heard if r == "columnheader"}
    assert any(role == "status" for role, _ in heard)
    assert any(role == "navigation" and name == "目录" for role, name in heard)


def test_what_was_chosen_is_told_to_a_screen_reader(takeaway: Takeaway, shown: Shown) -> None:
    page = shown(takeaway)
    page.point("#t2", click=True)
    said = [node for node in page.send("Accessibility.getFullAXTree")["nodes"]
            if node.get("role", {}).get("value") == "status"]  # fmt: skip
    assert said
    live = {one["name"]: one["value"].get("value") for one in said[0]["properties"]}
    assert live["live"] == "polite"
    assert "最多跑一次" in page.ask("document.getElementById('said').textContent")
