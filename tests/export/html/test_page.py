from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from viewer.export.context import Options, Takeaway, Watch
from viewer.export.html.write import write

SELECTED = "[...document.querySelectorAll('.sel')].map(e => e.tagName.toLowerCase()).sort()"
LIT = SELECTED.replace(".sel", ".on")


@pytest.fixture
def page(browser: Any, takeaway: Takeaway, tmp_path: Path) -> Any:
    """The sample's page in a real browser, 1200 pixels wide."""
    file = tmp_path / "page.html"
    file.write_bytes(write(takeaway, Options(), Watch()))
    size = {"width": 1200, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.send("Emulation.setDeviceMetricsOverride", **size)
    browser.send("Emulation.setEmulatedMedia", media="", features=[])
    browser.open(file)
    return browser


def test_nothing_is_fetched_and_no_policy_is_broken(page: Any) -> None:
    page.ask("1")
    said = [event for event in page.events if event["method"] == "Log.entryAdded"]
    asked = [e for e in page.events if e["method"] == "Network.requestWillBeSent"]
    assert said == []
    assert all(e["params"]["request"]["url"].startswith("file:") for e in asked)


def test_the_policy_lets_no_other_script_run(page: Any) -> None:
    page.ask("document.body.append(Object.assign(document.createElement('script'),"
             " {textContent: 'window.evil = 1'}))")  # fmt: skip
    assert page.ask("window.evil") is None


def test_hover_on_a_figure_lights_its_marks_and_its_row(page: Any) -> None:
    page.point("#t2")
    assert {"a", "tr", "rect"} <= set(page.ask(LIT))
    assert page.ask("document.querySelectorAll('.sel').length") == 0


def test_a_click_on_a_mark_chooses_its_words_and_says_the_figure(page: Any) -> None:
    page.point("#m2 rect", click=True)
    assert page.ask("document.querySelector('#t2').classList.contains('sel')") is True
    said = page.ask("document.getElementById('said').textContent")
    assert "最多跑一次" in said
    assert "有56项实现“最多跑一次”" in said
    assert page.ask("location.hash") == ""


def test_the_keyboard_chooses_and_lets_go(page: Any) -> None:
    page.ask("document.querySelector('#t1').focus()")
    page.press("Tab", 9)
    assert page.ask("document.activeElement.id") == "t2"
    page.press("Enter", 13)
    assert "a" in page.ask(SELECTED)
    page.press("Escape", 27)
    assert page.ask(SELECTED) == []
    assert page.ask("document.getElementById('said').textContent") == ""


def test_each_word_link_leads_to_a_mark_and_each_mark_to_its_words(page: Any) -> None:
    broken = page.ask(
        "[...document.querySelectorAll('.fig')].map(e => e.getAttribute('href'))"
        ".filter(h => !document.querySelector(h))"
    )
    assert broken == []
    assert page.ask("document.querySelectorAll('.fig').length") == 7
    assert page.ask("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size") == (
        page.ask("document.querySelectorAll('[id]').length")
    )


def test_reads_on_a_phone_without_scrolling_sideways(page: Any) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    page.send("Emulation.setDeviceMetricsOverride", **size)
    assert page.ask("document.documentElement.scrollWidth") <= 360
    assert page.ask("document.querySelector('svg').getBoundingClientRect().width") > 300


def test_no_word_of_a_chart_leaves_it_or_lies_on_another(page: Any) -> None:
    wrong = page.ask("""[...document.querySelectorAll('svg')].flatMap((svg) => {
      const texts = [...svg.querySelectorAll('text')], wide = svg.viewBox.baseVal.width;
      const boxes = texts.map((text) => text.getBBox());
      const meet = (a, b) => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1
        && a.y < b.y + b.height - 4 && b.y < a.y + a.height - 4;
      return texts.filter((_, i) => boxes[i].x < 0 || boxes[i].x + boxes[i].width > wide
        || boxes.some((other, j) => j < i && meet(boxes[i], other))).map((t) => t.textContent);
    })""")
    assert wrong == []
    assert page.ask("document.querySelectorAll('svg text').length") > 10


def test_follows_the_dark_scheme_with_marks_and_words(page: Any) -> None:
    colours = (
        "[getComputedStyle(document.body).backgroundColor,"
        " getComputedStyle(document.querySelector('svg text')).fill]"
    )
    light = page.ask(colours)
    dark_scheme = [{"name": "prefers-color-scheme", "value": "dark"}]
    page.send("Emulation.setEmulatedMedia", features=dark_scheme)
    dark = page.ask(colours)
    assert light[0] == "rgb(255, 255, 255)"
    assert len({*light, *dark}) == 4


def test_prints_light_and_breaks_between_charts(page: Any) -> None:
    dark_scheme = [{"name": "prefers-color-scheme", "value": "dark"}]
    page.send("Emulation.setEmulatedMedia", media="print", features=dark_scheme)
    assert page.ask("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.ask("getComputedStyle(document.querySelector('figure')).breakInside") == "avoid"
    assert len(page.send("Page.printToPDF")["data"]) > 1000


def test_the_words_of_the_passage_stand_unchanged(page: Any, takeaway: Takeaway) -> None:
    passage = takeaway.briefing.sections[0].passage
    wanted = [span.of(passage.text) for span in passage.paragraphs]
    shown = "[...document.querySelectorAll('.passage p')].map(p => p.textContent)"
    assert page.ask(shown) == wanted
