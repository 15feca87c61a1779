import pytest

from viewer.chart.layout.grid import even


@pytest.mark.parametrize(
    ("cells", "most", "columns"),
    [(6, 5, 3), (6, 4, 3), (5, 4, 3), (4, 9, 4), (7, 3, 3), (1, 3, 1), (0, 3, 1), (3, 0, 1)],
)
def test_rows_are_as_full_as_each_other(cells: int, most: int, columns: int) -> None:
    assert even(cells, most) == columns
