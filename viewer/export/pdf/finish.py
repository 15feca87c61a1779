"""What Qt leaves out of a PDF: bookmarks, links inside it, its language, times that repeat.

Qt writes every page's `/Annots` as an object of its own, an empty array, and a classic table of
places. So an incremental update (ISO 32000-1, 7.5.6) that gives those arrays new content, and the
catalog an outline, is all that is needed: nothing that Qt wrote is parsed beyond its object
numbers, and the text stays as it is. Bytes of another shape are left alone: `UnfamiliarError`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from viewer.export.pdf.page_formats import POINT
from viewer.export.pdf.page_model import Aim, Book, Link, OutlineEntry

_PAGE = re.compile(rb"\n(\d+) 0 obj\n<<\n/Type /Page\n.*?/Annots (\d+) 0 R\n", re.DOTALL)
_KIDS = re.compile(rb"/Type /Pages\n/Kids \n\[\n(.*?)\]", re.DOTALL)
_CATALOG = re.compile(rb"\n(\d+) 0 obj\n<<\n/Type /Catalog\n(.*?)>>\nendobj", re.DOTALL)
_INFO = re.compile(
    rb"\n(\d+) 0 obj\n<<\n(/Title \(.*?\n/Trapped /False\n)(>>|2)\nendobj", re.DOTALL
)
_TRAILER = re.compile(rb"trailer\n<<\n/Size (\d+) \n(.*?)>>\nstartxref\n(\d+) \n%%EOF", re.DOTALL)
_TABLE = re.compile(
    rb"\n(\d+) 0 obj\n<< /Length \d+ >>\nstream\n(/CIDInit .*?)endstream", re.DOTALL
)
_CODE = re.compile(rb"<[0-9A-F]{4}>")
_PLACE = re.compile(rb"(\d{10}) (\d{5}) n")
_HEAD = re.compile(rb"xref\n0 (\d+)\n")
_START = re.compile(rb"startxref\n\d+ ")
_TIME = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}[^)]*\)")


class UnfamiliarError(Exception):
    """The bytes are not in the shape that Qt is known to write."""


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of itself."""

    title: str
    author: str
    language: str
    stamp: datetime

    def xmp(self) -> str:
        """The same as XMP (ISO 16684-1), in place of Qt's, which carries the present time."""
        when = self.stamp.strftime("%Y-%m-%dT%H:%M:%SZ")
        title, author, language = escape(self.title), escape(self.author), escape(self.language)
        return _XMP.format(title=title, author=author, language=language, when=when)


_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""


def finish_pdf(data: bytes, book: Book, about: About, spoken: Mapping[str, str]) -> bytes:
    """The PDF that Qt wrote from `book`, with outline, links, language and `about.stamp`.

    `spoken` are the characters that others stand for in the fonts' tables of what glyphs say.
    UnfamiliarError when `data` is not in the shape that Qt is known to write.
    """
    data = _at_time(data, about.stamp)
    _check_places(data)
    size, rest, start = _trailer(data)
    pages = _pages(data)
    objects: dict[int, bytes] = {}
    numbers = [number for number, _ in pages]
    if len(pages) != len(book.pages):
        raise UnfamiliarError(f"{len(pages)} pages found of {len(book.pages)}")
    for page, (_, array) in zip(book.pages, pages, strict=True):
        objects[array] = _annotations(page.links, book, numbers)
    objects |= _to_unicode_maps(data, spoken) | _info(data, about)
    outline = _outline(book, size, numbers)
    objects |= outline
    catalog, content = _catalog(data)
    extra = b"/Lang %s\n/ViewerPreferences << /DisplayDocTitle true >>\n" % _text(about.language)
    if outline:
        extra += b"/Outlines %d 0 R\n/PageMode /UseOutlines\n" % size
    objects[catalog] = b"<<\n/Type /Catalog\n" + content + extra + b">>"
    return data + _update(len(data), objects, (size + len(outline), rest, start))


