"""Files too large for the repository, made the same each time: limits, and endless work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

HEAD = "briefing: 1\ntitle: 简报\nsections:\n  - id: one\n    title: 一\n"
BODY = "    passage: 共有 1793 名民警。\n"
MB = 2**20


@dataclass(frozen=True, slots=True)
class Large:
    """One file: what is in it, the code that `check` must tell ('' for none) and its line."""

    name: str
    make: Callable[[], str | bytes]
    code: str
    line: int
    heavy: bool = False


def _metric(label: str) -> str:
    rest = "value: 1793, unit: 名, cite: 共有 1793 名民警"
    return f"{HEAD}{BODY}    metrics:\n      - {{id: a, label: {label}, {rest}}}\n"


LARGE: tuple[Large, ...] = (
    Large("deep-brackets", lambda: "[" * 60_000, "yaml-depth", 1),
    Large("deep-braces", lambda: "{a: " * 60_000, "yaml-depth", 1),
    Large("deep-mixed", lambda: "[{a: " * 40_000, "yaml-depth", 1),
    Large("deep-dashes", lambda: "- " * 500_000, "yaml-depth", 1),
    Large("deep-questions", lambda: "? " * 500_000, "yaml-depth", 1),
    Large("deep-keys", lambda: "".join(" " * n + "a:\n" for n in range(1_500)), "yaml-depth", 65),
    Large("deep-lines", lambda: "".join(" " * n + "-\n" for n in range(1_500)), "yaml-depth", 65),
    Large("deep-closed", lambda: "[" * 30_000 + "]" * 30_000, "yaml-depth", 1),
    Large("deep-in-field", lambda: f"{HEAD}    passage: {'[' * 60_000}\n", "yaml-depth", 6),
    Large("many-nodes", lambda: "a: [" + "x," * 500_001 + "]", "yaml-nodes", 1, heavy=True),
    Large(
        "many-keys",
        lambda: "".join(f"key{n}: x\n" for n in range(100_000)),
        "issues-many",
        1001,
        heavy=True,
    ),
    Large("many-twins", lambda: "title: x\n" * 100_000, "issues-many", 1002, heavy=True),
    Large("many-tags", lambda: "title: !x y\n" * 50_000, "issues-many", 501, heavy=True),
    Large("many-aliases", lambda: f"title: [{'*a,' * 100_000}]", "issues-many", 1, heavy=True),
    Large("many-nuls", lambda: HEAD + BODY + "# " + "\0" * MB, "file-binary", 1),
    Large(
        "many-controls",
        lambda: HEAD + BODY + "# " + ("字" * 12 + "\x07") * 2_000,
        "char-control",
        7,
    ),
    Large(
        "many-wide-colons", lambda: "标题：简报\ntitle: x\n" * 20_000, "colon-wide", 1, heavy=True
    ),
    Large("many-tabs", lambda: HEAD + BODY + "\t\tnotes: x\n" * 20_000, "indent-tab", 7),
    Large("many-colons", lambda: "title: a: b\n" * 20_000, "value-colon", 1),
    Large("long-word", lambda: f"{HEAD}    passage: {'word' * (MB // 5)}\n", "", 1, heavy=True),
    Large("long-passage", lambda: f"{HEAD}    passage: {'公' * (MB // 3 + 1)}\n", "text-long", 6),
    Large("long-digits", lambda: f"{HEAD}    passage: 共 {'7' * (MB - 100)} 名\n", "", 1),
    Large("long-numerals", lambda: f"{HEAD}    passage: 共{'三千百万' * 60_000}名\n", "", 1),
    Large("long-label", lambda: _metric("字" * 100_001), "line-long", 8),
    Large("long-label-fits", lambda: _metric("字" * 100_000), "", 1),
    Large("long-key", lambda: f'"{"k" * MB}": x\n', "indent-wrong", 1),
    Large("long-bare-key", lambda: "k" * MB + ": x\n", "indent-wrong", 1),
    Large("long-value", lambda: _metric("a").replace("1793,", "9" * MB + ","), "value-digits", 8),
    Large(
        "long-cite",
        lambda: _metric("a").replace("cite: ", "cite: " + "公" * 99_999),
        "quote-missing",
        8,
    ),
    Large("long-comment", lambda: f"# {'x' * 5 * MB}\n{HEAD}{BODY}", "", 1, heavy=True),
    Large("long-blank", lambda: " " * MB + "\n" + HEAD + BODY, "", 1),
    Large("long-empty-lines", lambda: "\n" * MB + HEAD + BODY, "", 1),
    Large("long-open-quote", lambda: 'title: "' + "字 \n " * 200_000, "quote-open", 1),
    Large("large-gbk", lambda: f"# {'公安' * MB}\n{HEAD}{BODY}".encode("gbk"), "encoding-other", 1),
    Large("large-utf-16", lambda: f"# {'公' * MB}\n{HEAD}".encode("utf-16"), "encoding-other", 1),
    Large("large-binary", lambda: bytes(range(256)) * 20_000, "file-binary", 1),
    Large("too-large", lambda: b"#" * (20 * MB + 1), "file-large", 1),
    Large(
        "as-large-as-may-be", lambda: f"{HEAD}{BODY}#".ljust(20 * MB - 40, "x"), "", 1, heavy=True
    ),
)
