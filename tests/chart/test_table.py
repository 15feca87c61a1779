from tests.chart.build import WORDS, chart, metric, one
from viewer.chart.table import COLUMNS, table_rows, tsv


def test_a_chart_becomes_rows_of_plain_numbers_with_quotes() -> None:
    a = metric("a", "2.5万", "起", label="案件", cite="案件 2.5 万起")
    scene = one([a], passage="侦破案件 2.5 万起。")
    head, row = table_rows(scene, WORDS)
    assert len(head) == len(COLUMNS)
    assert row[:3] == ("案件", "2.5万起", "25000")
    assert row[-1] == "案件 2.5 万起"


def test_what_is_computed_and_what_remains_stand_in_the_table() -> None:
    metrics = [metric("all", "24"), metric("a", "9", of="all"), metric("b", "6", of="all")]
    text = tsv(one(metrics, [chart("share", "a", "b", exclusive=True)]), WORDS)
    assert "9 ÷ 24 = 37.5%" in text
    assert "24 − 9 − 6 = 9" in text


def test_no_cell_breaks_its_row_or_begins_a_formula() -> None:
    scene = one([metric("a", "3", label="=HYPERLINK(\t1)\n")])
    lines = tsv(scene, WORDS).splitlines()
    assert [line.count("\t") for line in lines] == [len(COLUMNS) - 1] * 2
    assert lines[1].startswith("'=HYPERLINK( 1)")
