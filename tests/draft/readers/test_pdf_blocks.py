from viewer.draft.readers.pdf_blocks import paragraphs
from viewer.draft.readers.pdf_furniture import without_furniture
from viewer.draft.readers.pdf_lines import Cell, Line
from viewer.draft.readers.report import Shape


def line(text: str, height: float, left: float = 50, right: float = 0, size: float = 10) -> Line:
    end = right or left + size * len(text)
    return Line((Cell(text, left, end),), height, height + size, size, False)


FULL = "一" * 40


def page(number: int) -> list[Line]:
    return [
        line("某某公司2020年年度报告", 800),
        *[line(f"{number}{at}" + FULL * 2, 700 - 15 * at) for at in range(4)],
        line(f"第 {number} 页 共 3 页", 30, left=200),
    ]


def test_running_heads_and_page_numbers_are_dropped_and_told() -> None:
    kept, dropped = without_furniture([page(1), page(2), page(3)])
    assert [each.text for each in kept[0]] == [f"1{at}" + FULL * 2 for at in range(4)]
    assert dropped[0] == "某某公司2020年年度报告"
    assert "第 2 页 共 3 页" in dropped


def test_a_line_that_stands_once_at_the_edge_stays() -> None:
    first = [line("只有首页有的标题", 750), *page(1)[1:]]
    kept, _ = without_furniture([first, page(2), page(3)])
    assert kept[0][0].text == "只有首页有的标题"


def test_a_paragraph_runs_on_over_the_foot_of_a_page() -> None:
    blocks = paragraphs([[line(FULL, 700), line(FULL, 685)], [line(FULL, 700), line("完。", 685)]])
    assert [block.text for block in blocks] == [FULL * 3 + "完。"]


def test_a_short_line_and_an_indent_end_a_paragraph() -> None:
    lines = [line(FULL, 700), line("短句。", 685), line(FULL, 670), line("一" * 38, 655, left=70)]
    assert [block.text for block in paragraphs([lines])] == [FULL + "短句。", FULL, "一" * 38]


def test_larger_type_is_a_heading_of_its_rank() -> None:
    lines = [
        line("大标题", 780, size=20),
        line("小标题", 740, size=14),
        *[line(FULL, 700 - 15 * at) for at in range(3)],
    ]
    found = [(b.shape, b.level) for b in paragraphs([lines])]
    assert found == [(Shape.HEADING, 1), (Shape.HEADING, 2), (Shape.PARAGRAPH, 0)]


def test_a_word_parted_at_the_end_of_a_line_is_whole_again() -> None:
    lines = [line("The eco-", 700, right=450), line("nomy grew", 685)]
    assert paragraphs([lines])[0].text == "The economy grew"


def test_an_empty_cell_keeps_its_column() -> None:
    def row(height: float, *cells: tuple[str, float]) -> Line:
        made = tuple(Cell(text, left, left + 30) for text, left in cells)
        return Line(made, height, height + 10, 10, False)

    rows = [
        row(700, ("指标", 50), ("2019", 150), ("2020", 250)),
        row(685, ("粮食", 50), ("4.1", 250)),
    ]
    assert paragraphs([rows])[0].text == "指标\t2019\t2020\n粮食\t\t4.1"


def test_pages_without_lines_give_no_blocks() -> None:
    assert paragraphs([[], []]) == ()


def test_lines_of_another_size_do_not_widen_the_column() -> None:
    foot = line("https://example.org/report.html", 20, right=900, size=7)
    lines = [*[line(FULL, 700 - 15 * at) for at in range(3)], line("完。", 655), foot]
    assert paragraphs([lines])[0].text == FULL * 3 + "完。"


def test_a_title_of_two_lines_set_in_the_middle_is_one_heading() -> None:
    lines = [
        line("一" * 20, 780, left=50, size=20),
        line("简报", 750, left=230, size=20),
        *[line(FULL, 700 - 15 * at) for at in range(3)],
    ]
    assert paragraphs([lines])[0].text == "一" * 20 + "简报"


def test_a_paragraph_runs_on_in_the_next_column() -> None:
    left = [line("一" * 20, 700 - 15 * at, right=250) for at in range(3)]
    right = [line("二" * 20, 700 - 15 * at, left=280, right=480) for at in range(2)]
    assert [b.text for b in paragraphs([[*left, *right]])] == ["一" * 60 + "二" * 40]


def test_no_paragraph_begins_with_a_mark_that_ends_words() -> None:
    lines = [line("一" * 36, 700), line("、" + FULL[1:], 685)]
    assert len(paragraphs([lines])) == 1


def test_a_hyphen_of_the_report_stays_at_the_end_of_a_line() -> None:
    def words(*texts: str) -> str:
        lines = [line(text, 700 - 15 * at, right=450) for at, text in enumerate(texts)]
        return paragraphs([lines])[0].text

    assert words("It rose year-on-", "year by 3 percent") == "It rose year-on-year by 3 percent"
    said = words("The family and the single-", "family homes")
    assert said == "The family and the single-family homes"


def test_a_page_of_few_lines_has_the_columns_of_the_page_before() -> None:
    first = [line(FULL, 700 - 15 * at) for at in range(4)]
    last = [line("第一项完成。", 700), line("附件：主要指标表", 685)]
    said = [block.text for block in paragraphs([[*first, line("完。", 640)], last])]
    assert said[-2:] == ["第一项完成。", "附件：主要指标表"]
