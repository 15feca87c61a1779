"""A page saved from a browser: its article, found by where the text is dense and links are few."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from viewer.draft.readers.decode import decode_report
from viewer.draft.readers.html_furniture import is_furniture_name, is_notes_name
from viewer.draft.readers.html_tree import Node, parse_page
from viewer.draft.readers.report import Block, Report, Shape, TextExtent, clean, joined, table_block
from viewer.model import Source, ViewerError

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
_SITE = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{1,30}$")
_META = {
    "author": "author", "article:author": "author", "pubdate": "date", "publishdate": "date",
    "article:published_time": "date", "og:site_name": "og:site_name", "contentsource": "site",
    "source": "site", "og:title": "title", "articletitle": "title",
}  # fmt: skip
_HEADED = frozenset({"h1", "article", "main"})
_MOST_LINKS = 0.5
_MOST_TEXT = 0.75
_LISTS = frozenset({"ul", "ol", "dl", "blockquote"})
_COUNTED = ("table", "tr", "td", "th")
_NOTICE = re.compile(
    r"\b(?:we|this (?:web)?site|our (?:web)?sites?) uses? cookies|accept (?:all )?cookies|cookie "
    r"(?:policy|settings|preferences|notice)|网站(?:会)?使用\s*cookie|(?:接受|同意).{0,6}cookie",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 500
_MARGIN, _LONGEST_LINE = 12, 160
_NO_SITE = frozenset({"微信公众平台", "Weixin Official Accounts Platform"})


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of the article on an HTML page; ViewerError where `cancelled` says so."""
    root = parse_page(clean(decode_report(data, encoding or _declared(data))))
    if cancelled():
        raise ViewerError("draft-cancelled")
    _mark_main(root)
    _mark_furniture(root)
    article = _article(root)
    meta = _meta(root)
    blocks = tuple(_blocks(article)) or tuple(_blocks(_whole(root)))
    notices = [block for block in blocks if _is_notice(block)]
    title = _title(root, meta)
    site = meta.get("og:site_name", "")
    return Report(
        tuple(block for block in blocks if block not in notices),
        title,
        _source(meta),
        dropped=tuple(block.text for block in notices),
        margin=tuple(_margin(root, article, title)),
        site="" if site in _NO_SITE else site,
        extent=_extent(root),
    )


def _extent(root: Node) -> TextExtent:
    """What the page says, its title and its lists of links aside."""
    said = (node for node in root.walk() if node.tag != "title" and not _is_link_list(node))
    return TextExtent.of(node.own_text() for node in said)


def fragment(text: str) -> Iterator[Block]:
    """The blocks of a piece of HTML, such as one in a Markdown text: all of it, as it stands."""
    yield from _blocks(_whole(parse_page(text)))


def _declared(data: bytes) -> str:
    """The encoding that the page names; GB names as their superset, Unicode left to detection."""
    found = _CHARSET.search(data[:4096])
    if found is None or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return ""
    name = found[1].decode("ascii").lower()
    if name in {"gb2312", "gbk", "gb18030", "x-gbk"}:
        return "gb18030"
    return "" if name.startswith(("utf", "unicode")) else name


def _mark_main(root: Node) -> None:
    """Mark the nodes that hold the page: more than half of its words, and its headline if it has
    one. Their names say how they are laid out (has-sidebar), not that they are furniture.
    """
    nodes = list(root.walk())
    heads: dict[Node, int] = {}
    for node in reversed(nodes):
        heads[node] = heads.get(node, 0) + (node.tag in _HEADED)
        if node.parent is not None:
            heads[node.parent] = heads.get(node.parent, 0) + heads[node]
    words: dict[Node, int] = {}
    for node in reversed(nodes):
        words[node] = words.get(node, 0) + len(node.own_text()) - node.own_links()
        beside = heads[root] and not heads[node] and _is_furniture(node)  # such as long comments
        if node.parent is not None and not beside:
            words[node.parent] = words.get(node.parent, 0) + words[node]
    for node in nodes:
        headed = heads[node] > 0 or not heads[root]
        node.main = headed and words[node] * 2 > words[root]


