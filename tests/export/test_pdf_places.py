"""Where things stand on the pages, read back by pdfium: lines, numbers of pages, aims of links."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from viewer.export.context import Options, Takeaway, Watch
from viewer.export.pdf.page_formats import A4, WIDE
from viewer.export.pdf.write import write
from viewer.export.rows import rows_of
from viewer.model import Passage, Section

Make = Callable[..., Takeaway]
LEFT, RIGHT = 62.0, 595 - 62.0
BELOW_THE_EDGE = 15.0
"""Points that a link leaves above what it leads to."""
CHINESE = (
    "全省公安机关深化大数据建设应用，推进新一代公安信息网建设，升级警务工作门户；"
    "完成省市治安感知网建设，搭建“感知综合应用平台”、研发多维查询（试行）。"
    "DNA 和指纹提取率同比分别提高27% 、3%，汇聚整合30类2248亿条数据。"
)
ENGLISH = (
    "The ferry terminal’s new berth opened in May, and passengers’ complaints fell by a fifth. "
    "“We don’t measure ourselves against bigger ports,” the harbour master said – rightly. "
)


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    with closing(pdfium.PdfDocument(data)) as document:
        yield document


@dataclass(frozen=True)
class Letter:
    """A character that was drawn: its ink, in points."""

    character: str
    left: float
    right: float
    low: float


def lines_on(page: pdfium.PdfPage, size: float) -> list[list[Letter]]:
    """The letters of about `size` units on a page, by base line, in the order of painting."""
    text = page.get_textpage()
    lines: dict[int, list[Letter]] = {}
    for at in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text.raw, at))
        if character.isspace() or abs(raw.FPDFText_GetFontSize(text.raw, at) - size) > 3:
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
        left, _, right, _ = text.get_charbox(at)
        lines.setdefault(round(y.value), []).append(Letter(character, left, right, y.value))
    return [lines[y] for y in sorted(lines, reverse=True)]


def passage_of(make: Make, words: str) -> list[list[Letter]]:
    section = Section("one", "节", Passage(words))
    with opened(write(make((section,), title="题"), Options(), Watch())) as document:
        return lines_on(document[1], A4.body.size)


def test_the_lines_of_a_chinese_passage_are_as_wide_as_its_column(make: Make) -> None:
    lines = passage_of(make, CHINESE * 4)
    em = A4.body.size / 10
    assert len(lines) > 6
    for line in lines[:-1]:
        assert RIGHT - 0.55 * em < line[-1].right < RIGHT + 0.5
    for number, line in enumerate(lines):
        begins = LEFT + 2 * em if number == 0 else LEFT
        assert begins - 0.5 < line[0].left < begins + 0.6 * em


def test_the_words_of_an_english_passage_stand_as_far_apart_as_they_would_on_one_line(
    make: Make,
) -> None:
    lines = passage_of(make, ENGLISH * 6)
    em = A4.body.size / 10
    gaps = [
        after.left - before.right
        for line in lines
        for before, after in pairwise(line)
        if (before.character + after.character).isalpha()
    ]
    assert sum(gap > 0.2 * em for gap in gaps) > 50
    assert max(gaps) < 0.45 * em
    assert all(line[-1].right < RIGHT + 0.5 for line in lines)


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(make: Make) -> None:
    for line in passage_of(make, CHINESE * 9):
        assert line[0].character not in "，。、；：）”%"
        assert line[-1].character not in "“（"


def test_gaps_are_even_and_the_last_line_is_left_as_it_comes(make: Make) -> None:
    lines = passage_of(make, "字" * 99 + "，" + "字" * 40)
    pitches = [
        [
            right.left - left.left
            for left, right in pairwise(line)
            if left.character == right.character
        ]
        for line in lines
    ]
    for line in pitches[:-1]:
        assert max(line) - min(line) < 0.1
    assert all(abs(pitch - 10.5) < 0.1 for pitch in pitches[-1])


def test_an_apostrophe_in_english_is_narrow_and_one_in_chinese_is_not(make: Make) -> None:
    for words, narrow in ((ENGLISH, True), ("他说“一号工程”与‘二号工程’都好。" * 9, False)):
        for line in passage_of(make, words):
            for at, letter in enumerate(line[1:-1], start=1):
                if letter.character in "’“":
                    room = line[at + 1].left - line[at - 1].right
                    assert (room < 9.5) is narrow, (words, letter)


@pytest.mark.parametrize("slides", [False, True])
def test_numbers_of_pages_in_the_contents_stand_at_the_edge(make: Make, slides: bool) -> None:
    many = tuple(Section(f"s{n}", f"第{n}章", Passage("字" * 700)) for n in range(1, 24))
    shape = WIDE if slides else A4
    with opened(write(make(many, title="题"), Options(slides=slides), Watch())) as document:
        rows = [line for line in lines_on(document[0], shape.plain.size) if len(line) > 3]
    found = [line for line in rows if line[-1].character.isdigit() and "章" in said(line)]
    assert len(found) >= 8
    assert {len(tail(line)) for line in found} == {1, 2}
    edge = (shape.width - shape.margin) / 10
    for line in found:
        assert line[-1].right == pytest.approx(edge, abs=1.2)
        widths = [after.left - before.left for before, after in pairwise(tail(line))]
        assert all(
            width == pytest.approx(0.555 * shape.plain.size / 10, abs=0.9) for width in widths
        )


def said(line: list[Letter]) -> str:
    return "".join(letter.character for letter in line)


def tail(line: list[Letter]) -> list[Letter]:
    """The digits at the end of a line."""
    return line[len(said(line).rstrip("0123456789")) :]


@dataclass(frozen=True)
class Led:
    """A link: where it is pressed, and where it leads, in points from the foot of the page."""

    page: int
    left: float
    low: float
    right: float
    top: float
    aim_page: int
    aim_y: float


def links_of(document: pdfium.PdfDocument) -> list[Led]:
    found = []
    for number in range(len(document)):
        page = document[number]
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page.raw, place, link):
            box = raw.FS_RECTF()
            assert raw.FPDFLink_GetAnnotRect(link, box)
            aim = raw.FPDFLink_GetDest(document.raw, link)
            assert aim
            has_x, has_y, has_zoom = (ctypes.c_int() for _ in range(3))
            x, y, zoom = (ctypes.c_float() for _ in range(3))
            raw.FPDFDest_GetLocationInPage(aim, has_x, has_y, has_zoom, x, y, zoom)
            leads = raw.FPDFDest_GetDestPageIndex(document.raw, aim)
            found.append(
                Led(
                    number,
                    box.left,
                    box.bottom,
                    box.right,
                    box.top,
                    leads,
                    y.value - BELOW_THE_EDGE,
                )
            )
    return found


def words_in(
    document: pdfium.PdfDocument, page: int, box: tuple[float, float, float, float]
) -> str:
    """The text inside (left, low, right, top), without white space."""
    left, low, right, top = box
    text = document[page].get_textpage()
    return "".join(text.get_text_bounded(left, low, right, top).split())


@pytest.mark.parametrize("slides", [False, True])
def test_words_lead_to_their_mark_the_mark_to_its_row_and_the_row_to_its_words(
    takeaway: Takeaway, slides: bool
) -> None:
    rows = {row.number: row for row in rows_of(takeaway)}
    with opened(write(takeaway, Options(slides=slides), Watch())) as document:
        wide = document[0].get_size()[0]
        pressed = [(led, words_in(document, led.page, (led.left, led.low, led.right, led.top)))
                   for led in links_of(document)]  # fmt: skip
        from_rows = {}
        for led, words in pressed:
            for row in rows.values():
                if words.startswith(f"{row.number}{row.label}".replace(" ", "")):
                    from_rows[row.number] = led
        for row in rows.values():
            if row.figure is None:
                continue
            value = row.written.replace(" ", "")
            back = from_rows[row.number]
            # From its row to its words: a line of the passage at that height holds them.
            line = words_in(document, back.aim_page, (0, back.aim_y - 14, wide, back.aim_y + 1))
            assert value in line, row.label
            # The words lead to a mark of that label, and the mark to the row that was pressed.
            ends_in = [
                led
                for led, words in pressed
                if led.page == back.aim_page and words == f"{value}{row.number}"
            ]
            assert ends_in, row.label
            marks = [
                led
                for led, _ in pressed
                if led.page == ends_in[0].aim_page and abs(led.top - ends_in[0].aim_y) < 1
            ]
            beside = [
                words_in(document, mark.page, (0, mark.low - 2, wide, mark.top + 2))
                for mark in marks
            ]
            assert any(row.label.replace(" ", "") in words for words in beside), (row.label, beside)
            homes = [(mark.aim_page, mark.aim_y) for mark in marks]
            assert any(
                page == back.page and y == pytest.approx(back.top, abs=1) for page, y in homes
            ), row.label


def test_a_line_of_the_contents_leads_to_the_heading_of_its_section(make: Make) -> None:
    many = tuple(Section(f"s{n}", f"第{n}章", Passage("字" * 700)) for n in range(1, 9))
    with opened(write(make(many, title="题"), Options(), Watch())) as document:
        front = [led for led in links_of(document) if led.page == 0]
        assert len(front) == 8
        for number, led in enumerate(front, start=1):
            heading = words_in(document, led.aim_page, (0, led.aim_y - 24, 595, led.aim_y + 1))
            assert heading.startswith(f"第{number}章")
            line = words_in(document, 0, (0, led.low, 595, led.top))
            assert line.endswith(f"第{number}章{led.aim_page + 1}")
