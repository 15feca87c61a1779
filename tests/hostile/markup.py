"""Words that are also HTML or Markdown, in every text field of a data file, and what they bait."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
from collections.abc import Iterator
from pathlib import Path

from viewer.datafile.fields import RECORDS, FieldType

MARKUP = (
    '<img src="{bait}">',
    "<b>粗体</b>",
    '<a href="{bait}">此处</a>',
    "a<br>b",
    "<h1>一</h1><hr>",
    '<link rel="stylesheet" href="{bait}">',
    "<style>@import url({bait});</style>x",
    '<p style="background-image:url({bait})">段</p>',
    '<table background="{bait}"><tr><td>1</td></tr></table>',
    '<body background="{bait}">x</body>',
    '<object data="{bait}"></object>',
    '<iframe src="{bait}"></iframe>',
    "<script>alert(1)</script>",
    '<svg><image href="{bait}"/></svg>',
    '<img src="\\\\host\\share\\x.png">',
    '<img src="//host/share/x.png">',
    '<img src="http://192.0.2.1/x.png">',
    '<img src="{path}">',
    '<img src="data:image/png;base64,iVBORw0KGgo=">',
    '<qt><img src="{bait}"></qt>',
    '<!DOCTYPE html><html><img src="{bait}"></html>',
    "&lt;b&gt; &amp; &#169; &nbsp;x",
    "A&B &文件",
    "<ul><li>甲</li></ul>",
    "<font color=red size=7>红</font>",
    "![图]({bait})",
    "[此处]({bait})",
    "# 标题 **粗** `码`",
    "<{bait}>",
    "| a | b |",
    "- [ ] 一 ~~二~~ > 三",
    "{{0}} %1 %s ${{x}} \\n",
)
"""What each says; `{{bait}}` stands for the address of a picture, `{{path}}` for its path."""

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cf00000301010018dd8db00000000049454e44ae426082"
)


def strings(bait: Path) -> tuple[str, ...]:
    """The words with the bait in them."""
    return tuple(said.format(bait=bait.as_uri(), path=bait) for said in MARKUP)


def markup_file(said: tuple[str, ...]) -> bytes:
    """A data file with a section for each of the words, which fill every text field of it."""
    whole = _record("briefing", said[0]) | {"briefing": 1, "language": "zh-CN", "minutes": 9}
    whole["source"] = _record("source", said[0])
    whole["sections"] = [_section(number, words) for number, words in enumerate(said)]
    return json.dumps(whole, ensure_ascii=False).encode()


def _section(number: int, said: str) -> dict[str, object]:
    names = [f"{letter}{number}" for letter in "abc"]
    quoted = _record("metric", said) | {"id": names[0], "value": "1793", "unit": "名"}
    quoted |= {"cite": f"{said}充实警力1793 名", "kind": "change"}
    del quoted["from"], quoted["of"], quoted["computed"]  # a formula is no free text
    foreign = _record("metric", said) | {"id": names[1], "value": "17", "kind": "count"}
    del foreign["cite"], foreign["of"], foreign["computed"]
    series = dict(foreign) | {"id": names[2]}
    del series["value"], series["from"]
    series["series"] = [
        {"period": f"{said} {year}", "value": str(year), "from": said} for year in (3, 4)
    ]
    chart = _record("chart", said) | {"id": f"d{number}", "kind": "bar", "metrics": names[1:2]}
    if any(character.isdecimal() for character in said):
        del chart["finding"]  # a number that the chart does not show is refused
    section = _record("section", said) | {"id": f"s{number}", "metrics": [quoted, foreign, series]}
    return section | {
        "charts": [chart],
        "lead": names[0],
        "passage": f"{said}\n\n全省{said}充实警力1793 名，{said}。",
    }


def _record(name: str, said: str) -> dict[str, object]:
    """Every text field of a record filled with the same words, by the table of the format."""
    filled: dict[str, object] = {}
    for row in RECORDS[name]:
        if row.type in (FieldType.LINE, FieldType.TEXT, FieldType.ID):
            filled[row.key] = said
        elif row.type is FieldType.LINES:
            filled[row.key] = [said]
    return filled


@contextlib.contextmanager
def opened_in(folder: Path) -> Iterator[list[str]]:
    """The names of the files of `folder` that this process opens meanwhile, told at the end.

    Seen by the system itself, so also what Qt opens; only on Linux is anything seen.
    """
    names: list[str] = []
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "inotify_init1"):
        yield names
        return
    handle = libc.inotify_init1(os.O_NONBLOCK)
    assert libc.inotify_add_watch(handle, os.fsencode(folder), 0x20) >= 0  # IN_OPEN
    try:
        yield names
    finally:
        with contextlib.suppress(BlockingIOError):
            told = os.read(handle, 65_536)
            while told:
                length = int.from_bytes(told[12:16], "little")
                names.append(told[16 : 16 + length].rstrip(b"\0").decode())
                told = told[16 + length :]
        os.close(handle)
