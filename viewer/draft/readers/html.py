"""A page saved from a browser: its article, found by where the text is dense and links are few."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from viewer.draft.readers.decode import decode
from viewer.draft.readers.html_tree import Node, parse
from viewer.draft.readers.report import Block, Report, Shape, clean, joined, table
from viewer.model import Source, ViewerError

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FURNITURE = re.compile(
    r"\b(?:nav|menu|breadcrumb|crumb|footer|sidebar|aside|comment|discuss|share|related|recommend|"
    r"banner|copyright|toolbar|pagination|advert|newsletter|subscribe|sign-?up|promo|cookie|consent|"
    r"popup|modal|login|more-from|hot-|rank|tags?\b|paywall)",
    re.IGNORECASE,
)
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
_SITE = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{1,30}$")
_META = {
    "author": "author", "article:author": "author", "pubdate": "date", "publishdate": "date",
    "article:published_time": "date", "og:site_name": "og:site_name", "contentsource": "site",
    "source": "site", "og:title": "title", "articletitle": "title",
}  # fmt: skip
_HEADED = frozenset({"h1", "article", "main"})
_MOST_LINKS = 0.5
_MARGIN, _LONGEST_LINE = 12, 160
_NO_SITE = frozenset({"微信公众平台", "Weixin Official Accounts Platform"})


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of the article on an HTML page; ViewerError where `cancelled` says so."""
    root = parse(clean(decode(data, encoding or _declared(data))))
    if cancelled():
        raise ViewerError("draft-cancelled")
    _mark_main(root)
    article = _article(root)
    meta = _meta(root)
    blocks = tuple(_blocks(article)) or tuple(_blocks(_whole(root)))
    title = _title(root, meta)
    site = meta.get("og:site_name", "")
    return Report(
        blocks,
        title,
        _source(meta),
        margin=tuple(_margin(root, article, title)),
        site="" if site in _NO_SITE else site,
    )


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


def _whole(root: Node) -> Node:
    """The page with no node taken for furniture: all that it says stood in such."""
    for node in root.walk():
        node.main = True
    return root


def _article(root: Node) -> Node:
    """The node that holds most of the page's running text: each paragraph speaks for its parents.

    A parent counts wholly, those around it less, as most readers of articles reckon.
    """
    scores: dict[Node, float] = {}
    for node in root.walk():
        weight = _weight(node)
        for parent, share in zip(node.parents(3), (1.0, 0.6, 0.3), strict=False):
            if weight > 0:
                scores[parent] = scores.get(parent, 0.0) + weight * share
    return max(scores, key=scores.__getitem__) if scores else root


def _weight(node: Node) -> float:
    """How much running text stands directly in a node, links and page furniture not counted."""
    said = node.own_text()
    if not said or node.tag in _HEADINGS:
        return 0.0
    plain = len(said) - node.own_links()
    punctuated = sum(map(said.count, "。，；、.,;"))
    if (plain <= 10 and not punctuated) or any(map(_is_furniture, (node, *node.parents(12)))):
        return 0.0
    return plain + 10.0 * punctuated


def _is_furniture(node: Node) -> bool:
    named = node.tag not in _WHOLE_PAGE and not node.main
    return named and _FURNITURE.search(node.names) is not None


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
    waiting: list[tuple[Node, str] | Node] = [article]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, tuple):
            yield from _said(*piece)
        elif piece.tag == "title" or (piece is not article and _is_furniture(piece)):
            continue
        elif piece.tag == "table" and _is_table(piece):
            made = table(list(_rows(piece)))
            yield from [made] if made else []
        elif not _is_link_list(piece):
            waiting.extend(reversed(list(_pieces(piece))))


def _pieces(node: Node) -> Iterator[tuple[Node, str] | Node]:
    """The lines of text and the inner blocks of a node, in order."""
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


def _said(node: Node, line: str) -> Iterator[Block]:
    text = joined(line.split("\n"))
    if text and node.tag in _HEADINGS:
        yield Block(Shape.HEADING, text, _HEADINGS.index(node.tag) + 1, alone=True)
    elif text:
        shape = Shape.ITEM if node.tag == "li" else Shape.PARAGRAPH
        yield Block(shape, text, alone=True)


def _is_link_list(node: Node) -> bool:
    """Whether what stands directly in a block is links for the most part: navigation."""
    whole = len(node.own_text())
    return node.tag not in _HEADINGS and whole > 0 and node.own_links() / whole > _MOST_LINKS


def _is_table(node: Node) -> bool:
    """Whether a table shows data: several cells a row, and no cell is a page of its own."""
    inner = [child.tag for child in node.walk() if child is not node]
    rows, cells = inner.count("tr"), inner.count("td") + inner.count("th")
    return "table" not in inner and rows > 1 and cells >= 2 * rows


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
    said = {"h1": [""], "title": [""]}
    for node in root.walk():
        if node.tag in said:
            said[node.tag].append(joined(node.all_text().split("\n")))
    shown = list(filter(None, said["h1"]))
    if len(shown) == 1:
        return shown[0]
    return meta.get("title") or _SITE.sub("", said["title"][-1])


def _source(meta: dict[str, str]) -> Source:
    named = meta.get("author", "")
    parting = r"\s*(?:[,;&]|\band\b)\s*" if named.isascii() else r"[\s,，、;；]+"
    authors = tuple(filter(None, re.split(parting, named)))
    return Source(
        publication=meta.get("site", ""), date=meta.get("date", "")[:10], authors=authors[:8]
    )
