from viewer.draft.reading.markdown import read
from viewer.draft.reading.report import Shape

PAGE = """# 年度报告

全年实现**增加值**153.6亿元，
比上年[增长](https://example.org)11%。

综合
----

- 第一项 12 个
- 第二项 34 个

| 指标 | 2019 |
|------|-----:|
| 粮食 | 1.5 |

1. 其一
"""


def blocks() -> list[tuple[Shape, int, str]]:
    report = read(PAGE.encode(), "", lambda: False)
    return [(block.shape, block.level, block.text) for block in report.blocks]


def test_markdown_is_read_as_its_reader_sees_it() -> None:
    assert blocks() == [
        (Shape.HEADING, 1, "年度报告"),
        (Shape.PARAGRAPH, 0, "全年实现增加值153.6亿元，比上年增长11%。"),
        (Shape.HEADING, 2, "综合"),
        (Shape.ITEM, 0, "第一项 12 个"),
        (Shape.ITEM, 0, "第二项 34 个"),
        (Shape.TABLE, 0, "指标\t2019\n粮食\t1.5"),
        (Shape.ITEM, 0, "1. 其一"),
    ]
