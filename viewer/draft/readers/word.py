"""Word files: paragraphs, headings, numbered lists and tables, as their reader sees them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from lxml import etree  # type: ignore[import-untyped]

from viewer.draft.readers.archive import sound_archive
from viewer.draft.readers.numbering import Numbering
from viewer.draft.readers.report import Block, Report, Shape, clean, table_block
from viewer.model import ViewerError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What is printed nowhere, or beside the paragraph: deleted words, properties, notes, boxes.
_UNSEEN = frozenset(
    _W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "txbxContent")
) | {_FALLBACK}
_CHARACTERS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}

_BODY = frozenset({_W + "p", _W + "tbl"})
_PARAGRAPH, _ROW, _CELL = (frozenset({_W + name}) for name in ("p", "tr", "tc"))
_WRAPPERS = frozenset(
    _W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_OFF = frozenset({"0", "false", "off"})
_LEVEL_NAMES = frozenset("123456789")
_LONGEST_CHAIN = 20

_OLE = b"\xd0\xcf\x11\xe0"


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of a .docx; `encoding` means nothing here, the file names its own.

    Raises ViewerError for an encrypted file, a bomb, or what is no Word file.
    """
    _checked(data)
    document = _opened(data)
    found = tuple(_blocks(document, cancelled))
    return Report(found, _title(found))


