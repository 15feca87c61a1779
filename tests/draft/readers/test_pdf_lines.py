from collections.abc import Iterator

from viewer.draft.readers.pdf_lines import Glyph, lines_of


def glyphs(
    text: str, left: float, bottom: float = 700, size: float = 10, gap: float = 0
) -> Iterator[Glyph]:
    """Characters of one line, Latin ones half as wide; a space is a gap of a quarter."""
    for each in text:
        if each == " ":
            left += size / 4 + gap
            continue
        wide = size if each > "\u2e80" else size / 2
        yield Glyph(each, left, left + wide, bottom, bottom + size, size, False, pen=left)
        left += wide


def test_quotation_marks_drawn_after_their_line_stand_in_its_gaps() -> None:
    words = [*glyphs("推行", 50), *glyphs("三联", 80), *glyphs("机制", 110)]
    marks = [*glyphs("“", 73), *glyphs("”", 101)]
    assert [line.text for line in lines_of([*words, *marks])] == ["推行“三联”机制"]


def test_a_mark_drawn_first_begins_its_line() -> None:
    found = lines_of([*glyphs("三联机制", 60), *glyphs("“", 54)])
    assert [line.text for line in found] == ["“三联机制"]


def test_lines_of_two_columns_stay_apart() -> None:
    left = [*glyphs("左栏一行", 50), *glyphs("左栏二行", 50, 685)]
    right = [*glyphs("右栏一行", 120), *glyphs("右栏二行", 120, 685)]
    found = [line.text for line in lines_of([*left, *right])]
    assert found == ["左栏一行", "左栏二行", "右栏一行", "右栏二行"]


def test_a_space_between_chinese_words_is_kept_and_wide_setting_makes_none() -> None:
    assert lines_of(glyphs("形势稳定 效能提升", 50))[0].text == "形势稳定 效能提升"
    wide = [
        Glyph(each, 50 + 11 * at, 60 + 11 * at, 0, 10, 10, False, pen=50 + 11 * at)
        for at, each in enumerate("形势稳定效能提升")
    ]
    assert lines_of(wide)[0].text == "形势稳定效能提升"


def test_words_spread_over_the_width_of_a_column_are_no_cells() -> None:
    justified = lines_of(glyphs("estimate of many millions", 50, gap=15))[0]
    assert [cell.text for cell in justified.cells] == ["estimate of many millions"]
    row = lines_of([*glyphs("Net income", 50), *glyphs("1200", 160)])[0]
    assert [cell.text for cell in row.cells] == ["Net income", "1200"]


def test_the_letters_of_a_ligature_stay_in_their_word() -> None:
    box = {"left": 116.0, "right": 131.6, "bottom": 0.0, "top": 13.0, "size": 14.0, "bold": False}
    ligature = [Glyph(text=each, pen=116.0, **box) for each in "ffi"]  # type: ignore[arg-type]
    before = Glyph("a", 106.5, 115.9, 0, 13, 14, False, pen=106.5)
    after = Glyph("c", 131.6, 139.9, 0, 13, 14, False, pen=131.6)
    assert [line.text for line in lines_of([before, *ligature, after])] == ["affic"]


def test_a_stretched_line_has_no_spaces_beside_its_digits() -> None:
    made, left = [], 50.0
    for each in "共有港口52个船舶9艘":
        wide = 10.0 if each > "\u2e80" else 5.0
        left += 3.0 if each in "5个9艘" else 0.0  # what the typesetter parts digits by
        made.append(Glyph(each, left, left + wide, 0, 10, 10, False, pen=left))
        left += wide + 0.6
    assert lines_of(made)[0].text == "共有港口52个船舶9艘"
