"""A deck without slides, whose masters fit slides of 16:9 and which names no other program.

The library's own is of 4:3, as high as ours and three quarters as wide, so every place on a master
or a layout moves outwards by a third. It also carries the printer, picture and program of whoever
made it.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pptx
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI

from viewer.export.pptx.theme import HEIGHT, WIDTH, set_theme
from viewer.model import ViewerError

_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Briefing Viewer</Application></Properties>"
)


def blank_deck() -> Any:
    """The deck; ViewerError `disk-failed` where the library's own cannot be read."""
    deck = _default()
    _count_names(deck.part.package)
    _widen(deck)
    _forget_origin(deck)
    set_theme(deck)
    return deck


def _default() -> Any:
    try:
        return Presentation()
    except (OSError, PackageNotFoundError, zipfile.BadZipFile) as error:
        path = Path(pptx.__file__).parent / "templates" / "default.pptx"
        reason = getattr(error, "strerror", None) or str(error)
        raise ViewerError("disk-failed", path=str(path), reason=reason) from error


def _count_names(package: Any) -> None:
    """Name new parts by counting: the library walks the whole package for each new name, which
    takes a deck of a thousand charts from seconds to many minutes."""
    numbers: Counter[str] = Counter(
        re.sub(r"\d+", "%d", str(part.partname)) for part in package.iter_parts()
    )

    def next_name(template: str) -> PackURI:
        numbers[template] += 1
        return PackURI(template % numbers[template])

    package.next_partname = next_name


def _widen(deck: Any) -> None:
    wider = WIDTH / deck.slide_width
    for master in deck.slide_masters:
        for page in (master, *master.slide_layouts):
            for shape in page.shapes:
                frame = shape._element.xfrm if hasattr(shape._element, "xfrm") else None
                if frame is not None:  # else it stands where that of the master does
                    shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.part._element.sldSz.attrib.pop("type", None)


def _forget_origin(deck: Any) -> None:
    _drop(deck.part, RT.PRINTER_SETTINGS)
    package = deck.part.package
    _drop(package, RT.THUMBNAIL)
    for relation in package._rels.values():
        if relation.reltype == RT.EXTENDED_PROPERTIES:
            relation.target_part._blob = _APP.encode()
    deck.core_properties.comments = ""


def _drop(owner: Any, kind: str) -> None:
    for name in [name for name, one in owner._rels.items() if one.reltype == kind]:
        owner._rels.pop(name)
