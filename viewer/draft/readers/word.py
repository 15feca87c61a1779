"""Word files: paragraphs, headings, numbered lists and tables, as their reader sees them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from lxml import etree  # type: ignore[import-untyped]

from viewer.draft.readers.numbering import Numbering
from viewer.draft.readers.report import Block, Report, Shape, clean, table
from viewer.model import Source, ViewerError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What is printed nowhere, or beside the paragraph: deleted words, properties, notes, boxes.
_UNSEEN = frozenset(
    _W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "txbxContent")
) | {_FALLBACK}
_CHARACTERS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}

_MOST_PART = 96_000_000
_MOST_WHOLE = 1_000_000_000
_MOST_RATIO = 200
_OLE = b"\xd0\xcf\x11\xe0"


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of a .docx; `encoding` means nothing here, the file names its own.

    Raises ViewerError for an encrypted file, a bomb, or what is no Word file.
    """
    _checked(data)
    try:
        document = docx.Document(io.BytesIO(data))
        if document.element.tag != _W + "document":
            raise KeyError(document.element.tag)
        found = _blocks(document, cancelled)
        core = document.core_properties
        author = clean(core.author or "").strip()
    except (OpcError, etree.XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ViewerError("draft-broken", kind="Word", reason=str(error)) from error
    authors = (author,) if author and author not in {"python-docx", "Administrator"} else ()
    return Report(tuple(found), _title(found), Source(authors=authors))


def _checked(data: bytes) -> None:
    """Refuse before unpacking what would fill the memory."""
    if data.startswith(_OLE):  # a .docx with a password is wrapped so, and an old .doc looks alike
        raise ViewerError("draft-encrypted-word")
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise ViewerError("draft-broken", kind="Word", reason=str(error)) from error
    if any(part.flag_bits & 1 for part in parts):
        raise ViewerError("draft-encrypted-word")
    whole = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > _MOST_PART
        or part.file_size > 1_000_000 + _MOST_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if swollen or whole > _MOST_WHOLE:
        raise ViewerError("draft-bomb", megabytes=whole // 1_000_000)


def _blocks(document: Any, cancelled: Callable[[], bool]) -> list[Block]:
    levels = _levels(document)
    numbering = Numbering.of(document)
    found: list[Block] = []
    for element in _body(document.element.body):
        if cancelled():
            raise ViewerError("draft-cancelled")
        if element.tag == _W + "tbl":
            found.extend(_table(element, numbering))
        else:
            found.extend(_paragraph(element, levels, numbering))
            found.extend(_boxes(element, numbering))
    return [*found, *_footnotes(document, numbering)]


def _footnotes(document: Any, numbering: Numbering) -> Iterator[Block]:
    """The footnotes and endnotes after the last paragraph: no word of the report is lost."""
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in {"footnotes", "endnotes"}:
            continue
        root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
        for note in root.iterchildren(_W + kind.removesuffix("s")):
            if note.get(_W + "type") in {None, "normal"}:
                for paragraph in note.iterchildren(_W + "p"):
                    yield from _paragraph(paragraph, {}, numbering)


def _boxes(element: Any, numbering: Numbering) -> Iterator[Block]:
    """The paragraphs of the text boxes that hang on a paragraph, each box once."""
    for box in element.iter(_W + "txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None:
            for paragraph in box.iterchildren(_W + "p"):
                yield from _paragraph(paragraph, {}, numbering)


def _body(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those inside content controls and insertions."""
    waiting = [iter(parent)]
    while waiting:
        for child in waiting[-1]:
            if child.tag in {_W + "p", _W + "tbl"}:
                yield child
            elif child.tag in {_W + "sdt", _W + "sdtContent", _W + "ins", _W + "moveTo"}:
                waiting.append(iter(child))
                break
        else:
            waiting.pop()


def _paragraph(element: Any, levels: dict[str, int], numbering: Numbering) -> Iterator[Block]:
    style = _attribute(element, "pPr/pStyle") or ""
    level = levels.get(style, _outline_level(element))
    if level < 0:
        return
    number = numbering.next(element, style)
    for line in clean(number + _text(element)).split("\n"):
        text = " ".join(line.split("\t")).strip()
        if text:
            item = Shape.ITEM if number else Shape.PARAGRAPH
            yield Block(Shape.HEADING if level else item, text, level, alone=True)


def _text(element: Any) -> str:
    """The words of a paragraph, inserted ones too, without what is deleted or hidden in fields."""
    pieces: list[str] = []
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag in _UNSEEN:
            continue
        pieces.append(node.text or "" if node.tag == _W + "t" else _CHARACTERS.get(node.tag, ""))
        waiting.extend(reversed(node))
    return "".join(pieces)


def _table(element: Any, numbering: Numbering) -> Iterator[Block]:
    rows = [_row(row) for row in element.iter(_W + "tr")]
    if max((len(row) for row in rows), default=0) <= 1:  # a frame around paragraphs, no table
        for paragraph in element.iter(_W + "p"):
            yield from _paragraph(paragraph, {}, numbering)
        return
    made = table([[clean(cell) for cell in row] for row in rows])
    if made:
        yield made


def _row(row: Any) -> list[str]:
    cells: list[str] = []
    for cell in row.iterchildren(_W + "tc", _W + "sdt"):
        words = " ".join(_text(paragraph).strip() for paragraph in cell.iter(_W + "p"))
        wide = _attribute(cell, "tcPr/gridSpan") or "1"
        cells += [words, *[""] * (min(int(wide), 64) - 1 if wide.isdigit() else 0)]
    return cells


def _attribute(element: Any, path: str) -> str | None:
    found = element.find("/".join(_W + step for step in path.split("/")))
    value = None if found is None else found.get(_W + "val")
    return None if value is None else str(value)


def _outline_level(element: Any) -> int:
    value = _attribute(element, "pPr/outlineLvl")
    return int(value) + 1 if value is not None and value in set("012345678") else 0


def _levels(document: Any) -> dict[str, int]:
    """Style id to level: title 1 and headings 2 and below where a title style exists at all.

    -1 marks a line of a table of contents, which the body repeats.
    """
    found: dict[str, int] = {}
    for style in document.styles.element.iter(_W + "style"):
        name = (_attribute(style, "name") or "").lower()
        outline = _outline_level(style)
        if name.startswith("toc ") or name in {"table of figures", "header", "footer"}:
            found[str(style.get(_W + "styleId"))] = -1
        elif name == "title" or outline or name.startswith("heading "):
            number = name.removeprefix("heading ")
            level = int(number) if number.isdecimal() else outline
            found[str(style.get(_W + "styleId"))] = 1 if name == "title" else level + 1
    return found


def _title(blocks: list[Block]) -> str:
    first = next((block for block in blocks if block.text), None)
    return first.text if first and first.shape is Shape.HEADING and first.level == 1 else ""
