import pytest

from viewer.datafile.characters import cleaned, first_bad
from viewer.datafile.issue_collector import Collector


def clean(text):
    collector = Collector()
    said = cleaned(text, collector)
    return said, [
        (issue.code, issue.place.line, issue.place.column) for issue in collector.sorted()
    ]


def test_text_without_forbidden_characters_stays_as_it_is():
    text = "𠮷😀\u00a0\u3000\t\r\n\ue000\ufeff\u202e"
    assert clean(text) == (text, [])
    assert first_bad(text) == ""


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("\0", "char-nul"),
        ("\x1b", "char-control"),
        ("\x7f", "char-control"),
        ("\x9f", "char-control"),
        ("\x85", "char-separator"),
        ("\u2028", "char-separator"),
        ("\u2029", "char-separator"),
        ("\ufffe", "char-none"),
        ("\ufdd0", "char-none"),
        ("\U0001ffff", "char-none"),
        ("\U0010fffe", "char-none"),
        ("\ud800", "char-surrogate"),
    ],
)
def test_a_forbidden_character_is_told_at_its_place_and_moves_no_other(bad, code):
    text, issues = clean(f"𠮷\n字{bad}字\n")
    assert issues == [(code, 2, 2)]
    assert len(text) == 6
    assert bad not in text
    assert first_bad(f"字{bad}") == bad


def test_thousands_of_them_are_told_twenty_times():
    text, issues = clean("\0\n" * 5000)
    assert len(issues) == 20
    assert issues[-1] == ("char-nul", 20, 1)
    assert "\0" not in text
