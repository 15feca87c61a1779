import pytest

from viewer.datafile.decode import decode
from viewer.datafile.issue_collector import Collector

TEXT = "title: 全省公安机关的简报，是今年的\n" * 3


def read(data):
    collector = Collector()
    return decode(data, collector), [
        (issue.code, issue.place.line, issue.place.column, issue.params.get("encoding"))
        for issue in collector.sorted()
    ]


def test_utf_8_is_read_with_or_without_a_byte_order_mark():
    assert read(TEXT.encode()) == (TEXT, [])
    assert read(TEXT.encode("utf-8-sig")) == (TEXT, [])


@pytest.mark.parametrize(
    ("codec", "name", "column"),
    [
        ("gbk", "GBK / GB18030", 8),
        ("utf-16", "UTF-16", 1),
        ("utf-16-le", "UTF-16", 1),
        ("utf-16-be", "UTF-16", 1),
        ("utf-32", "UTF-32", 1),
        ("utf-32-le", "UTF-32", 1),
        ("utf-32-be", "UTF-32", 1),
    ],
)
def test_another_encoding_is_told_and_read_all_the_same(codec, name, column):
    text, issues = read(TEXT.encode(codec))
    assert text == TEXT
    assert issues == [("encoding-other", 1, column, name)]


def test_traditional_chinese_in_big5_is_recognised():
    text = "標題: 全省的公安機關在基層建設上，我們的國家有了進步。\n" * 4
    assert read(text.encode("big5")) == (text, [("encoding-other", 1, 1, "Big5")])


def test_latin_letters_of_a_western_code_page_are_no_chinese():
    _, issues = read("a: Müller\nb: é à ü\n".encode("latin-1"))
    assert issues == [("encoding-other", 1, 5, "Latin-1 / Windows-1252")]


def test_one_damaged_byte_in_a_utf_8_file_is_told_where_it_stands():
    data = TEXT.encode() + "公安".encode()[:-1]
    text, issues = read(data)
    assert issues == [("encoding-damaged", 4, 2, None)]
    assert text == TEXT + "公\ufffd"


def test_bytes_of_half_a_character_are_told_as_such():
    assert read(b"a: \xed\xa0\x80\n")[1] == [("char-surrogate", 1, 4, None)]


@pytest.mark.parametrize("head", [b"%PDF-1.4", b"PK\x03\x04", b"{\\rtf1"])
def test_a_report_given_for_a_briefing_is_recognised(head):
    assert read(head + b"\x00\x01") == (None, [("file-report", 1, 1, None)])


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"a" + b"\0" * 100, b"\xff\x00\x01" * 50])
def test_what_is_no_text_is_not_read(data):
    assert read(data) == (None, [("file-binary", 1, 1, None)])
