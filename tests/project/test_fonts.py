import ast
import io
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPainter, QPdfWriter

from tests.project.source import MODULES, nodes, text
from viewer.commands.qt_census import drawn_text
from viewer.rendering.faces import load_bundled_faces, missing_characters
from viewer.resources import bundled, resource

FAMILIES = ("Briefing Sans SC", "Briefing Serif SC")
HANZI = "".join(
    bytes((row, cell)).decode("gb2312", "ignore")
    for row in range(0xB0, 0xF8)
    for cell in range(0xA1, 0xFF)
)
SIGNS = "≥≤≈≠±×÷→←↑↓▶●○■□▲△★☆·•—–…“”‘’％‰℃①②③⑩ⅠⅣ、。，；：？！（）《》「」〔〕￥€㎡１２３ＡＢ"


def alone(family: str, *, bold: bool = False) -> QFont:
    """The bundled face, with no other face to help it out."""
    font = QFont(family, 12)
    font.setBold(bold)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


@pytest.fixture
def faces(qapp: object) -> tuple[str, ...]:
    return load_bundled_faces()


def test_both_families_are_there_under_names_of_their_own(faces: tuple[str, ...]) -> None:
    assert set(faces) == set(FAMILIES)
    assert "Bold" in QFontDatabase.styles("Briefing Sans SC")


@pytest.mark.usefixtures("faces")
@pytest.mark.parametrize(
    ("family", "bold"), [(FAMILIES[0], False), (FAMILIES[0], True), (FAMILIES[1], False)]
)
def test_a_face_draws_gb_2312_and_the_signs_of_reports(family: str, *, bold: bool) -> None:
    font = alone(family, bold=bold)
    assert QFontInfo(font).family() == family
    ascii_ = "".join(map(chr, range(0x21, 0x7F)))
    report = bundled("shandong-2020.txt").read_text(encoding="utf-8")
    assert len(HANZI) == 6_763
    assert missing_characters(HANZI + SIGNS + ascii_ + report, font) == ()


@pytest.mark.usefixtures("faces")
def test_the_bundled_face_draws_every_text_of_the_interface() -> None:
    """A desktop without any Chinese face shows no box: none of the catalogue, none of a button."""
    missing = missing_characters(drawn_text() + "".join(texts_in_code()), alone(FAMILIES[0]))
    assert missing == ()


def texts_in_code() -> list[str]:
    """What the code gives to `setText` in quotes: signs on buttons."""
    return [
        node.args[0].value
        for module in MODULES
        if ".setText(" in text(module)
        for node in nodes(module, ast.Call)
        if isinstance(node.func, ast.Attribute)
        and node.func.attr == "setText"
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    ]


@pytest.mark.usefixtures("faces")
@pytest.mark.parametrize("family", FAMILIES)
def test_a_pdf_gives_back_the_characters_that_were_drawn(family: str) -> None:
    lines = [HANZI[at : at + 40] for at in range(0, 2_000, 40)]
    lines += ["收入 营业收入 2.5 万起 1.48亿元 80% 以上", "阿·买 • ——…… ～〜 ①➀ “引”‘号’"]
    assert extracted(family, lines) == lines


def extracted(family: str, lines: list[str]) -> list[str]:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(target)
    writer.setResolution(100)
    painter = QPainter(writer)
    painter.setFont(alone(family))
    for number, line in enumerate(lines):
        painter.drawText(QPoint(0, 20 + 20 * number), line)
    painter.end()
    pages = pypdfium2.PdfDocument(io.BytesIO(bytes(target.data().data())))
    text = pages[0].get_textpage().get_text_range()
    pages.close()
    return [line.strip() for line in text.splitlines()]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("latin", "chinese"),
    [("Briefing Sans Latin", FAMILIES[0]), ("Briefing Serif Latin", FAMILIES[1])],
)
def test_the_latin_faces_draw_quotation_marks_narrow_and_say_them(latin: str, chinese: str) -> None:
    assert {latin} <= set(load_bundled_faces("*Latin*.otf"))
    load_bundled_faces()
    wide, narrow = (QFontMetricsF(alone(family)) for family in (chinese, latin))
    for mark in "‘’“”":
        assert narrow.horizontalAdvance(mark) < 0.6 * wide.horizontalAdvance(mark)
    words = "The harbour’s “quiet” year – 4,812 calls…"
    assert narrow.horizontalAdvance("harbour 4,812") == wide.horizontalAdvance("harbour 4,812")
    assert extracted(latin, [words]) == [words]


def test_the_licence_and_the_way_they_were_made_lie_beside_them() -> None:
    folder = resource("fonts")
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert (folder / "make_subset.py").is_file()
    size = sum(Path(one).stat().st_size for one in folder.glob("*.otf"))
    assert size < 7_200_000
