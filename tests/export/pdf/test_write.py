from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viewer.export.context import CancelledError, Options, Takeaway, Watch
from viewer.export.pdf.write import write
from viewer.model import Issue, Passage, Place, Section

Make = Callable[..., Takeaway]
PARAGRAPH = "营业收入增长，二〇二〇年全省公安机关的字与数字 80% 以上并存，English words too. "


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    with closing(pdfium.PdfDocument(data)) as document:
        yield document


def text_of(data: bytes) -> str:
    """The text of all pages, without white space: where lines break is the page's affair."""
    with opened(data) as document:
        pages = [
            document[number].get_textpage().get_text_range() for number in range(len(document))
        ]
    return squeezed("".join(pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def without_feet(data: bytes, title: str) -> str:
    """The text of all pages less the title and number at the foot of each."""
    with opened(data) as document:
        pages = len(document)  # known, lest digits that begin the next page are taken with them
    return re.sub(rf"{re.escape(squeezed(title))}\d+/{pages}", "", text_of(data))


@pytest.mark.parametrize("slides", [False, True])
def test_text_out_is_text_in_once_and_whole_over_many_pages(make: Make, slides: bool) -> None:
    numbered = "\n\n".join(f"第{n}段：" + PARAGRAPH * (1 + n % 7) for n in range(1, 60))
    section = Section("long", "长章节", Passage(numbered))
    data = write(make((section,), title="简报"), Options(slides=slides), Watch())
    with opened(data) as document:
        assert len(document) > 3
    assert squeezed(numbered) in without_feet(data, "简报")


def test_the_words_of_the_sample_come_out_as_they_went_in(takeaway: Takeaway) -> None:
    said = text_of(write(takeaway, Options(), Watch()))
    section = takeaway.briefing.sections[0]
    for span in section.passage.paragraphs:
        assert squeezed(span.of(section.passage.text)) in said
    assert "营业收入1.48亿元" in said
    for row in ("最多跑一次56项", "有56项实现“最多跑一次”", "不在原文:年鉴"):
        assert row in said


RARE = "𠮷林𠀀营業，再来𡈽一次😀，黃馬長門見風，另有𠀋个🎉。"


@pytest.mark.parametrize("slides", [False, True])
def test_what_no_table_of_qt_can_say_comes_out_as_it_went_in(make: Make, slides: bool) -> None:
    sample = make().briefing.sections[0]
    metrics = (replace(sample.metrics[1], label="𡈽收入𠮟"), *sample.metrics[2:])
    labelled = replace(sample, metrics=metrics, charts=())
    sections = (Section("rare", "𠮷标题", Passage(RARE * 30)), labelled)
    data = write(make(sections, title="简报"), Options(slides=slides), Watch())
    said = without_feet(data, "简报")
    assert squeezed(RARE) * 30 in said
    assert said.count("𠮷标题") == 2  # in the contents, and over the passage
    assert said.count("𡈽收入𠮟") >= 2  # in a chart, and in the table


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.text(
            "的一是在不了有和人这中大为上个国我以要他𠮷入馬80%，。 aZ", min_size=1, max_size=900
        ),
        min_size=1,
        max_size=8,
    )
)
def test_any_paragraphs_come_out_as_they_went_in(make: Make, paragraphs: list[str]) -> None:
    passage = Passage("\n\n".join(paragraphs))
    data = write(make((Section("any", "章", passage),), title="简报"), Options(), Watch())
    wanted = "".join(squeezed(span.of(passage.text)) for span in passage.paragraphs)
    assert wanted in without_feet(data, "简报")


def test_says_its_title_author_language_and_the_time_of_the_data_file(takeaway: Takeaway) -> None:
    data = write(takeaway, Options(), Watch())
    with opened(data) as document:
        about = document.get_metadata_dict()
    assert about["Title"] == "公安基层基础建设首战告捷"
    assert about["Author"] == "林珊、夏阳"
    assert about["CreationDate"] == "D:20201231083000Z"
    assert b"/Lang <FEFF007A0068002D0043004E>" in data


def test_bookmarks_lead_to_sections_and_their_charts(takeaway: Takeaway) -> None:
    with opened(write(takeaway, Options(), Watch())) as document:
        found = [(mark.level, mark.get_title()) for mark in document.get_toc()]
        aims = [mark.get_dest() for mark in document.get_toc()]
        assert all(aim is not None and aim.get_index() is not None for aim in aims)
    assert found[:3] == [
        (0, "公安基层基础建设首战告捷"),
        (0, "智慧警务打造“全感知有温度”新品牌"),
        (1, "申请类服务事项"),
    ]


