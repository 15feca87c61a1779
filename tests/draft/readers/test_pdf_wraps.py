from viewer.draft.readers.pdf_lines import Cell, Line
from viewer.draft.readers.pdf_wraps import unwrapped


def line(height: float, *cells: tuple[str, float]) -> Line:
    made = tuple(Cell(text, left, left + 10 * len(text)) for text, left in cells)
    return Line(made, height, height + 10, 10, False, made)


def said(page: list[Line]) -> list[list[str]]:
    return [[cell.text for cell in each.cells] for each in unwrapped(page)]


NEXT = line(660, ("林业", 50), ("1.2", 150), ("3.4", 200))


def test_a_label_of_two_lines_stands_before_its_numbers_between_them() -> None:
    label = [line(700, ("交通仓储和", 50)), line(686, ("邮政业务", 50))]
    row = line(693, ("29.1", 150), ("5.7", 200))
    assert said([*label, row, NEXT]) == [
        ["交通仓储和邮政业务", "29.1", "5.7"],
        ["林业", "1.2", "3.4"],
    ]


def test_numbers_level_with_the_first_line_of_a_label_take_all_of_it() -> None:
    label = [line(700, ("交通仓储和", 50)), line(688, ("邮政业务", 50))]
    row = line(700, ("29.1", 150), ("5.7", 200))
    assert said([*label, row, NEXT])[0] == ["交通仓储和邮政业务", "29.1", "5.7"]


def test_a_head_of_wrapped_cells_is_one_row() -> None:
    head = [
        line(700, ("指标", 50)),
        line(688, ("名称", 50)),
        line(700, ("产量", 150)),
        line(688, ("万吨", 150)),
        line(694, ("增长", 200)),
    ]
    assert said([*head, NEXT])[0] == ["指标名称", "产量万吨", "增长"]


def test_the_unit_above_a_table_stays_a_line_of_its_own() -> None:
    unit = line(680, ("单位：亿元", 50))
    assert said([unit, NEXT]) == [["单位：亿元"], ["林业", "1.2", "3.4"]]


def test_a_page_without_rows_is_left_as_it_is() -> None:
    page = [line(700, ("一行", 50)), line(685, ("又一行", 50))]
    assert unwrapped(page) == page


def test_each_table_of_a_page_has_a_head_of_its_own() -> None:
    head = [
        line(600, ("企业", 50)),
        line(606, ("用工", 150)),
        line(594, ("（人）", 145)),
        line(606, ("税收", 200)),
        line(594, ("（万元）", 195)),
    ]
    last = line(570, ("明源", 50), ("620", 150), ("1850", 200))
    assert said([NEXT, line(640, ("另表", 50)), *head, last])[-2:] == [
        ["企业", "用工（人）", "税收（万元）"],
        ["明源", "620", "1850"],
    ]