def _mark_furniture(root: Node) -> None:
    """Mark what stands in the furniture of the page: menus, comments, notices."""
    for node in root.walk():
        within = node.parent is not None and node.parent.aside
        node.aside = not node.main and (within or _is_furniture(node))


def _whole(root: Node) -> Node:
    """The page with no node taken for furniture: all that it says stood in such."""
    for node in root.walk():
        node.main, node.aside = True, False
    return root


def _article(root: Node) -> Node:
    """The innermost node that holds most of the page's running text.

    A report of many sections is all of them, and its notes are no more than its notes, however long
    their list is; a list is part of what stands around it.
    """
    nodes = list(root.walk())
    inside = _inside_lists(nodes)
    weights: dict[Node, float] = {}
    for node in reversed(nodes):
        weights[node] = weights.get(node, 0.0) + _weight(node)
        if node.parent is not None:
            weights[node.parent] = weights.get(node.parent, 0.0) + weights[node]
    least = _MOST_TEXT * weights[root]
    whole = (node for node in reversed(nodes) if least and weights[node] >= least)
    return next((node for node in whole if node not in inside), root)


def _inside_lists(nodes: list[Node]) -> frozenset[Node]:
    """The nodes that are lists or stand in one; `nodes` have each before those below it."""
    found: set[Node] = set()
    for node in nodes:
        if node.tag in _LISTS or is_notes_name(node.names) or node.parent in found:
            found.add(node)
    return frozenset(found)


def _weight(node: Node) -> float:
    """How much running text stands directly in a node, links and page furniture not counted."""
    said = "" if node.aside else node.own_text()
    if not said or node.tag in _HEADINGS:
        return 0.0
    plain = len(said) - node.own_links()
    punctuated = sum(map(said.count, "。，；、.,;"))
    if plain <= 10 and not punctuated:
        return 0.0
    return plain + 10.0 * punctuated


def _is_furniture(node: Node) -> bool:
    named = node.tag not in _WHOLE_PAGE and not node.main
    return named and any(map(is_furniture_name, node.names.split()))


def _margin(root: Node, article: Node, title: str) -> Iterator[str]:
    """The short lines between the headline of a page and its article: who published, and when."""
    said: list[str] = []
    wanted = "".join(title.split())
    for node in root.walk():
        if node is article:
            break
        for line in node.own_lines():
            if wanted and "".join(line.split()) == wanted:
                said.clear()
            elif len(line) <= _LONGEST_LINE:
                said.append(line)
    yield from said[:_MARGIN] if len(said) <= _MARGIN else said[-_MARGIN:]


def _blocks(article: Node) -> Iterator[Block]:
    """Headings, paragraphs, items and tables below `article`, in order."""
    tables = _tables(article)
    waiting: list[tuple[Node, str] | Node] = [article]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, tuple):
            yield from _text_blocks(*piece)
        elif piece.tag == "title" or (piece is not article and piece.aside):
            continue
        elif piece in tables:
            yield from _captions(piece)
            made = table_block(list(_rows(piece)))
            yield from [made] if made else []
        else:
            waiting.extend(reversed(list(_pieces(piece))))


def _captions(node: Node) -> Iterator[Block]:
    """What a table is called, which may hold the unit of its numbers."""
    for child in node.children:
        if isinstance(child, Node) and child.tag == "caption":
            yield from _text_blocks(child, child.own_text())


def _pieces(node: Node) -> Iterator[tuple[Node, str] | Node]:
    """The lines of text and the inner blocks of a node, in order; of a list of links the blocks."""
    if _is_link_list(node):
        yield from (child for child in node.children if isinstance(child, Node))
        return
    said: list[str] = []
    for child in node.children:
        if isinstance(child, tuple) and child[0] != "\v":
            said.append(child[0])
            continue
        yield node, "".join(said)
        said = []
        if isinstance(child, Node):
            yield child
    yield node, "".join(said)


