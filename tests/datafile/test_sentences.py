import re
from pathlib import Path

import viewer.datafile
from viewer.i18n import load

SOURCES = Path(viewer.datafile.__file__).parent.glob("*.py")
CODES = sorted(
    {
        code
        for source in SOURCES
        for code in re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', source.read_text(encoding="utf-8"))
    }
    - {
        "zh-cn",
        "utf-32-le",
        "utf-32-be",
        "utf-16-le",
        "utf-16-be",
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-32",
        "latin-1",
        "section-1",
        "word-97",
    }
)


def test_every_code_of_the_reader_has_a_sentence_in_both_languages():
    for code in CODES:
        assert fields(code, "zh_CN") == fields(code, "en"), code


def fields(code: str, language: str) -> set[str]:
    """The fields of the one sentence of a code."""
    words = load(language)
    found = [key for key in (f"issue.{code}", f"error.{code}") if words(key) != key]
    assert len(found) == 1, (code, language)
    return set(re.findall(r"\{([a-z_]+)\}", words(found[0])))


def test_there_are_codes_to_look_at():
    assert len(CODES) > 50
