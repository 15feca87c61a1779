"""The file as a tree: texts, lists and fields, each with its place; no meaning yet."""

from __future__ import annotations

from typing import NamedTuple

from viewer.expressions import compiled
from viewer.model import Place


class Scalar(NamedTuple):
    """A text of the file. `plain` when it stands without quotes; `content` is where its first
    character stands, after a quote or on the line after `|`.
    """

    text: str
    place: Place
    plain: bool
    content: Place

    @property
    def blank(self) -> bool:
        """Whether nothing was written at all (`notes:`), as against an empty text in quotes."""
        return self.plain and not self.text


class Items(NamedTuple):
    """A list. `whole` is false when a mistake of syntax cut it off."""

    items: tuple[Node, ...]
    place: Place
    whole: bool = True


class Fields(NamedTuple):
    """Keys and what stands under them, in the order of the file; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place
    whole: bool = True

    def under(self, key: str) -> Node | None:
        """What stands under a key."""
        return next((node for name, node in self.entries if name.text == key), None)


Node = Scalar | Items | Fields


def cut_off(node: Node) -> Node:
    """The node with its end marked as cut off, and the end of its last part too, and so on."""
    if isinstance(node, Items):
        items = (*node.items[:-1], *map(cut_off, node.items[-1:]))
        return Items(items, node.place, whole=False)
    if isinstance(node, Fields):
        last = ((key, cut_off(under)) for key, under in node.entries[-1:])
        return Fields((*node.entries[:-1], *last), node.place, whole=False)
    return node


def moved_down(node: Node, after: int, lines: int) -> Node:
    """The node with everything below the line `after` standing `lines` further down."""

    def place(one: Place) -> Place:
        return one if one.line <= after else Place(one.line + lines, one.column)

    def scalar(one: Scalar) -> Scalar:
        return Scalar(one.text, place(one.place), one.plain, place(one.content))

    if isinstance(node, Scalar):
        return scalar(node)
    if isinstance(node, Items):
        items = tuple(moved_down(one, after, lines) for one in node.items)
        return Items(items, place(node.place), node.whole)
    entries = tuple((scalar(key), moved_down(one, after, lines)) for key, one in node.entries)
    return Fields(entries, place(node.place), node.whole)


def item_at(root: Node | None, key: str, number: int) -> Node | None:
    """An item of the list under one of the keys of a file; None where there is no such."""
    listed = root.under(key) if isinstance(root, Fields) else None
    if not isinstance(listed, Items) or number >= len(listed.items):
        return None
    return listed.items[number]


def with_item(root: Node | None, key: str, number: int, item: Node) -> Node | None:
    """A file with another item in the list under one of its keys; None where there is no such."""
    listed = root.under(key) if isinstance(root, Fields) else None
    if not isinstance(root, Fields) or not isinstance(listed, Items):
        return None
    items = Items(
        (*listed.items[:number], item, *listed.items[number + 1 :]), listed.place, listed.whole
    )
    entries = tuple((name, items if name.text == key else under) for name, under in root.entries)
    return Fields(entries, root.place, root.whole)


STEP = compiled(r"\[(\d+)\]|([^.\[\]]+)")
"""One step of a path: the number of an item, or a key."""


def locate(root: Node | None, path: str) -> Place | None:
    """Where the field of a path such as `sections[2].metrics[0].cite` stands; None if nowhere."""
    node = root
    for index, key in STEP.findall(path):
        if isinstance(node, Fields) and key:
            node = node.under(key)
        elif isinstance(node, Items) and index and int(index) < len(node.items):
            node = node.items[int(index)]
        else:
            return None
    return node.place if node is not None else None