def _text_blocks(node: Node, line: str) -> Iterator[Block]:
    text = joined(line.split("\n"))
    if text and node.tag in _HEADINGS:
        yield Block(Shape.HEADING, text, _HEADINGS.index(node.tag) + 1, alone=True)
    elif text:
        shape = Shape.ITEM if node.tag == "li" else Shape.PARAGRAPH
        yield Block(shape, text, alone=True)


def _is_notice(block: Block) -> bool:
    """Whether a paragraph asks for leave to set cookies, wherever the page has put it."""
    short = block.shape is not Shape.TABLE and len(block.text) <= _LONGEST_NOTICE
    return short and _NOTICE.search(block.text) is not None


def _is_link_list(node: Node) -> bool:
    """Whether what stands directly in a block is links for the most part: navigation."""
    whole = len(node.own_text())
    return node.tag not in _HEADINGS and whole > 0 and node.own_links() / whole > _MOST_LINKS


def _tables(root: Node) -> frozenset[Node]:
    """The tables below a node that show data: several cells a row, and no table in a cell."""
    found: set[Node] = set()
    counts: dict[Node, Counter[str]] = {}
    for node in reversed(list(root.walk())):
        inner = counts.pop(node, Counter())
        rows, cells = inner["tr"], inner["td"] + inner["th"]
        if node.tag == "table" and not inner["table"] and rows > 1 and cells >= 2 * rows:
            found.add(node)
        if node.parent is not None and node is not root:
            outer = counts.setdefault(node.parent, Counter())
            if node.tag == "table":
                outer["table"] += inner["table"]
            else:
                outer.update({tag: inner[tag] for tag in _COUNTED})
            outer[node.tag] += 1
    return frozenset(found)


def _rows(node: Node) -> Iterator[list[str]]:
    """The rows of a table; a cell that reaches over more columns or rows leaves them empty."""
    reach: dict[int, int] = {}
    for row in node.walk():
        if row.tag != "tr":
            continue
        cells: list[str] = []
        for child in row.children:
            if not isinstance(child, Node) or child.tag not in {"td", "th"}:
                continue
            while reach.get(len(cells), 0):
                cells.append("")
            at = len(cells)
            cells += [joined(child.all_text().split("\n")), *[""] * (child.span - 1)]
            new = dict.fromkeys(range(at, len(cells)), child.depth)
            reach |= {place: depth for place, depth in new.items() if depth > 1}
        yield cells
        reach = {place: left - 1 for place, left in reach.items() if left > 1}


def _meta(root: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, content in root.meta:
        key = _META.get(name.lower())
        if key and content.strip():
            found.setdefault(key, content.strip())
    return found


def _title(root: Node, meta: dict[str, str]) -> str:
    """The page's headline: its only h1, else what its head names, without the site's name."""
    found: dict[str, list[Node]] = {"h1": [], "title": []}
    for node in root.walk():
        if node.tag in found:
            found[node.tag].append(node)
    if len(found["h1"]) == 1 and (shown := _heading_of(found["h1"][0])):
        return shown
    named = _heading_of(found["title"][-1]) if found["title"] else ""
    return meta.get("title") or _SITE.sub("", named)


def _heading_of(node: Node) -> str:
    return joined(node.all_text().split("\n"))


def _source(meta: dict[str, str]) -> Source:
    named = meta.get("author", "")
    parting = r"\s*(?:[,;&]|\band\b)\s*" if named.isascii() else r"[\s,，、;；]+"
    authors = tuple(filter(None, re.split(parting, named)))
    return Source(
        publication=meta.get("site", ""), date=meta.get("date", "")[:10], authors=authors[:8]
    )
