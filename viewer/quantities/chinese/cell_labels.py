"""Labels of the cells of Chinese tables: the row, what its column measures, and the period."""

from __future__ import annotations

from viewer.model import Kind
from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.flattened import Cell, period_free

_EARLIER = ("上年", "去年", "上期", "上月", "同期")
_MEASURE = (
    "(?!.*(?:金额|数值|数额|数量|总额|总值|绝对|总量|完成|实绩|实际|指标|本期|累计|合计|总计|单位|预算|决算|"
    "执行|规模|水平|情况|结果|全年|全市|全省|全县|全国|年末|年度|季度|月|同期|上年|期末|期初))"
    "(?:[A-Z][A-Za-z0-9.]{1,5})?[\u4e00-\u9fff]{2,8}"
)
"""The title of a column that names what is counted or measured: 教师（人）, 产量, PM2.5浓度."""
_PERIOD = (
    "(?:(?:19|20)[0-9]{2}年(?:[上下]半年|[末底])?|[0-9]{1,2}月份?|第?[一二三四]季度|[上下]半年)"
)
_TOTAL = "(?:合计|总计|总数|小计|共计|全部)"
_BARE_SHARE = "(?:所?占)?(?:比重?|比例|构成|百分比)"
_TIMES = "(?:人次|人数|数量?)$"
_HEADS = "人数"
_PERSONS = "(?:人员|[人者员师生工]|学生|教师|干部|户主)$"


def cell_label(cell: Cell) -> str:
    """Row and column; a column that only says that it holds the value adds nothing to the row."""
    column = period_free(cell.column)
    if not cell.derived:
        return _joined(cell.row, column) if _tells(cell.row, column) else cell.row
    if column.startswith(_EARLIER) or pattern(_PERIOD).fullmatch(column):
        return f"{column}{cell.row}"
    if cell.kind in (Kind.SHARE, Kind.CHANGE):
        told = _tells(cell.row, cell.level)
        return _of_level(cell, column) if told else f"{cell.row}{column}"
    return _joined(cell.row, column)


def _of_level(cell: Cell, column: str) -> str:
    """A change or a bare share with what the column of its level measures: 粮食产量同比增长."""
    level = cell.level
    if cell.kind is Kind.SHARE and not pattern(_BARE_SHARE).fullmatch(column):
        return f"{cell.row}{column}"
    shared = (size for size in range(len(level), 1, -1) if column.startswith(level[-size:]))
    told = next(shared, 0)
    named = level if told else pattern(_TIMES).sub("", level)
    return _joined(cell.row, named) + column[told:]


def _joined(row: str, measure: str) -> str:
    """A row with a measure; of a row of totals the measure stands first: 营业收入合计."""
    if pattern(_TOTAL).fullmatch(row) and pattern(_MEASURE).fullmatch(measure):
        return f"{pattern(_TIMES).sub('', measure)}{row}"
    return f"{row}{measure}"


def _tells(row: str, column: str) -> bool:
    """Whether a column says what the row does not: no count of rows of persons, no period's row."""
    if not pattern(_MEASURE).fullmatch(column) or pattern("[0-9]").search(row):
        return False
    if column == _HEADS and pattern(_PERSONS).search(row):
        return False
    return not row.endswith(column[-2:])
