import pytest

from viewer.draft.readers.decode import decode_report
from viewer.model import ViewerError

SIMPLIFIED = "全省公安机关建成执法办案管理中心203个，实现全省覆盖。"
TRADITIONAL = "全省公安機關建成執法辦案管理中心203個，實現全省覆蓋。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        ("Sales rose 3.5 percent — a record.", "utf-8"),
        ("Sales rose 3.5 percent in the year.", "ascii"),
    ],
)
def test_the_encoding_is_found_from_the_bytes(text: str, encoding: str) -> None:
    assert decode_report(text.encode(encoding)) == text


def test_a_western_encoding_is_found_too() -> None:
    text = "Les ventes ont augmenté de 3,5 % à l’été, l’économie a été portée par l’industrie. " * 9
    assert decode_report(text.encode("cp1252")) == text


def test_the_encoding_asked_for_wins() -> None:
    assert decode_report("中".encode("gb18030"), "gb18030") == "中"


def test_a_cut_character_in_the_middle_is_told_with_its_byte() -> None:
    with pytest.raises(ViewerError) as caught:
        decode_report(b"\xe5\x85\xa8\xe5", "utf-8")
    assert caught.value.code == "draft-undecodable"
    assert caught.value.params["at"] == 3


@pytest.mark.parametrize("name", ["gb1803", "base64", "rot13"])
def test_an_encoding_that_is_none_is_named(name: str) -> None:
    with pytest.raises(ViewerError) as caught:
        decode_report(b"abc", name)
    assert caught.value.code == "draft-unknown-encoding"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("at", [0, 30, -1])
def test_a_few_broken_bytes_do_not_make_rubbish_of_a_text(at: int, encoding: str) -> None:
    text = (
        "全港共有船舶五十二艘，比上年增长百分之四点五，新建泊位两个，投资两亿四千万元，运行平稳。"
    )
    data = text.encode(encoding)
    broken = data[:-1] if at < 0 else data[:at] + b"\xff" + data[at:]
    assert decode_report(broken).replace("\ufffd", "") in (text, text[:-1])
