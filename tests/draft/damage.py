"""An author's file with marks in all that is the author's, and what may happen to it."""

from __future__ import annotations

import re

from hypothesis import strategies as st

REPORT = """\
全县农业生产情况

一、粮食
全年粮食播种面积达到312万亩，总产量98万吨。新建高标准农田47万亩，覆盖乡镇26个。

二、畜牧
全年出栏生猪540万头，存栏肉牛83万头。新增规模养殖场61家。

三、渔业
水产品产量37万吨，渔民人均收入增加2100元。
"""
FILE = """\
# 批注00 送审稿
briefing: 1
title: 全县农业生产情况  # 批注01
language: zh-CN
sections:
  # 批注02 主任要看
  - id: grain
    title: 粮食
    notes: 备注00 先讲这一节
    passage: |
      全年粮食播种面积达到312万亩，总产量98万吨。新建高标准农田47万亩，覆盖乡镇26个。
    metrics:
      - id: sown
        label: 标签00面积
        value: 312万
        unit: 亩  # 批注03
        cite: 粮食播种面积达到312万亩
        notes: |
          备注01 与统计局核对过

          备注02 不含复种
      # 批注04 两次核对
      - {id: yield, label: 标签01产量, value: 98万, unit: 吨, cite: 总产量98万吨,
         notes: 备注03}  # 批注05
      - id: fields
        label: 标签02农田
        value: 47万
        unit: 亩
        cite: 新建高标准农田47万亩
        review: 备注04 口径存疑
    charts:
      - kind: bar
        title: 标签03两种面积
        metrics: [sown, fields]
  - id: livestock
    title: 畜牧
    passage: |
      全年出栏生猪540万头，存栏肉牛83万头。新增规模养殖场61家。
    metrics:
      - id: pigs
        label: 标签04生猪
        value: 540万
        unit: 头
        notes: "备注05 # 不是注释"
        cite: 出栏生猪540万头
      - id: farms
        label: 标签05养殖场
        value: 61
        unit: 家
        cite: 新增规模养殖场61家
  - id: fish
    title: 渔业
    notes: >
      备注06 时间不够就跳过
    passage: |
      水产品产量37万吨，渔民人均收入增加2100元。
    metrics:
      - id: catch
        label: 标签06水产
        value: 37万
        unit: 吨
        cite: 水产品产量37万吨
        review: 备注07 再问
# 批注06 完
"""
_MARK = re.compile(r"(?:批注|备注|标签)\d\d")


def marks(text: str) -> set[str]:
    """The author's marks in a text."""
    return set(_MARK.findall(text))


def _indented(text: str, at: int, by: int) -> str:
    lines = text.splitlines(keepends=True) or [""]
    line = lines[at % len(lines)]
    lines[at % len(lines)] = " " * by + line if by > 0 else line[-by:]
    return "".join(lines)


def _without(text: str, at: int, _: int) -> str:
    lines = text.splitlines(keepends=True) or [""]
    del lines[at % len(lines)]
    return "".join(lines)


def _twice(text: str, at: int, _: int) -> str:
    lines = text.splitlines(keepends=True) or [""]
    lines.insert(at % len(lines), lines[at % len(lines)])
    return "".join(lines)


def _cut(text: str, at: int, _: int) -> str:
    return text[: at * len(text) // 200]


def _without_character(text: str, at: int, by: int) -> str:
    start = at * len(text) // 200 + by
    return text[:start] + text[start + 1 :]


_CHANGES = (_indented, _without, _twice, _cut, _without_character, lambda text, *_: text)
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gbk", "big5", "utf-16", "latin-1")


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The file with one or two changes, in some encoding, perhaps with one byte lost."""
    text = FILE
    for _ in range(draw(st.integers(1, 2))):
        change = draw(st.sampled_from(_CHANGES))
        text = change(text, draw(st.integers(0, 199)), draw(st.sampled_from([-2, -1, 1, 2, 3])))
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    data = text.encode(draw(st.sampled_from(_ENCODINGS)), "replace")
    if draw(st.integers(0, 5)) == 0 and data:
        at = draw(st.integers(0, len(data) - 1))
        data = data[:at] + data[at + 1 :]
    return data


@st.composite
def reports(draw: st.DrawFn) -> str:
    """The report as it was, or with a figure changed, a sentence or a section gone."""
    text = REPORT
    for old, new in (
        ("312万亩", "315万亩"),
        ("新建高标准农田47万亩，覆盖乡镇26个。", ""),
        ("二、畜牧\n全年出栏生猪540万头，存栏肉牛83万头。新增规模养殖场61家。\n", ""),
        ("渔业", "渔业和水产"),
    ):
        if draw(st.integers(0, 2)) == 0:
            text = text.replace(old, new)
    return text