def _at_time(data: bytes, stamp: datetime) -> bytes:
    """The file with `stamp` for its times. What stood there is longer away from Greenwich, so the
    places in the table move with what comes after it."""
    said = stamp.strftime("%Y%m%d%H%M%SZ").encode()
    moves = [(found.end(), len(found[1]) + len(said) + 1 - len(found[0])) for found in
             _TIME.finditer(data)]  # fmt: skip

    def moved(place: bytes) -> int:
        return int(place) + sum(by for end, by in moves if end <= int(place))

    start = moved(b"%d" % _trailer(data)[2])
    data = _TIME.sub(rb"\g<1>" + said + b")", data)
    table = _PLACE.sub(lambda found: b"%010d %b n" % (moved(found[1]), found[2]), data[start:])
    return data[:start] + _START.sub(b"startxref\n%d " % start, table)


def _check_places(data: bytes) -> None:
    """UnfamiliarError where the table does not lead to the objects that it names."""
    start = _trailer(data)[2]
    head = _HEAD.match(data, start)
    if head is None:
        raise UnfamiliarError("no table of places")
    places = _PLACE.findall(data, head.end())
    if int(head[1]) != len(places) + 1:  # the first entry is of no object
        raise UnfamiliarError(f"{len(places)} places of {head[1]!r}")
    for number, (place, _) in enumerate(places, start=1):
        if not data.startswith(b"%d 0 obj" % number, int(place)):
            raise UnfamiliarError(f"object {number} is elsewhere")


def _to_unicode_maps(data: bytes, spoken: Mapping[str, str]) -> dict[int, bytes]:
    """The tables of what glyphs say (ISO 32000-1, 9.10.3) in which a stand-in says its character;
    Qt writes them unpacked."""
    changed: dict[int, bytes] = {}
    codes = {_hex(stand): _hex(character) for stand, character in spoken.items()}
    for found in _TABLE.finditer(data) if codes else ():
        table = _CODE.sub(lambda code: codes.get(code[0], code[0]), found[2])
        if table != found[2]:
            changed[int(found[1])] = b"<< /Length %d >>\nstream\n%sendstream" % (len(table), table)
    return changed


def _hex(character: str) -> bytes:
    return b"<" + character.encode("utf-16-be").hex().upper().encode() + b">"


def _trailer(data: bytes) -> tuple[int, bytes, int]:
    found = list(_TRAILER.finditer(data))
    if len(found) != 1:
        raise UnfamiliarError(f"{len(found)} trailers")
    return int(found[0][1]), found[0][2], int(found[0][3])


def _pages(data: bytes) -> list[tuple[int, int]]:
    """The object numbers of each page and of its annotations, in the order of the pages."""
    annotations = {int(found[1]): int(found[2]) for found in _PAGE.finditer(data)}
    kids = _KIDS.search(data)
    order = re.findall(rb"(\d+) 0 R", kids[1]) if kids else []
    missing = [number for number in order if int(number) not in annotations]
    if missing:
        raise UnfamiliarError(f"no annotations of page {missing[0]!r}")
    return [(int(number), annotations[int(number)]) for number in order]


def _catalog(data: bytes) -> tuple[int, bytes]:
    found = _CATALOG.search(data)
    if found is None:
        raise UnfamiliarError("no catalog")
    return int(found[1]), found[2]


def _info(data: bytes, about: About) -> dict[int, bytes]:
    """What the document says of itself, mended where Qt before 6.9 wrote it.

    That Qt knows no author, and 6.8 ends the dictionary with `2` in the place of `>>`.
    """
    found = _INFO.search(data)
    if found is None or b"\n/Author (" in found[2]:
        return {}
    return {int(found[1]): b"<<\n" + found[2] + b"/Author " + _text(about.author) + b"\n>>"}


def _annotations(links: Sequence[Link], book: Book, pages: Sequence[int]) -> bytes:
    return b"[" + b"\n".join(_links(links, book, pages)) + b"]"


