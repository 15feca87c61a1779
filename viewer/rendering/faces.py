"""Chinese faces by name: the system's own for zh-CN, and ours where it has none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QTextLayout

from viewer.design import narrows
from viewer.resources import resource

# Simplified Chinese families only: the first face of a .ttc is the Japanese one.
SANS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
)
SERIF = (
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Songti SC",
    "STSong",
    "SimSun",
    "AR PL UMing CN",
)
OUR_SANS, OUR_SERIF = "Briefing Sans SC", "Briefing Serif SC"
OUR_LATIN_SANS, OUR_LATIN_SERIF = "Briefing Sans Latin", "Briefing Serif Latin"
"""The same letters with the quotation marks of Latin text, which Chinese faces draw as wide as a
hanzi."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The families to draw with: `sans` for the interface and the charts, `serif` for passages."""

    sans: tuple[str, ...]
    serif: tuple[str, ...]

    def sans_font(self, pixels: float, *, bold: bool = False, latin: bool = False) -> QFont:
        """The sans face at a size in pixels; `latin` as text that `reads_latin` wants it."""
        ahead = _latin_ahead(OUR_LATIN_SANS) if latin else ()
        return _font((*ahead, *self.sans), pixels, bold)

    def serif_font(self, pixels: float, *, bold: bool = False, latin: bool = False) -> QFont:
        """The face of passages at a size in pixels."""
        ahead = _latin_ahead(OUR_LATIN_SERIF) if latin else ()
        return _font((*ahead, *self.serif), pixels, bold)


def choose_faces(has_family: Callable[[str], bool] = QFontDatabase.hasFamily) -> Faces:
    """The faces of this machine; the bundled ones are loaded only where the system has none.

    Needs a QGuiApplication, and comes before any layout.
    """
    sans = next((name for name in SANS if has_family(name)), None)
    serif = next((name for name in SERIF if has_family(name)), None)
    if not (sans and serif):
        load_bundled_faces()
    return Faces(sans=(sans or OUR_SANS, "sans-serif"), serif=(serif or OUR_SERIF, "serif"))


def load_bundled_faces(names: str = "*SC*.otf") -> tuple[str, ...]:
    """Add faces of `resources/fonts` to the application; their families, without repeats.

    Where they cannot be read there are none: the window then shows what the system has.
    """
    families: dict[str, None] = {}
    try:
        files = sorted(resource("fonts").glob(names))
    except OSError:
        return ()
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return tuple(families)


def narrowed(font: QFont, text: str, *, serif: bool) -> QFont:
    """`font` as `text` wants it: where that is in Latin letters, with narrow quotation marks."""
    if not narrows(text):
        return font
    latin = QFont(font)
    latin.setFamilies(
        [*_latin_ahead(OUR_LATIN_SERIF if serif else OUR_LATIN_SANS), *font.families()]
    )
    return latin


@lru_cache(maxsize=2)
def _latin_ahead(family: str) -> tuple[str, ...]:
    """The face for Latin text, loaded when it is first asked for; nothing where it is not there."""
    return (family,) if family in load_bundled_faces("*Latin*.otf") else ()


def missing_characters(text: str, font: QFont) -> tuple[str, ...]:
    """The characters of `text` that neither `font` nor its fallbacks can draw, in order, once each.

    Found by laying the text out and looking for glyph 0: a face's own claim of what it supports
    is not reliable.
    """
    wanted = "".join(dict.fromkeys(c for c in text if not c.isspace()))
    layout = QTextLayout(wanted, font)
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(1e6)
        line = layout.createLine()
    layout.endLayout()
    flags = QTextLayout.GlyphRunRetrievalFlag
    runs = layout.glyphRuns(
        -1, -1, flags.RetrieveGlyphIndexes | flags.RetrieveStringIndexes | flags.RetrieveString
    )
    return tuple(dict.fromkeys(_undrawn(runs)))


def _undrawn(runs: Iterable[QGlyphRun]) -> Iterable[str]:
    for run in runs:
        units = run.sourceString().encode("utf-16-le", "surrogatepass")
        for glyph, index in zip(run.glyphIndexes(), run.stringIndexes(), strict=False):
            if glyph == 0:
                yield _character(units, index)


def _character(units: bytes, index: int) -> str:
    """The whole character whose UTF-16 code unit stands at `index`."""
    lead = int.from_bytes(units[2 * index : 2 * index + 2], "little")
    width = 4 if 0xD800 <= lead < 0xDC00 else 2
    return units[2 * index : 2 * index + width].decode("utf-16-le", "replace")


def _font(families: tuple[str, ...], pixels: float, bold: bool) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(1, round(pixels)))
    if bold:
        font.setWeight(QFont.Weight.Bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
