from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

from tests.draft.locked import locked_pdf
from viewer.draft.readers import read_report
from viewer.draft.readers.pdf import read
from viewer.draft.readers.report import Report, Shape
from viewer.model import ViewerError

BODY = (
    "公安派出所是基层社会治理的重要基础。省公安厅加强新时代派出所建设,出台了加强新时代派出所工作的"
    "实施意见,进一步明确派出所职责、任务和工作机制。2020年,全省共充实派出所警力1793名,"
    "专项列支社区警务工作经费1.48亿元。"
)
TABLE = """<table width="100%" cellpadding="8"><tr><td>指标</td><td>2019年</td><td>2020年</td></tr>
<tr><td>粮食</td><td>100.5</td><td>200.1</td></tr><tr><td>油料</td><td>3.5</td><td>4.1</td></tr>
</table>"""


def written(tmp_path: Path, html: str) -> bytes:
    path = tmp_path / "report.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    document = QTextDocument()
    font = QFont()
    font.setPointSize(9)  # whatever face a window has given the application
    document.setDefaultFont(font)
    document.setHtml(html)
    document.print_(writer)
    return path.read_bytes()


def report(tmp_path: Path, html: str) -> Report:
    return read(written(tmp_path, html), "", lambda: False)


@pytest.mark.usefixtures("qapp")
def test_lines_are_joined_to_the_paragraphs_they_were(tmp_path: Path) -> None:
    said = [f"第{number}段：{BODY}" for number in range(100, 112)]
    read_back = report(tmp_path, "<h1>年度公报</h1>" + "".join(f"<p>{each}</p>" for each in said))
    assert read_back.title == "年度公报"
    assert [b.text for b in read_back.blocks] == ["年度公报", *said]
    assert "2" in read_back.dropped  # the number of a page that Qt prints at its foot


@pytest.mark.usefixtures("qapp")
def test_columns_that_stand_apart_are_a_table(tmp_path: Path) -> None:
    blocks = report(tmp_path, f"<p>{BODY}</p>{TABLE}<p>{BODY}</p>").blocks
    assert [b.shape for b in blocks] == [Shape.PARAGRAPH, Shape.TABLE, Shape.PARAGRAPH]
    assert blocks[1].text == "指标\t2019年\t2020年\n粮食\t100.5\t200.1\n油料\t3.5\t4.1"


def refused(data: bytes) -> str:
    with pytest.raises(ViewerError) as caught:
        read(data, "", lambda: False)
    return caught.value.code


def test_a_pdf_without_text_is_told_to_be_scanned(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    path = tmp_path / "scan.pdf"
    document.save(path)
    document.close()
    assert refused(path.read_bytes()) == "draft-scanned"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 broken", b"\0" * 100])
def test_what_is_no_pdf_is_said_clearly(data: bytes) -> None:
    assert refused(data) == "draft-broken"


@pytest.mark.usefixtures("qapp")
def test_cancelling_stops_the_reading(tmp_path: Path) -> None:
    data = written(tmp_path, f"<p>{BODY}</p>")
    with pytest.raises(ViewerError) as caught:
        read(data, "", lambda: True)
    assert caught.value.code == "draft-cancelled"


@pytest.mark.usefixtures("qapp")
def test_a_title_below_a_letterhead_is_the_title_and_the_letterhead_is_told(tmp_path: Path) -> None:
    made = report(tmp_path, f"<p>内部资料</p><h1>年度公报</h1><p>{BODY}</p><p>{BODY}</p>")
    assert made.title == "年度公报"
    assert "内部资料" in made.dropped
    assert [block.text for block in made.blocks] == ["年度公报", BODY, BODY]


@pytest.mark.parametrize(
    ("password", "code"), [("", "draft-encrypted-pdf"), ("Quay", "draft-wrong-password")]
)
def test_a_locked_pdf_says_what_it_needs(password: str, code: str) -> None:
    with pytest.raises(ViewerError) as caught:
        read(locked_pdf("Ships 52.", "quay"), "", lambda: False, password)
    assert caught.value.code == code


def test_a_password_opens_a_locked_pdf(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked_pdf("Ships called 52 times.", "quay 7"))
    assert read_report(path, password="quay 7").blocks[0].text == "Ships called 52 times."
