import io
import zipfile
from pathlib import Path

import pytest

from viewer.draft.readers import Shape, read_report
from viewer.draft.readers.ofd import read
from viewer.model import ViewerError

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def said(
    text: str, left: float, top: float, size: float = 4, deltas: str = "", more: str = ""
) -> str:
    """A run of text whose first character begins at a place in millimetres."""
    steps = deltas or f"g {len(text) - 1} {size}"
    return (
        f'<ofd:TextObject ID="9" Boundary="{left} {top} 160 {size}" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size * 0.8}" DeltaX="{steps}">{text}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def archive(*pages: str, box: str = "0 0 210 297") -> bytes:
    """An OFD file whose pages hold these runs; the second page is named from the root."""
    places = [f"{'' if at != 1 else '/Doc_0/'}Pages/Page_{at}/Content.xml" for at in range(9)]
    listed = "".join(
        f'<ofd:Page ID="{at + 1}" BaseLoc="{places[at]}"/>' for at in range(len(pages))
    )
    document = (
        f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    entry = (
        f'<ofd:OFD {NAMESPACE} DocType="OFD"><ofd:DocBody>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("OFD.xml", entry)
        made.writestr("Doc_0/Document.xml", document)
        for at, page in enumerate(pages):
            made.writestr(
                f"Doc_0/Pages/Page_{at}/Content.xml",
                f"<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content>"
                "</ofd:Page>",
            )
    return written.getvalue()


TITLE = said("二〇二四年林业简报", 60, 20, size=8)
LINE = "全年完成造林面积三万亩，比上年多八千亩，其中人工造林两万亩，飞播造林一万"


def test_the_words_of_an_ofd_file_are_laid_out_as_they_are_printed(tmp_path: Path) -> None:
    path = tmp_path / "report.ofd"
    body = said(LINE, 28, 50) + said("亩，投入资金1.2亿元。", 20, 56)
    foot = said("- 1 -", 100, 280)
    path.write_bytes(archive(TITLE + body + foot, said("第二页的第一段话。", 28, 20)))
    report = read_report(path)
    assert report.title == "二〇二四年林业简报"
    assert [block.text for block in report.blocks[1:]] == [
        f"{LINE}亩，投入资金1.2亿元。",
        "第二页的第一段话。",
    ]
    assert "-1-" in "".join(report.dropped).replace(" ", "")


def test_columns_are_told_by_the_steps_between_characters() -> None:
    rows = [("指标", "本年", "上年"), ("造林", "3.0", "2.2"), ("抚育", "5.1", "4.9")]
    page = "".join(
        said(cell, 30 + 50 * column, 40 + 8 * row)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    )
    block = read(archive(page + said("合计8", 30, 70, deltas="4 46")), "", lambda: False).blocks[0]
    assert block.shape is Shape.TABLE
    assert block.text == "指标\t本年\t上年\n造林\t3.0\t2.2\n抚育\t5.1\t4.9\n合计\t8"


def test_a_matrix_scales_and_turns_the_words() -> None:
    page = (
        said("正文第一段写在这里。", 20, 40, size=2, more='CTM="2 0 0 2 0 0"')
        + said("密", 5, 100, more='CTM="0 -1 1 0 0 0"')
        + said("不可见。", 20, 60, more='Visible="false"')
    )
    report = read(archive(page), "", lambda: False)
    assert [block.text for block in report.blocks] == ["正文第一段写在这里。"]
    assert report.dropped == ("密",)


def broken(name: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        made.writestr(name, "<a/>")
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 no archive", "draft-broken"),
        (broken("word/document.xml"), "draft-broken"),
        (archive(""), "draft-scanned"),
        (archive(said("字" * 3, 0, 9, deltas="g 99999999999 nan"), box="x"), ""),
        (archive(" " * 3_000_000 + TITLE), "draft-bomb"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, code: str) -> None:
    if not code:
        assert read(data, "", lambda: False).blocks[0].text == "字字字"
        return
    with pytest.raises(ViewerError) as caught:
        read(data, "", lambda: False)
    assert caught.value.code == code