def test_number_mark_and_row_are_linked(takeaway: Takeaway) -> None:
    data = write(takeaway, Options(), Watch())
    figures = len(takeaway.figures)
    links = data.count(b"/Subtype /Link")
    # Words to mark and row to words for each proven one, mark to row for all, the contents.
    assert links >= 2 * figures + len(takeaway.briefing.sections)


def test_pages_are_a4_to_read_and_sixteen_to_nine_to_show(takeaway: Takeaway) -> None:
    with opened(write(takeaway, Options(), Watch())) as document:
        assert document[0].get_size() == (595, 842)
    with opened(write(takeaway, Options(slides=True), Watch())) as document:
        assert document[0].get_size() == (960, 540)


def test_notes_come_only_when_asked_for(takeaway: Takeaway) -> None:
    assert "先讲总数" not in text_of(write(takeaway, Options(), Watch()))
    assert "先讲总数" in text_of(write(takeaway, Options(notes=True), Watch()))


def test_the_first_page_says_what_does_not_agree(make: Make) -> None:
    data = write(make(issues=(Issue("quote-missing", place=Place(12)),)), Options(), Watch())
    with opened(data) as document:
        assert "第 12 行" in document[0].get_textpage().get_text_range()


def test_charts_are_vectors_and_the_faces_are_embedded_subsets(takeaway: Takeaway) -> None:
    data = write(takeaway, Options(), Watch())
    assert b"/Subtype /Image" not in data
    assert data.count(b"/FontFile2") >= 2
    assert len(data) < 400_000


def test_a_heading_never_stands_alone_at_the_foot(make: Make) -> None:
    many = tuple(
        Section(f"s{n}", f"标题{n}号", Passage("字" * (40 * (n % 9) + 500))) for n in range(40)
    )
    with opened(write(make(many), Options(), Watch())) as document:
        for number in range(1, len(document)):
            lines = document[number].get_textpage().get_text_range().split()
            body = [line for line in lines if "首战告捷" not in line and "/" not in line]
            assert not body[-1].startswith("标题") or number == 1


def test_the_same_input_gives_the_same_bytes(make: Make) -> None:
    assert write(make(), Options(), Watch()) == write(make(), Options(), Watch())


def test_hostile_text_survives(make: Make) -> None:
    section = make().briefing.sections[0]
    wild = replace(
        section, title="\x00\x1b\u202e<b>&", passage=Passage("a" * 9000), metrics=(), charts=()
    )
    data = write(make((wild,), title="(\\)" * 40), Options(), Watch())
    with opened(data) as document:
        assert document.get_metadata_dict()["Title"] == "(\\)" * 40


def test_tells_its_progress_and_stops_when_it_is_no_longer_wanted(takeaway: Takeaway) -> None:
    told: list[float] = []
    write(takeaway, Options(), Watch(lambda done, total: told.append(done / total)))
    assert told == sorted(told)
    assert told[-1] < 1
    with pytest.raises(CancelledError):
        write(takeaway, Options(), Watch(cancelled=lambda: len(told) > 1))


RESHAPED = {
    "other line breaks": lambda data: data.replace(b"\n", b"\r\n"),
    "other spaces": lambda data: data.replace(b"/Type /Page", b"/Type/Page"),
    "no annotations": lambda data: data.replace(b"/Annots ", b"/Anno "),
    "one page without annotations": lambda data: data.replace(b"/Annots ", b"/Anno ", 1),
    "no table of places": lambda data: data.replace(b"trailer\n", b"", 1),
    "a longer object": lambda data: data.replace(b"/Type /Catalog\n", b"/Type /Catalog\n/A 1\n"),
    "another catalog": lambda data: data.replace(b"/Type /Catalog", b"/Type  /Catalog"),
    "updated already": lambda data: data + data[data.index(b"trailer") :],
}


@pytest.mark.parametrize("shape", RESHAPED)
def test_bytes_of_an_unknown_shape_are_written_as_they_are_with_a_note(
    takeaway: Takeaway, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    from viewer.export.pdf import write as module

    drawn, notes = module._drawn, list[str]()
    made = list[bytes]()

    def reshaped(*given: object) -> bytes:
        made.append(RESHAPED[shape](drawn(*given)))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(module, "_drawn", reshaped)
    data = module.write(takeaway, Options(), Watch(note=notes.append))
    assert data == made[0]
    assert notes == ["export.pdf-unfinished"]


def test_bytes_of_the_known_shape_are_finished_without_a_note(takeaway: Takeaway) -> None:
    notes = list[str]()
    data = write(takeaway, Options(), Watch(note=notes.append))
    assert notes == []
    with opened(data) as document:
        assert list(document.get_toc())
