"""OFD (GB/T 33190), the fixed pages that Chinese offices exchange: an archive of XML, whose
characters have their places as those of a PDF have."""

from __future__ import annotations

import math
import posixpath
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from viewer.draft.readers.archive import sound_archive
from viewer.draft.readers.pages import MOST_CHARACTERS, MOST_PAGES, is_on_paper, report_of
from viewer.draft.readers.pdf_lines import Glyph, Line, lines_of, upright
from viewer.draft.readers.radicals import restored
from viewer.draft.readers.report import Report, clean, is_wide
from viewer.model import ViewerError

_POINTS = 72 / 25.4
"""Points in a millimetre, the unit of OFD."""
_A4 = (0.0, 0.0, 210.0, 297.0)
_NARROW = 0.55
"""How wide a Latin character is about, in sizes of its type."""
_OF_NUMBERS = frozenset("0123456789.,")
"""The characters of numbers: some writers set them as wide as Chinese ones, and a number has no
spaces."""
_HEAVY = 600
_MOST_RUN = 100_000
"""The longest run of equal steps between characters that is unfolded."""

Box = tuple[float, float, float, float]


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of an OFD file; `encoding` means nothing here, XML names its own.

    Raises ViewerError where it is broken, has a password, or holds pictures without text.
    """
    archive = sound_archive(data, "OFD", "draft-encrypted-ofd")
    package = _Package(archive)
    pages: list[list[Line]] = []
    turned: dict[str, None] = {}
    read_so_far = 0
    for page in package.pages():
        if cancelled():
            raise ViewerError("draft-cancelled")
        glyphs = list(page.glyphs())
        read_so_far += len(glyphs)
        if read_so_far > MOST_CHARACTERS:
            raise ViewerError("draft-too-long", length=read_so_far, most=MOST_CHARACTERS)
        standing, across = upright(glyphs)
        paper = (0.0, 0.0, page.width, page.height)
        pages.append([line for line in lines_of(standing) if is_on_paper(line, paper)])
        turned |= {across: None} if across else {}
        if len(pages) > MOST_PAGES:
            raise ViewerError("draft-too-many-pages", pages=len(pages), most=MOST_PAGES)
    return report_of(pages, tuple(turned))


@dataclass(frozen=True, slots=True)
class _Page:
    """The layers of a page from the lowest up, its box in millimetres, and which fonts are bold."""

    layers: tuple[Any, ...]
    box: Box
    bold: frozenset[str]

    @property
    def width(self) -> float:
        """The width of the paper in points."""
        return self.box[2] * _POINTS

    @property
    def height(self) -> float:
        """The height of the paper in points."""
        return self.box[3] * _POINTS

    def glyphs(self) -> Iterator[Glyph]:
        """The characters of the page in the order of the file, in points from the lower left."""
        for layer in self.layers:
            for element in layer.iter("{*}TextObject"):
                if element.get("Visible") != "false":
                    yield from self._of_object(element)

    def _of_object(self, element: Any) -> Iterator[Glyph]:
        left, top, *_ = _numbers(element.get("Boundary"), 4)
        a, b, c, d, e, f = _numbers(element.get("CTM") or "1 0 0 1 0 0", 6)
        given = _number(element.get("Size"), 4.2)
        size = given * (math.hypot(c, d) or 1.0) * _POINTS
        bold = _number(element.get("Weight"), 0) >= _HEAVY or element.get("Font") in self.bold
        turned = abs(b) > abs(a)
        spaced = False
        for said, x, y, step in _characters(element, given):
            if not said.strip():
                spaced = True
                continue
            across = (left + a * x + c * y + e) * _POINTS
            base = self.height - (top + b * x + d * y + f) * _POINTS
            wide = size * (1.0 if is_wide(said) else _NARROW)
            reach = abs(step * a) * _POINTS
            if reach and not turned and (reach <= wide or said in _OF_NUMBERS):
                wide = min(reach, 1.1 * size)
            yield Glyph(
                said, across, across + wide, base - 0.2 * size, base + 0.8 * size, size,
                bold, spaced, across, turned,
            )  # fmt: skip
            spaced = False


class _Package:
    """The parts of an OFD archive, found by the paths that they give of each other."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def pages(self) -> Iterator[_Page]:
        """The pages of every document in it, in order."""
        entry = self._part("OFD.xml")
        for root in entry.iter("{*}DocRoot"):
            yield from self._of_document(_path("", root.text or ""))

    def _of_document(self, path: str) -> Iterator[_Page]:
        document = self._part(path)
        folder = posixpath.dirname(path)
        paper = _box(document.find("{*}CommonData/{*}PageArea/{*}PhysicalBox"), _A4)
        bold = frozenset(self._bold(document, folder))
        templates = {
            template.get("ID"): _path(folder, template.get("BaseLoc"))
            for template in document.iterfind("{*}CommonData/{*}TemplatePage")
        }
        for named in document.iterfind("{*}Pages/{*}Page"):
            page = self._part(_path(folder, named.get("BaseLoc")))
            below = [
                self._part(templates[used.get("TemplateID")])
                for used in page.iterfind("{*}Template")
                if used.get("TemplateID") in templates
            ]
            own = _box(page.find("{*}Area/{*}PhysicalBox"), paper)
            layers = (part.find("{*}Content") for part in (*below, page))
            yield _Page(tuple(each for each in layers if each is not None), own, bold)

    def _bold(self, document: Any, folder: str) -> Iterator[str]:
        """The ids of the bold fonts among the resources of a document."""
        for name in ("PublicRes", "DocumentRes"):
            for resource in document.iterfind(f"{{*}}CommonData/{{*}}{name}"):
                for font in self._part(_path(folder, resource.text or "")).iter("{*}Font"):
                    if font.get("Bold") == "true" or "bold" in (font.get("FontName") or "").lower():
                        yield str(font.get("ID"))

    def _part(self, path: str) -> Any:
        """A part as XML; ViewerError where it is not there or is none."""
        try:
            return etree.fromstring(
                self._archive.read(path), etree.XMLParser(resolve_entities=False, no_network=True)
            )
        except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
            raise ViewerError("draft-broken", kind="OFD", reason=str(error)) from error


