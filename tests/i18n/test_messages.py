from hypothesis import given
from hypothesis import strategies as st

from viewer.i18n import load, system_language


def test_a_sentence_is_said_in_each_language():
    assert load("zh_CN")("menu.file") == "文件"
    assert load("en")("menu.file") == "File"


def test_any_english_locale_is_english_and_anything_else_chinese():
    assert load("en_GB.UTF-8").language == "en"
    assert load("de").language == "zh_CN"


def test_a_number_chooses_the_plural_form():
    words = load("en")
    assert words("window.section-figures", n=1) == "1 figure"
    assert words("window.section-figures", n=2) == "2 figures"


def test_a_sentence_without_plural_forms_takes_a_number_too():
    assert load("en")("menu.file", n=2) == "File"


@given(st.text())
def test_a_value_is_put_in_literally_whatever_it_holds(value):
    said = load("en")("window.place", at=value, all="{at}")
    assert said == f"Section {value} / {{at}}"


def test_the_environment_names_the_language(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert system_language() == "zh_CN"
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert system_language() == "en"
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert system_language() == "zh_CN"


def test_a_doubt_of_a_draft_is_told_in_the_language_of_who_reads_it() -> None:
    zh, en = load("zh-CN"), load("en")
    for key, fields in (
        ("no-base", {}),
        ("dash", {}),
        ("lost-point", {}),
        ("changed", {"old": "1.5亿元"}),
        ("relation", {"formula": "3 + 4 = 8"}),
    ):
        assert zh.of_doubt(en(f"draft.doubt.{key}", **fields)) == zh(f"draft.doubt.{key}", **fields)
        assert en.of_doubt(zh(f"draft.doubt.{key}", **fields)) == en(f"draft.doubt.{key}", **fields)
    both = f"{zh('draft.doubt.no-unit')}；{zh('draft.doubt.label-long')}"
    assert en.of_doubt(both) == f"{en('draft.doubt.no-unit')}; {en('draft.doubt.label-long')}"
    assert en.of_doubt("与财务处再对一次") == "与财务处再对一次"
