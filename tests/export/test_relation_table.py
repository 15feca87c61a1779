"""Every recomputation stands in the exports that are read, and in none that is shown to a room."""

import io
import json
import re
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from pptx import Presentation

from tests.proof.checks.test_check_relations import SOUND, file_with
from viewer.export import json_file, xlsx
from viewer.export.context import Options, Takeaway, Watch, takeaway_of
from viewer.export.html import write as html_file
from viewer.export.pdf import write as pdf_file
from viewer.export.pptx import write as pptx_file
from viewer.i18n import load
from viewer.pipeline import open_briefing

WRONG = "kind: sum, total: now, parts: [one, before]"
UNSAID = "kind: change, level: now, change: growth, constant_prices: true"
RELATIONS = (*SOUND, WRONG, UNSAID)
LINE = "关系复算 5 处，1 处不一致"
FORMULA = "700人 + 1000人 = 1,700人 ≠ 1200人"


@pytest.fixture
def takeaway(tmp_path: Path) -> Takeaway:
    file = tmp_path / "related.yaml"
    file.write_text(file_with(*RELATIONS), encoding="utf-8")
    return takeaway_of(open_briefing(file), load("zh_CN"), {"SOURCE_DATE_EPOCH": "0"})


def test_the_workbook_has_a_sheet_of_every_recomputation(takeaway: Takeaway) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write(takeaway, Options(), Watch())))
    heads, *rows = book["关系复算"].iter_rows(values_only=True)
    assert heads == ("序号", "章节", "算法", "有关数字", "算式", "核对")
    assert [row[5] for row in rows[:5]] == ["一致"] * 4 + ["不一致"]
    assert rows[4][3:5] == ("合计：收入 1200人\n部分：一组 700人\n部分：上年收入 1000人", FORMULA)
    assert rows[5][5].startswith("无法判断：")
    assert LINE in [cell for (cell,) in book["出处"].iter_rows(values_only=True)]


def test_the_page_lists_them_with_links_to_their_figures(takeaway: Takeaway) -> None:
    page = html_file.write(takeaway, Options(), Watch()).decode()
    assert LINE in page
    part = page[page.index('<section id="relations"') :]
    assert re.findall(r'<tr class="v-(\w+)">', part) == ["agrees"] * 4 + ["disagrees", "unjudged"]
    assert FORMULA in part
    ids = set(re.findall(r'id="(t\d+)"', page))
    assert set(re.findall(r'href="#(t\d+)"', part)) <= ids


def test_the_reading_pages_end_with_them(takeaway: Takeaway, qapp: object) -> None:
    data = pdf_file.write(takeaway, Options(), Watch())
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]
    assert LINE in pages[0]
    assert LINE in pages[-1]
    assert pages[-1].count("一致") >= 5
    assert "无法判断" in pages[-1].replace("\r\n", "")


def test_the_data_lists_terms_and_verdicts(takeaway: Takeaway) -> None:
    told = json.loads(json_file.write(takeaway, Options(), Watch()))["relations"]
    assert [one["verdict"] for one in told] == ["agrees"] * 4 + ["disagrees", "unjudged"]
    assert told[0]["terms"][2] == {
        "role": "change",
        "key": "growth",
        "label": "收入增长",
        "printed": "20%",
    }


def test_what_is_shown_to_a_room_says_nothing_of_them(takeaway: Takeaway, qapp: object) -> None:
    deck = Presentation(io.BytesIO(pptx_file.write(takeaway, Options(), Watch())))
    slides = pypdfium2.PdfDocument(pdf_file.write(takeaway, Options(slides=True), Watch()))
    said = [page.get_textpage().get_text_bounded() for page in slides]
    said += [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
    assert not any("复算" in text or "≠" in text for text in said)


def test_a_section_that_was_not_chosen_takes_its_relations_along(takeaway: Takeaway) -> None:
    page = json.loads(json_file.write(takeaway, Options(sections=("a",)), Watch()))
    assert len(page["relations"]) == len(RELATIONS)
    none = json.loads(json_file.write(takeaway, Options(sections=("nowhere",)), Watch()))
    assert none["relations"] == []
