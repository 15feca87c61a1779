"""Makes the faces that travel with the program out of Noto CJK, the same bytes at every run.

    uv run --group fonts python resources/fonts/make_subset.py [FOLDER_OF_THE_TTC_FILES]

The folder is where Debian's package fonts-noto-cjk puts them, if none is given. The family gets a
name of our own: a modified face must not pass for the original, and it must not shadow one that
is installed. Both faces and this derivation stand under the SIL Open Font License 1.1 (OFL.txt).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from fontTools.misc.psCharStrings import T2CharString
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

FOLDER = Path("/usr/share/fonts/opentype/noto")
HERE = Path(__file__).resolve().parent
# No ligatures, not even of —— (ccmp): text that is copied must stay the text.
FEATURES = ["kern", "mark", "mkmk"]

RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin-1 and Latin Extended-A: pinyin's tone marks begin here
    (0x1CD, 0x1DC),  # ǎ to ǜ
    (0x391, 0x3C9),  # Greek
    (0x401, 0x451),  # Cyrillic
    (0x2010, 0x205E),  # general punctuation
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # ℃ № ™
    (0x2150, 0x218B),  # ⅓ Ⅳ
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # ≤ ≥ ≈
    (0x2318, 0x23CF),  # ⌘ ⌥ and the keys of the help page
    (0x2460, 0x24FF),  # ① ⑴ Ⓐ
    (0x2500, 0x27BF),  # boxes, blocks, ▶ ● ✓
    (0x3000, 0x303F),  # 、。「」〔〕
    (0x3041, 0x30FF),  # kana, part of GB 2312
    (0x3105, 0x312F),  # zhuyin
    (0x3220, 0x32FF),  # ㈠ ㊣
    (0x3380, 0x33DF),  # ㎡ ㎏
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFFEF),  # full-width forms
)
LATIN = (
    *((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20BF)),
    (0x2212, 0x2212),  # −
)
# Marks that the Chinese faces draw as wide as a hanzi, and English text wants narrow.
NARROWED = "‘’“”…"
# What 10⁻⁵ and CO₂ are written with. The originals draw ¹ ² ³ ⁴ alone: the others are made of the
# plain characters, as large and as high as ² is beside 2.
SIGNS = "0123456789+−=()"
RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", SIGNS + "n", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", SIGNS, strict=True))
BELOW = -0.13  # where a lowered digit stands, in heights of the face
# Hanzi that reports use and that stand outside GB 2312: names, places, and words of the last years.
BEYOND = "镕喆珺玥玮堃赟晟曌翀皓頔昇淼骉㙍㵐囧氿濛瑷垚犇焱尧昉昕晞暄暐琰瑾璟甯祎禛〇两"


@dataclass(frozen=True, slots=True)
class Face:
    """One face to make, and the collection that it comes from."""

    source: str
    original: str  # the simplified face; the first of a collection is the Japanese one
    family: str
    style: str
    latin: bool = False  # Latin letters only, with the quotation marks of Latin text

    @property
    def postscript(self) -> str:
        """The name without spaces, of the face and of its file."""
        return f"{self.family.replace(' ', '')}-{self.style}"


FACES = (
    Face("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "Briefing Sans SC", "Regular"),
    Face("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", "Briefing Sans SC", "Bold"),
    Face("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", "Briefing Serif SC", "Regular"),
    Face("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "Briefing Sans Latin", "Regular", True),
    Face("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", "Briefing Sans Latin", "Bold", True),
    Face("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", "Briefing Serif Latin", "Regular", True),
)


def main(folder: Path) -> None:
    """Make every face and print its size."""
    for face in FACES:
        points = latin() if face.latin else characters()
        font = simplified(folder / face.source, face.original)
        if face.latin:
            narrow(font)
        shrink(font, points)
        part_twins(font)
        add_small(font)
        rename(font, face)
        target = HERE / f"{face.postscript}.otf"
        font.save(target, reorderTables=True)
        print(f"{target.name}: {target.stat().st_size:,} bytes, {len(points)} code points asked")


def simplified(path: Path, family: str) -> TTFont:
    """The simplified Chinese face of a collection."""
    for font in TTCollection(path, lazy=False).fonts:
        if font["name"].getDebugName(1) == family:
            font.recalcTimestamp = False
            return font
    raise SystemExit(f"{path}: no {family} in it")


def characters() -> set[int]:
    """The code points to keep: the 6,763 hanzi and the symbols of GB 2312, and our ranges.

    The Kangxi radicals (U+2F00) are left out on purpose. They share their glyphs with hanzi, and a
    PDF would give the radical where the reader copies or searches the hanzi.
    """
    rows = [*range(1, 10), *range(16, 88)]
    pairs = (bytes((row + 0xA0, cell + 0xA0)) for row in rows for cell in range(1, 95))
    known = {ord(one) for pair in pairs for one in pair.decode("gb2312", "ignore")}
    ranges = {point for first, last in RANGES for point in range(first, last + 1)}
    return known | ranges | {ord(one) for one in BEYOND}


def latin() -> set[int]:
    """The code points of a face for Latin text."""
    return {point for first, last in LATIN for point in range(first, last + 1)}


def narrow(font: TTFont) -> None:
    """Give the marks that are drawn wide the narrow glyphs that the face has for them (pwid).

    By the table of characters and not by a feature: a PDF then knows what its glyphs say.
    """
    wide = font.getBestCmap()
    forms = proportional(font)
    narrowed = {ord(mark): forms[wide[ord(mark)]] for mark in NARROWED}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(narrowed)


def proportional(font: TTFont) -> dict[str, str]:
    """What the feature `pwid` puts in place of each glyph."""
    forms: dict[str, str] = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "pwid":
            continue
        for index in record.Feature.LookupListIndex:
            for one in table.LookupList.Lookup[index].SubTable:
                forms |= getattr(getattr(one, "ExtSubTable", one), "mapping", {})
    return forms


def shrink(font: TTFont, points: set[int]) -> None:
    """Keep only the glyphs of `points`, with their hints: text of 12 pixels needs them."""
    options = Options()
    options.layout_features = FEATURES
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def part_twins(font: TTFont) -> None:
    """Give each character a glyph of its own, so that text copied from a PDF tells `·` from `•`."""
    taken: set[str] = set()
    unused = count(60000)  # character ids that the original does not reach
    for point, glyph in sorted(font.getBestCmap().items()):
        if glyph in taken:
            twin = copy_glyph(font, glyph, f"cid{next(unused):05d}")
            for table in font["cmap"].tables:
                if table.isUnicode() and point in table.cmap:
                    table.cmap[point] = twin
        taken.add(glyph)


def copy_glyph(font: TTFont, glyph: str, name: str) -> str:
    """Append a copy of `glyph` to the face under `name`."""
    outlines = font["CFF "].cff.topDictIndex[0].CharStrings
    raw = outlines.charStringsIndex[outlines.charStrings[glyph]]
    return append_glyph(font, glyph, name, raw, font["hmtx"][glyph])


def append_glyph(
    font: TTFont, like: str, name: str, outline: T2CharString, metrics: tuple[int, int]
) -> str:
    """Append an outline to the face under `name`, with the settings of the glyph `like`."""
    top = font["CFF "].cff.topDictIndex[0]
    outlines = top.CharStrings
    settings = top.FDSelect[outlines.charStrings[like]]
    outlines.charStringsIndex.append(outline)
    outlines.charStrings[name] = len(outlines.charStringsIndex) - 1
    top.FDSelect.append(settings)
    top.charset.append(name)
    font.setGlyphOrder(top.charset)
    font["hmtx"][name] = metrics
    return name


def add_small(font: TTFont) -> None:
    """Give the face the raised and lowered digits and signs that it has not got."""
    known = font.getBestCmap()
    unused = count(61000)
    glyphs = font.getGlyphSet()
    large, small = (bounds(glyphs, known[ord(x)]) for x in "2²")
    wide, tall = ((small[to] - small[at]) / (large[to] - large[at]) for at, to in ((0, 2), (1, 3)))
    below = font["head"].unitsPerEm * BELOW
    for table, base in ((RAISED, small[1]), (LOWERED, below)):
        shrunk = Transform(wide, 0, 0, tall, 0, base - large[1] * tall)
        for sign, plain in table.items():
            if ord(sign) not in known:
                name = draw_small(font, known[ord(plain)], shrunk, f"cid{next(unused):05d}")
                for one in font["cmap"].tables:
                    if one.isUnicode():
                        one.cmap[ord(sign)] = name


def bounds(glyphs: Mapping[str, Any], glyph: str) -> tuple[float, float, float, float]:
    """The left, lowest, right and highest reach of a glyph."""
    pen = BoundsPen(glyphs)
    glyphs[glyph].draw(pen)
    return pen.bounds


def draw_small(font: TTFont, plain: str, shrunk: Transform, name: str) -> str:
    """Append a smaller drawing of the glyph `plain` to the face under `name`."""
    top = font["CFF "].cff.topDictIndex[0]
    settings = top.FDArray[top.FDSelect[top.CharStrings.charStrings[plain]]].Private
    width = round(font["hmtx"][plain][0] * shrunk[0])
    glyphs = font.getGlyphSet()
    pen = T2CharStringPen(width - settings.nominalWidthX, glyphs)
    glyphs[plain].draw(TransformPen(pen, shrunk))
    outline = pen.getCharString(settings, font["CFF "].cff.GlobalSubrs)
    left = round(bounds(glyphs, plain)[0] * shrunk[0])
    return append_glyph(font, plain, name, outline, (width, left))


def rename(font: TTFont, face: Face) -> None:
    """Give the face our family name everywhere that a name stands."""
    whole = f"{face.family} {face.style}"
    unique = f"1.0;{face.postscript}"
    names = ((1, face.family), (2, face.style), (3, unique), (4, whole), (6, face.postscript))
    for number, said in names:
        font["name"].setName(said, number, 3, 1, 0x409)
    for number in (16, 17, 21, 22):
        font["name"].removeNames(number)
    outlines = font["CFF "].cff
    outlines.fontNames = [face.postscript]
    outlines.topDictIndex[0].FamilyName = face.family
    outlines.topDictIndex[0].FullName = whole


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
