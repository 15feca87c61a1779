from viewer.draft.readers.pdf_lines import Cell, Line
from viewer.draft.readers.pdf_tables import cells_of, number_rows


def row(height: float, *words: tuple[str, float], parted: bool = True) -> Line:
    """A line of words, each a cell of its own where `parted`, of ten points a character."""
    made = tuple(Cell(text, left, left + 10 * len(text)) for text, left in words)
    whole = Cell(" ".join(word.text for word in made), made[0].left, made[-1].right)
    return Line(made if parted else (whole,), height, height + 10, 10, False, made)


HEAD = row(700, ("指标名称", 50), ("产量", 95), ("增长", 145), parted=False)
ROWS = [
    row(685, ("粮食", 50), ("4.1", 95), ("0.2", 145)),
    row(670, ("薯类", 50), ("2.6", 95), ("-1.5", 145)),
]


def test_a_line_whose_gaps_are_those_of_the_row_below_is_its_head() -> None:
    assert number_rows([HEAD, *ROWS]) == {0, 1, 2}


def test_words_above_a_table_are_no_row() -> None:
    prose = row(700, ("全年", 50), ("粮食产量", 75), ("增长", 120), ("见表", 145), parted=False)
    assert number_rows([prose, *ROWS]) == {1, 2}


def test_columns_that_stand_close_are_told_by_the_blank_between_them() -> None:
    close = row(655, ("大豆油料", 50), ("9.25", 94), ("0.6", 145), parted=False)
    assert cells_of([HEAD, *ROWS, close])[-1] == ["大豆油料", "9.25", "0.6"]


def test_an_empty_cell_keeps_its_column() -> None:
    rows = [*ROWS, row(655, ("油料", 50), ("4.4", 145))]
    assert cells_of(rows)[-1] == ["油料", "", "4.4"]


def test_a_wide_head_does_not_run_the_columns_together() -> None:
    wide = row(715, ("主要农产品产量和增长", 60), ("表", 165), parted=True)
    assert cells_of([wide, *ROWS])[1] == ["粮食", "4.1", "0.2"]


def test_heads_over_two_columns_stand_over_both_and_close_columns_are_parted_by_numbers() -> None:
    def numbers(height: float, name: str, *words: str) -> Line:
        lefts = (110, 153, 230, 273)  # the columns of a group stand three points apart
        return row(height, (name, 50), *zip(words, lefts, strict=True), parted=False)

    rows = [
        row(715, ("行业", 50), ("产值情况", 130), ("销售情况", 250)),
        row(700, ("本期", 115), ("同比", 155), ("本期", 235), ("同比", 275)),
        numbers(685, "食品", "8530", "9.2", "8320", "8.8"),
        numbers(670, "服装", "6120", "3.4", "6090", "2.9"),
        numbers(655, "合计", "1465", "5.1", "1441", "4.7"),
    ]
    assert cells_of(rows) == [
        ["行业", "产值情况", "产值情况", "销售情况", "销售情况"],
        ["", "本期", "同比", "本期", "同比"],
        ["食品", "8530", "9.2", "8320", "8.8"],
        ["服装", "6120", "3.4", "6090", "2.9"],
        ["合计", "1465", "5.1", "1441", "4.7"],
    ]
