"""Files too large for the repository, made the same each time: limits, and endless work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.budget import is_deep

HEAD = "briefing: 1\ntitle: 简报\nsections:\n  - id: one\n    title: 一\n"
BODY = "    passage: 共有 1793 名民警。\n"
MB = 2**20
LESS = 5
"""How many times less the suite makes of what is only many."""


@dataclass(frozen=True, slots=True)
class Large:
    """One file: what is in it, the code that `check` must tell ('' for none) and its line."""

    name: str
    make: Callable[[], str | bytes]
    code: str
    line: int
    heavy: bool = False


def many(count: int) -> int:
    """So many things of a kind in the deep profile, fewer in the suite, whose limits are lower."""
    return count if is_deep() else count // LESS


def _metric(label: str) -> str:
    rest = "value: 1793, unit: 名, cite: 共有 1793 名民警"
    return f"{HEAD}{BODY}    metrics:\n      - {{id: a, label: {label}, {rest}}}\n"


def _dangling(count: int) -> str:
    """So many parts of wholes that are no metrics."""
    rest = "label: a, value: 1, unit: 名, from: b"
    rows = (f"      - {{id: m{n}, {rest}, of: lost{n}}}\n" for n in range(count))
    return f"{HEAD}{BODY}    metrics:\n{''.join(rows)}"


def _misquoted(count: int) -> str:
    """So many sections, each with a quote that stands nowhere."""
    rows = (
        f"  - {{id: s{n}, title: 节, passage: 这里{n}共5件事, metrics: "
        f"[{{id: m{n}, label: 事, value: 5, unit: 件, cite: 共{n}件没有的事}}]}}\n"
        for n in range(count)
    )
    return f"briefing: 1\ntitle: 简报\nsections:\n{''.join(rows)}"


def _dense(count: int) -> str:
    """So many figures in one line of one passage, each proven."""
    clauses = "，".join(f"第{n}类案件共{n + 1001}件" for n in range(count))
    metric = "id: m{0}, label: 案件, value: {1}, unit: 件, cite: 共{1}件"
    rows = "".join(f"      - {{{metric.format(n, n + 1001)}}}\n" for n in range(count))
    return f"{HEAD}    passage: {clauses}。\n    metrics:\n{rows}"


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
    Large("many-nodes", lambda: "a: [" + "x," * 500_001 + "]", "yaml-nodes", 1),
    Large(
        "many-keys",
        lambda: "".join(f"key{n}: x\n" for n in range(many(100_000))),
        "issues-many",
        1001,
        heavy=True,
    ),
    Large("many-twins", lambda: "title: x\n" * many(100_000), "issues-many", 1002, heavy=True),
    Large("many-tags", lambda: "title: !x y\n" * many(50_000), "issues-many", 501),
    Large("many-aliases", lambda: f"title: [{'*a,' * many(100_000)}]", "issues-many", 1),
    Large("many-nuls", lambda: HEAD + BODY + "# " + "\0" * MB, "file-binary", 1),
    Large(
        "many-controls",
        lambda: HEAD + BODY + "# " + ("字" * 12 + "\x07") * 2_000,
        "char-control",
        7,
    ),
    Large("many-wide-colons", lambda: "标题：简报\ntitle: x\n" * many(20_000), "colon-wide", 1),
    Large("many-tabs", lambda: HEAD + BODY + "\t\tnotes: x\n" * 20_000, "indent-tab", 7),
    Large("many-colons", lambda: "title: a: b\n" * many(20_000), "value-colon", 1),
    Large("long-word", lambda: f"{HEAD}    passage: {'word' * many(MB // 5)}\n", "", 1),
    Large("long-passage", lambda: f"{HEAD}    passage: {'公' * (MB // 3 + 1)}\n", "text-long", 6),
    Large("long-digits", lambda: f"{HEAD}    passage: 共 {'7' * many(MB - 100)} 名\n", "", 1),
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
    Large("long-comment", lambda: f"# {'x' * 5 * MB}\n{HEAD}{BODY}", "", 1),
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
    Large("many-dangling", lambda: _dangling(many(4_000)), "of-unknown", 8, heavy=True),
    Large("many-misquoted", lambda: _misquoted(many(5_000)), "quote-missing", 0, heavy=True),
    Large("many-figures", lambda: _dense(many(5_000)), "", 1, heavy=True),
)
