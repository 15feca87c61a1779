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
