"""The table of checks: complete, without repeats, and each row speaks both languages."""

from collections import Counter

from viewer.i18n import LANGUAGES, load
from viewer.proof import CHECKS


def test_codes_are_unique() -> None:
    assert [code for code, n in Counter(check.code for check in CHECKS).items() if n > 1] == []


def test_every_row_says_what_it_seeks() -> None:
    assert len({check.seeks for check in CHECKS}) == len(CHECKS)


def test_every_row_has_a_sentence_in_each_language() -> None:
    for words in map(load, LANGUAGES):
        missing = [c.code for c in CHECKS if words(f"issue.{c.code}") == f"issue.{c.code}"]
        assert missing == []
