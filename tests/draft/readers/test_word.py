import io
import zipfile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from viewer.draft.readers.report import Report, Shape
from viewer.draft.readers.word import read
from viewer.model import ViewerError


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def report(document: object) -> Report:
    return read(saved(document), "", lambda: False)


def test_headings_lists_and_tables_are_told_apart() -> None:
    document = docx.Document()
    document.add_heading("年度公报", 0)
    document.add_heading("一、综合", 1)
    document.add_paragraph("全年完成 39 项。")
    document.add_paragraph("其一", style="List Number")
    document.add_paragraph("其二", style="List Number")
    table = document.add_table(2, 2)
    for at, words in enumerate(["指标", "2019年", "粮食", "1.5"]):
        table.cell(at // 2, at % 2).text = words
    read_back = report(document)
    assert read_back.title == "年度公报"
    assert [(b.shape, b.level, b.text) for b in read_back.blocks] == [
        (Shape.HEADING, 1, "年度公报"),
        (Shape.HEADING, 2, "一、综合"),
        (Shape.PARAGRAPH, 0, "全年完成 39 项。"),
        (Shape.ITEM, 0, "1. 其一"),
        (Shape.ITEM, 0, "2. 其二"),
        (Shape.TABLE, 0, "指标\t2019年\n粮食\t1.5"),
    ]


def test_inserted_words_are_read_and_deleted_ones_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("全省")
    for tag, text_tag, words in (("w:ins", "w:t", "建成"), ("w:del", "w:delText", "删去")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run("203个")
    assert [b.text for b in report(document).blocks] == ["全省建成203个"]


def test_paragraphs_inside_a_content_control_are_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("受控的一段。")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    paragraph._p.addprevious(control)
    control.append(content)
    content.append(paragraph._p)
    assert [b.text for b in report(document).blocks] == ["受控的一段。"]


def test_chinese_numbering_made_by_word_is_printed_before_the_heading() -> None:
    document = docx.Document()
    part = document.part.numbering_part.element
    for level in part.iter(qn("w:lvl")):
        if level.get(qn("w:ilvl")) == "0":
            level.find(qn("w:numFmt")).set(qn("w:val"), "chineseCounting")
            level.find(qn("w:lvlText")).set(qn("w:val"), "%1、")
    for words in ("综合", "农业"):
        document.add_paragraph(words, style="List Number")
    assert [b.text for b in report(document).blocks] == ["一、综合", "二、农业"]


def test_a_merged_cell_keeps_the_columns_after_it_in_place() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "宽"
    table.cell(0, 2).text = "右"
    for at in range(3):
        table.cell(1, at).text = str(at)
    assert report(document).blocks[0].text == "宽\t\t右\n0\t1\t2"


def test_a_table_that_only_frames_a_paragraph_is_a_paragraph() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "框里的一段话。"
    assert report(document).blocks[0].shape is Shape.PARAGRAPH


def refused(data: bytes) -> str:
    with pytest.raises(ViewerError) as caught:
        read(data, "", lambda: False)
    return caught.value.code


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 50_000_000)
    assert refused(out.getvalue()) == "draft-bomb"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "draft-encrypted-word"),
        (b"not a zip", "draft-broken"),
        (b"", "draft-broken"),
    ],
)
def test_what_is_no_word_file_is_said_clearly(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_zip_without_a_document_is_broken() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert refused(out.getvalue()) == "draft-broken"


def test_cancelling_stops_the_reading() -> None:
    document = docx.Document()
    document.add_paragraph("一")
    with pytest.raises(ViewerError) as caught:
        read(saved(document), "", lambda: True)
    assert caught.value.code == "draft-cancelled"


def _boxed(document: object, words: str, *, fallback: bool = False) -> None:
    paragraph = document.add_paragraph("全省平稳。")  # type: ignore[attr-defined]
    run, picture, box = (OxmlElement(tag) for tag in ("w:r", "w:pict", "w:txbxContent"))
    inner = docx.Document().add_paragraph(words)._p
    box.append(inner)
    picture.append(box)
    run.append(picture)
    if fallback:
        wrapped = etree.Element(
            "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
        )
        wrapped.append(run)
        paragraph._p.append(wrapped)
    else:
        paragraph._p.append(run)


def test_a_text_box_is_read_after_its_paragraph_and_its_fallback_is_not() -> None:
    document = docx.Document()
    _boxed(document, "城镇化率达到52.3%。")
    _boxed(document, "城镇化率达到52.3%。", fallback=True)
    assert [b.text for b in report(document).blocks] == [
        "全省平稳。",
        "城镇化率达到52.3%。",
        "全省平稳。",
    ]


@pytest.mark.parametrize("note", ["footnote", "endnote"])
def test_notes_are_read_after_the_last_paragraph(note: str) -> None:
    document = docx.Document()
    document.add_paragraph("全省平稳。")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = (
        f'<w:{note}s xmlns:w="{space}">'
        f'<w:{note} w:type="separator"><w:p><w:r><w:t>——</w:t></w:r></w:p></w:{note}>'
        f"<w:{note}><w:p><w:r><w:t>按可比价格计算。</w:t></w:r></w:p></w:{note}></w:{note}s>"
    )
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{note}s+xml"
    part = Part(PackURI(f"/word/{note}s.xml"), kind, notes.encode(), document.part.package)
    relation = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{note}s"
    document.part.relate_to(part, relation)
    assert [b.text for b in report(document).blocks] == ["全省平稳。", "按可比价格计算。"]


def test_a_package_whose_document_is_something_else_is_broken() -> None:
    source = zipfile.ZipFile(io.BytesIO(saved(docx.Document())))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            other = b"<other/>" if name == "word/document.xml" else source.read(name)
            made.writestr(name, other)
    assert refused(out.getvalue()) == "draft-broken"


def test_hidden_words_and_who_made_the_file_are_not_read() -> None:
    document = docx.Document()
    document.core_properties.author = "zhangs"
    paragraph = document.add_paragraph("全港收入")
    hidden = paragraph.add_run("999万元")
    hidden.font.hidden = True
    paragraph.add_run("120万元。")
    made = report(document)
    assert [block.text for block in made.blocks] == ["全港收入120万元。"]
    assert made.source.authors == ()


def test_a_table_in_a_cell_is_read_once() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "外"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内", "1793"
    assert [block.text for block in report(document).blocks] == ["外", "内\t1793"]


@pytest.mark.parametrize("start", [10**8, 10**12, 10**20])
def test_a_list_that_starts_where_word_could_not_is_numbered_from_one(start: int) -> None:
    document = docx.Document()
    for level in document.part.numbering_part.element.iter(qn("w:lvl")):
        level.find(qn("w:numFmt")).set(qn("w:val"), "lowerRoman")
        level.find(qn("w:start")).set(qn("w:val"), str(start))
        level.find(qn("w:lvlText")).set(qn("w:val"), "%1" * 100_000)
    document.add_paragraph("其一", style="List Number")
    (block,) = report(document).blocks
    assert block.text.startswith("ii") and len(block.text) < 300
