import pytest

from viewer.draft.bylines import with_dateline, without_end_marks
from viewer.model import Source


@pytest.mark.parametrize(
    ("line", "rest", "authors"),
    [
        ("全部实现。【林  珊  夏  阳】", "全部实现。", ("林珊", "夏阳")),
        ("全部实现。（记者 张三丰）", "全部实现。", ("张三丰",)),
        ("全部实现。（责任编辑：王五）", "全部实现。", ()),
        ("全部实现（含在建）", "全部实现（含在建）", ()),
        ("【林 珊】", "【林 珊】", ()),
    ],
)
def test_names_in_brackets_close_a_report(line: str, rest: str, authors: tuple[str, ...]) -> None:
    found = without_end_marks(line, Source())
    assert (found.rest, found.source.authors) == (rest, authors)


@pytest.mark.parametrize(
    ("words", "publication"),
    [
        ("新华社海港2月2日电（记者张三）全港吞吐量增长。", "新华社"),
        ("海港日报讯：全港吞吐量增长。", "海港日报"),
        ("海港网讯（记者张三）全港吞吐量增长。", "海港网"),
        ("合作社负责人说：全港用电讯设备增长。", ""),
        ("全国互联网普及率提高 电讯业务：增长。", ""),
    ],
)
def test_only_a_dateline_names_who_published(words: str, publication: str) -> None:
    assert with_dateline(words, Source()).publication == publication
