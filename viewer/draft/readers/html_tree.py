"""A light tree of an HTML page: blocks, the text in them, and which of it is links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree  # type: ignore[import-untyped]

from viewer.draft.readers.report import clean
from viewer.model import ViewerError

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "button", "select", "option", "textarea",
    "iframe", "object", "audio", "video", "math", "canvas", "del", "s", "strike",
})  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_MOST_NODES = 1_000_000


@dataclass(slots=True, eq=False)
class Node:
    """A block of the page: its tag, its class, id and role, and what stands in it in order.

    A child is another block, or a piece of text with whether it is part of a link; the text of a
    `<br>` is a vertical tab. `span` and `depth` are the columns and rows that a cell takes.
    `main` marks what holds most of the page, `aside` what stands in the furniture of the page.
    """

    tag: str
    names: str = ""
    span: int = 1
    depth: int = 1
    parent: Node | None = None
    children: list[Node | tuple[str, bool]] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    main: bool = False
    aside: bool = False

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in order, without recursion: pages nest without limit."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed([child for child in node.children if isinstance(child, Node)]))

    def parents(self, most: int) -> Iterator[Node]:
        """The nodes around this one, nearest first, at most so many."""
        node = self.parent
        for _ in range(most):
            if node is None:
                return
            yield node
            node = node.parent

    def own_text(self) -> str:
        """What stands directly in this block, white space collapsed."""
        return _collapsed(child[0] for child in self.children if isinstance(child, tuple))

    def own_lines(self) -> list[str]:
        """What stands directly in this block, a line for each that `<br>` parts."""
        said = "".join(child[0] for child in self.children if isinstance(child, tuple))
        lines = (_SPACE.sub(" ", line).strip() for line in said.split("\v"))
        return [line for line in lines if line]

    def own_links(self) -> int:
        """How many characters of the own text are links."""
        return len(
            _collapsed(child[0] for child in self.children if isinstance(child, tuple) and child[1])
        )

    def all_text(self) -> str:
        """The text of this block and all below it, a line for each."""
        pieces: list[str] = []
        for node in self.walk():
            pieces.extend(child[0] for child in node.children if isinstance(child, tuple))
            pieces.append("\n")
        return "".join(pieces).replace("\v", "\n")


def _collapsed(pieces: Iterator[str]) -> str:
    return _SPACE.sub(" ", "".join(pieces)).strip()


class _Builder:
    """Opens and closes nodes as lxml tells the tags of a page; each is closed in its turn."""

    def __init__(self) -> None:
        self.root = Node("html")
        self.at = self.root
        self.links = 0
        self.skipped = 0
        self.nodes = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open a node for a block, note what any other tag says."""
        if self.skipped or tag in _SKIPPED:
            self.skipped += 1
        elif tag == "a":
            self.links += 1
        elif tag == "br":
            self.at.children.append(("\v", False))
        elif tag == "meta":
            name = attributes.get("name") or attributes.get("property") or ""
            self.root.meta.append((name, attributes.get("content") or ""))
        elif tag in BLOCKS:
            self._open(tag, attributes)

    def end(self, tag: str) -> None:
        """Close what `start` opened."""
        if self.skipped:
            self.skipped -= 1
        elif tag == "a":
            self.links = max(0, self.links - 1)
        elif tag in BLOCKS and self.at.parent is not None:
            self.at = self.at.parent

    def data(self, data: str) -> None:
        """Add text to the node that is open."""
        if not self.skipped:
            self.at.children.append((clean(data), self.links > 0))

    def close(self) -> Node:
        """The whole page."""
        return self.root

    def _open(self, tag: str, said: Mapping[str, str]) -> None:
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            raise ViewerError("draft-page-too-complex", most=_MOST_NODES)
        names = " ".join(filter(None, map(said.get, ("class", "id", "role"))))
        wide, deep = _few(said.get("colspan")), _few(said.get("rowspan"))
        made = Node(tag, f"{names} {tag}", wide, deep, self.at)
        self.at.children.append(made)
        self.at = made


def _few(said: str | None) -> int:
    return min(int(said), 64) if said and re.fullmatch(r"[1-9]\d?", said) else 1


def parse_page(text: str) -> Node:
    """The tree of a page; what is no text for readers (scripts, forms' choices) is left out."""
    builder = _Builder()
    if not text.strip():
        return builder.root
    # The limits of the reading process stand in for those of the parser.
    parser = etree.HTMLParser(target=builder, huge_tree=True, encoding="utf-8")
    parser.feed(text.encode("utf-8"))
    root: Node = parser.close()
    return root
