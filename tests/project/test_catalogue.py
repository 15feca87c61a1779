import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.project.source import MODULES, ROOT, named, nodes

LANGUAGES = ("zh_CN", "en")
CHINESE = re.compile("[\u3400-\u9fff]")
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9_]+([-.][a-zA-Z0-9_]+)*)+")

# Where Chinese is what a module reads or proves, not what it says.
READS_CHINESE = (
    *(
        "quantities",
        "relations",
        "datafile",
        "proof",
        "editions",
        "draft",
        "chart",
        "i18n",
        "export",
    ),
    *("design/chinese_words.py", "design/typography.py", "design/latin.py"),
    *("rendering/faces.py", "rendering/typeset/line_pieces.py", "talk/initials.py"),
)


def messages(language: str) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for po in sorted((ROOT / "resources" / "locale" / language).glob("*.po")):
        with po.open("rb") as source:
            for message in read_po(source, locale=language):
                if message.id:
                    key = message.id if isinstance(message.id, str) else message.id[0]
                    assert key not in found, f"{po.name}: {key} stands twice"
                    found[key] = message
    return found


def said(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def fields(message: Message) -> set[str]:
    return {name for text in said(message) for name in re.findall(r"{(\w+)}", text)}


CATALOGUE = {language: messages(language) for language in LANGUAGES}


def texts(module: Path) -> Iterator[ast.Constant]:
    """The string literals of a module that are not documentation: that is an expression alone."""
    alone = {id(one.value) for one in nodes(module, ast.Expr)}
    for node in nodes(module, ast.Constant):
        if isinstance(node.value, str) and id(node) not in alone:
            yield node


@cache
def literals_and_prefixes() -> tuple[set[str], set[str]]:
    """Every whole key that stands in a module, and the start of each that is put together."""
    whole: set[str] = set()
    starts: set[str] = {"issue.", "error."}
    for module in MODULES:
        whole |= {str(node.value) for node in texts(module)}
        for node in nodes(module, ast.JoinedStr):
            if isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                if re.fullmatch(r"[a-z][a-z0-9-]*\.([a-z0-9-]+[.-])*", start):
                    starts.add(start)
    return whole, starts


def asked_keys() -> Iterator[tuple[str, str]]:
    """Each key that `words("…")` is asked for by name, with its module."""
    for module in MODULES:
        for node in nodes(module, ast.Call):
            if not node.args:
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            first = node.args[0]
            if name in {"words", "_words"} and isinstance(first, ast.Constant):
                yield str(first.value), str(module.relative_to(ROOT))


def test_both_languages_say_the_same_keys() -> None:
    assert set(CATALOGUE["zh_CN"]) == set(CATALOGUE["en"])


def test_a_sentence_has_the_same_fields_in_both_languages() -> None:
    other = CATALOGUE["en"]
    apart = {
        key: (fields(message), fields(other[key]))
        for key, message in CATALOGUE["zh_CN"].items()
        if key in other and fields(message) - {"n"} != fields(other[key]) - {"n"}
    }
    assert apart == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_says_something(language: str) -> None:
    empty = [key for key, one in CATALOGUE[language].items() if not all(map(str.strip, said(one)))]
    assert empty == []


def test_keys_are_dotted_names() -> None:
    assert [key for key in CATALOGUE["zh_CN"] if not KEY.fullmatch(key)] == []


def test_every_key_that_is_asked_for_stands_in_the_catalogue() -> None:
    missing = sorted({pair for pair in asked_keys() if pair[0] not in CATALOGUE["zh_CN"]})
    assert missing == []


def test_every_error_that_is_raised_has_a_sentence() -> None:
    codes: set[str] = set()
    for module in MODULES:
        for node in nodes(module, ast.Call):
            raised = getattr(node.func, "id", "") == "ViewerError"
            if raised and node.args and isinstance(node.args[0], ast.Constant):
                codes.add(f"error.{node.args[0].value!s}")
    assert codes
    assert sorted(codes - set(CATALOGUE["zh_CN"])) == []


def test_no_sentence_is_left_that_nobody_asks_for() -> None:
    whole, starts = literals_and_prefixes()
    unused = [
        key
        for key in CATALOGUE["zh_CN"]
        if key not in whole and not any(key.startswith(start) for start in starts)
    ]
    assert unused == []


def test_every_key_that_is_put_together_has_at_least_one_sentence() -> None:
    spaces = {key.partition(".")[0] for key in CATALOGUE["zh_CN"]}
    ours = [start for start in literals_and_prefixes()[1] if start.partition(".")[0] in spaces]
    idle = [one for one in ours if not any(key.startswith(one) for key in CATALOGUE["zh_CN"])]
    assert idle == []


def test_no_chinese_is_said_but_from_the_catalogue() -> None:
    spoken = [
        f"{named(module)}:{one.lineno}: {one.value!s}"
        for module in MODULES
        if not named(module).startswith(READS_CHINESE)
        for one in texts(module)
        # A single character is what a module compares with, such as the first of all hanzi.
        if CHINESE.search(str(one.value)) and len(str(one.value)) > 1
    ]
    assert spoken == []
