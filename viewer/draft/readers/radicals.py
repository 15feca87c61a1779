"""Radicals back to characters: some PDF writers print ⼈ (a radical) where the report says 人."""

from __future__ import annotations

import re
import unicodedata

# Unicode maps the Kangxi radicals (2F00-2FD5) and compatibility ideographs (F900-FAFF) itself; the
# supplement it leaves unmapped: simplified radicals that fonts draw with the character's own glyph.
_SUPPLEMENT = {
    "⺁": "厂", "⺅": "亻", "⺈": "刀", "⺉": "刂", "⺌": "小", "⺍": "小", "⺎": "兀", "⺏": "尣",
    "⺒": "巳", "⺓": "幺", "⺖": "忄", "⺗": "心", "⺘": "扌", "⺙": "攵", "⺛": "旡", "⺝": "月",
    "⺞": "歺", "⺟": "母", "⺠": "民", "⺡": "氵", "⺢": "氺", "⺣": "灬", "⺤": "爫", "⺦": "丬",
    "⺨": "犭", "⺩": "王", "⺪": "疋", "⺫": "目", "⺬": "示", "⺭": "礻", "⺮": "竹", "⺯": "糹",
    "⺰": "纟", "⺱": "罓", "⺲": "罒", "⺳": "网", "⺶": "羊", "⺹": "耂", "⺺": "肀", "⺼": "月",
    "⻀": "艹", "⻁": "虎", "⻂": "衤", "⻃": "覀", "⻄": "西", "⻅": "见", "⻆": "角", "⻈": "讠",
    "⻉": "贝", "⻋": "车", "⻌": "辶", "⻍": "辶", "⻏": "阝", "⻐": "钅", "⻑": "長", "⻒": "镸",
    "⻓": "长", "⻔": "门", "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风",
    "⻜": "飞", "⻝": "食", "⻟": "飠", "⻠": "饣", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼",
    "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻫": "斉", "⻬": "齐", "⻮": "齿",
    "⻯": "竜", "⻰": "龙", "⻱": "龜", "⻲": "亀", "⻳": "龟",
}  # fmt: skip
_ODD = re.compile("[\u2e80-\u2fdf\uf020-\uf0ff\uf900-\ufaff]")


def restored(text: str) -> str:
    """`text` with radicals and compatibility ideographs as the characters they look like.

    The bullets of symbol faces (Wingdings) come out in the private part of Unicode that no other
    face draws: they are told as a plain bullet.
    """
    return _ODD.sub(lambda odd: _character(odd[0]), text)


def _character(odd: str) -> str:
    if "\uf020" <= odd <= "\uf0ff":
        return "•"
    return _SUPPLEMENT.get(odd) or unicodedata.normalize("NFKC", odd)