def _characters(element: Any, size: float) -> Iterator[tuple[str, float, float, float]]:
    """The characters of a text object: each with its place in it, and how far the next one stands
    (0 where nothing says so). Of a code without a place, that of the one before counts.
    """
    x = y = 0.0
    for code in element.iterfind("{*}TextCode"):
        said = restored(clean(code.text or ""))
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        across = _steps(code.get("DeltaX"), len(said))
        down = _steps(code.get("DeltaY"), len(said))
        if not across and not down:
            across = [size * (1.0 if is_wide(each) else _NARROW) for each in said]
        across += [0.0] * (len(said) - len(across))
        down += [0.0] * (len(said) - len(down))
        places = zip(
            said,
            accumulate(across[:-1], initial=x),
            accumulate(down[:-1], initial=y),
            across,
            strict=False,
        )
        yield from places


def _steps(written: str | None, most: int) -> list[float]:
    """The steps between characters: `g 3 4.2 2.1` is three of 4.2, then one of 2.1."""
    steps: list[float] = []
    words = iter((written or "").split())
    for word in words:
        if word != "g":
            steps.append(_number(word, 0.0))
            continue
        times = int(_number(next(words, None), 0.0))
        steps += [_number(next(words, None), 0.0)] * max(0, min(times, most, _MOST_RUN))
    return steps[:most]


def _path(folder: str, written: str | None) -> str:
    """A path in the archive, given from `folder` or from its root."""
    joined = posixpath.normpath(posixpath.join("/", folder, (written or "").strip()))
    return joined.lstrip("/")


def _box(element: Any, other: Box) -> Box:
    """The box that an element gives, `other` where it gives none."""
    if element is None or len((element.text or "").split()) != len(other):
        return other
    left, top, width, height = _numbers(element.text, 4)
    return (left, top, width, height) if width > 0 and height > 0 else other


def _numbers(written: str | None, count: int) -> list[float]:
    found = [_number(word, 0.0) for word in (written or "").split()][:count]
    return found + [0.0] * (count - len(found))


def _number(written: str | None, other: float) -> float:
    """A number as XML writes it; `other` where it is none that a page could have."""
    try:
        value = float(written or "")
    except ValueError:
        return other
    return value if math.isfinite(value) and abs(value) < 1e6 else other