def _links(links: Sequence[Link], book: Book, pages: Sequence[int]) -> Iterator[bytes]:
    high = book.shape.height / POINT
    for link in links:
        aim = book.aims.get(link.aim)
        if aim is None:
            continue
        frame = link.frame
        left, right = frame.left / POINT, (frame.left + frame.width) / POINT
        low, top = high - frame.bottom / POINT, high - frame.top / POINT
        yield b"<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%s] /Dest %s >>" % (
            b" ".join(b"%.2f" % edge for edge in (left, low, right, top)),
            _destination(aim, book, pages),
        )


def _destination(aim: Aim, book: Book, pages: Sequence[int]) -> bytes:
    """The page with the aimed-at height a little below the upper edge of the window."""
    top = (book.shape.height - max(0.0, aim.top - 15 * POINT)) / POINT
    return b"[%d 0 R /XYZ null %.2f null]" % (pages[aim.page], top)


def _outline(book: Book, first: int, pages: Sequence[int]) -> dict[int, bytes]:
    """The outline's objects, numbered from `first`: its root, then a line each."""
    marks = [mark for mark in book.outline if mark.aim in book.aims]
    if not marks:
        return {}
    family = _family(marks)
    objects = {}
    for siblings in (family[None], *(family[top] for top in family[None])):
        for place, index in enumerate(siblings):
            mark = marks[index]
            parts = [
                b"/Title " + _text(mark.title),
                b"/Parent %d 0 R" % (first if not mark.depth else first + 1 + _above(marks, index)),
                b"/Dest " + _destination(book.aims[mark.aim], book, pages),
            ]
            if place:
                parts.append(b"/Prev %d 0 R" % (first + 1 + siblings[place - 1]))
            if place + 1 < len(siblings):
                parts.append(b"/Next %d 0 R" % (first + 1 + siblings[place + 1]))
            if family.get(index):
                parts.append(_ends(family[index], first, closed=True))
            objects[first + 1 + index] = b"<< " + b"\n".join(parts) + b" >>"
    objects[first] = b"<< /Type /Outlines %s >>" % _ends(family[None], first, closed=False)
    return objects


def _ends(children: Sequence[int], first: int, *, closed: bool) -> bytes:
    """Where the children begin and end; a negative count keeps them folded away."""
    ends = (first + 1 + children[0], first + 1 + children[-1])
    return b"/First %d 0 R /Last %d 0 R " % ends + b"/Count %d" % (
        -len(children) if closed else len(children)
    )


def _family(marks: Sequence[OutlineEntry]) -> dict[int | None, list[int]]:
    """The children of every line of the outline that may have some, by index; None is the root."""
    family: dict[int | None, list[int]] = {None: []}
    top: int | None = None
    for index, mark in enumerate(marks):
        if not mark.depth:
            top = index
            family[index] = []
        family[None if not mark.depth else top].append(index)
    return family


def _above(marks: Sequence[OutlineEntry], index: int) -> int:
    """The nearest line of depth 0 before `index`."""
    while marks[index].depth:
        index -= 1
    return index


def _update(length: int, objects: Mapping[int, bytes], trailer: tuple[int, bytes, int]) -> bytes:
    """The appended section: the objects, the table of their places, the trailer."""
    size, rest, previous = trailer
    out = bytearray(b"\n")
    places: dict[int, int] = {}
    for number in sorted(objects):
        places[number] = length + len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = length + len(out)
    out += b"xref\n"
    for number in sorted(places):
        out += b"%d 1\n%010d 00000 n \n" % (number, places[number])
    out += b"trailer\n<<\n/Size %d\n%s/Prev %d\n>>\n" % (size, rest, previous)
    out += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(out)


def _text(said: str) -> bytes:
    """A text string: UTF-16 with its mark, in hexadecimal, which needs no escapes."""
    return b"<FEFF" + said.encode("utf-16-be", "replace").hex().upper().encode() + b">"