def _opened(data: bytes) -> Any:
    """The document; ViewerError where it is none. Its properties are not read: who is named there
    is whose program wrote the file, and the words of a report say themselves who wrote it.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except (OpcError, etree.XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ViewerError("draft-broken", kind="Word", reason=str(error)) from error
    if document.element.tag != _W + "document" or document.element.body is None:
        raise ViewerError("draft-broken", kind="Word", reason="no body")
    return document


def _checked(data: bytes) -> None:
    """Refuse before unpacking what would fill the memory."""
    if data.startswith(_OLE):  # a .docx with a password is wrapped so, and an old .doc looks alike
        raise ViewerError("draft-encrypted-word")
    sound_archive(data, "Word", "draft-encrypted-word")


def _blocks(document: Any, cancelled: Callable[[], bool]) -> list[Block]:
    styles = Styles.of(document)
    numbering = Numbering.of(document)
    found: list[Block] = []
    for element in _inside(document.element.body, _BODY):
        if cancelled():
            raise ViewerError("draft-cancelled")
        if element.tag == _W + "tbl":
            found.extend(_table(element, styles, numbering))
        else:
            found.extend(_paragraph(element, styles, numbering))
            found.extend(_boxes(element, styles, numbering))
    return [*found, *_footnotes(document, styles, numbering)]


def _footnotes(document: Any, styles: Styles, numbering: Numbering) -> Iterator[Block]:
    """The footnotes and endnotes after the last paragraph: no word of the report is lost."""
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in {"footnotes", "endnotes"}:
            continue
        root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
        for note in root.iterchildren(_W + kind.removesuffix("s")):
            if note.get(_W + "type") in {None, "normal"}:
                for paragraph in note.iterchildren(_W + "p"):
                    yield from _paragraph(paragraph, styles.plain, numbering)


def _boxes(element: Any, styles: Styles, numbering: Numbering) -> Iterator[Block]:
    """The paragraphs of the text boxes that hang on a paragraph, each box once."""
    for box in element.iter(_W + "txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None:
            for paragraph in box.iterchildren(_W + "p"):
                yield from _paragraph(paragraph, styles.plain, numbering)


def _inside(parent: Any, tags: frozenset[str]) -> Iterator[Any]:
    """The children with one of `tags`, in order, also those inside controls and insertions."""
    waiting = [iter(parent)]
    while waiting:
        for child in waiting[-1]:
            if child.tag in tags:
                yield child
            elif child.tag in _WRAPPERS:
                waiting.append(iter(child))
                break
        else:
            waiting.pop()


def _paragraph(element: Any, styles: Styles, numbering: Numbering) -> Iterator[Block]:
    style = _attribute(element, "pPr/pStyle") or ""
    level = styles.levels.get(style, _outline_level(element))
    if level < 0:
        return
    if style in styles.hidden:
        return
    number, words = numbering.next(element, style), _text(element, styles)
    if not words.strip():  # a number by itself says nothing; it counts all the same
        return
    for line in clean(number + words).split("\n"):
        text = " ".join(line.split("\t")).strip()
        if text:
            item = Shape.ITEM if number else Shape.PARAGRAPH
            yield Block(Shape.HEADING if level else item, text, level, alone=True)


def _text(element: Any, styles: Styles) -> str:
    """The words of a paragraph, inserted ones too, without what is deleted or not shown."""
    pieces: list[str] = []
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag in _UNSEEN or (node.tag == _W + "r" and styles.hides(node)):
            continue
        pieces.append(node.text or "" if node.tag == _W + "t" else _CHARACTERS.get(node.tag, ""))
        waiting.extend(reversed(node))
    return "".join(pieces)


def _table(element: Any, styles: Styles, numbering: Numbering) -> Iterator[Block]:
    """A table, then those that stand in its cells, each once and outermost first.

    A table of one column is a frame around paragraphs.
    """
    waiting = [element]
    while waiting:
        rows = list(_inside(waiting.pop(), _ROW))
        cells = [list(_inside(row, _CELL)) for row in rows]
        inner = list(_inside_of_cells(cells))
        if max(map(len, cells), default=0) <= 1:
            for child in inner:
                if child.tag == _W + "p":
                    yield from _paragraph(child, styles.plain, numbering)
        elif made := table_block([_row(row, styles) for row in cells]):
            yield made
        waiting.extend(child for child in reversed(inner) if child.tag == _W + "tbl")


def _inside_of_cells(rows: list[list[Any]]) -> Iterator[Any]:
    for row in rows:
        for cell in row:
            yield from _inside(cell, _BODY)


def _row(cells: list[Any], styles: Styles) -> list[str]:
    row: list[str] = []
    for cell in cells:
        words = (_text(paragraph, styles).strip() for paragraph in _inside(cell, _PARAGRAPH))
        wide = _attribute(cell, "tcPr/gridSpan") or "1"
        small = wide.isdecimal() and len(wide) < 4
        row += [clean(" ".join(words)), *[""] * (min(int(wide), 64) - 1 if small else 0)]
    return row


def _attribute(element: Any, path: str) -> str | None:
    found = element.find("/".join(_W + step for step in path.split("/")))
    value = None if found is None else found.get(_W + "val")
    return None if value is None else str(value)


def _outline_level(element: Any) -> int:
    value = _attribute(element, "pPr/outlineLvl")
    return int(value) + 1 if value is not None and value in set("012345678") else 0


@dataclass(frozen=True, slots=True)
class Styles:
    """What the styles of a document say by their ids.

    `levels`: 1 is the title, headings are 2 and below; -1 marks a line of a table of contents,
    which the body repeats. `hidden` are styles whose words are not shown.
    """

    levels: Mapping[str, int]
    hidden: frozenset[str]

    @classmethod
    def of(cls, document: Any) -> Styles:
        """The styles that `document` defines."""
        levels: dict[str, int] = {}
        hidden: dict[str, bool | None] = {}
        based: dict[str, str] = {}
        for style in document.styles.element.iter(_W + "style"):
            name = str(style.get(_W + "styleId"))
            level = _level(style)
            if level:
                levels[name] = level
            hidden[name] = _vanishes(style)
            based[name] = _attribute(style, "basedOn") or ""
        return cls(levels, frozenset(name for name in hidden if _inherits(name, hidden, based)))

    @property
    def plain(self) -> Styles:
        """The same styles for words in notes, boxes and frames, where nothing is a heading."""
        return Styles({}, self.hidden)

    def hides(self, run: Any) -> bool:
        """Whether a run is not shown, by its own properties or by its style."""
        own = _vanishes(run)
        return (_attribute(run, "rPr/rStyle") or "") in self.hidden if own is None else own


def _inherits(name: str, hidden: Mapping[str, bool | None], based: Mapping[str, str]) -> bool:
    """Whether a style is hidden, itself or by one that it is based on."""
    for _ in range(_LONGEST_CHAIN):
        own = hidden.get(name)
        if own is not None:
            return own
        name = based.get(name, "")
    return False


def _vanishes(element: Any) -> bool | None:
    """Whether a run or style says that its words are hidden, None where it says nothing."""
    found = element.find(f"{_W}rPr/{_W}vanish")
    return None if found is None else found.get(_W + "val") not in _OFF


def _level(style: Any) -> int:
    """The level that a style gives its paragraphs, 0 for none."""
    name = (_attribute(style, "name") or "").lower()
    outline = _outline_level(style)
    if name.startswith("toc ") or name in {"table of figures", "header", "footer"}:
        return -1
    if name == "title":
        return 1
    number = name.removeprefix("heading ")
    if name.startswith("heading ") and number in _LEVEL_NAMES:
        return int(number) + 1
    return outline + 1 if outline or name.startswith("heading ") else 0


def _title(blocks: Sequence[Block]) -> str:
    first = next((block for block in blocks if block.text), None)
    return first.text if first and first.shape is Shape.HEADING and first.level == 1 else ""
