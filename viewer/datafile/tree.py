"""Grows the tree from events, one at a time, on a stack of its own: depth costs no recursion."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import yaml

from viewer.datafile.characters import first_bad, harmless, report_forbidden
from viewer.datafile.issue_collector import Collector
from viewer.datafile.limits import MOST_DEPTH
from viewer.datafile.nodes import Fields, Items, Node, Scalar, cut_off
from viewer.model import Place

_scalar_of: Callable[[type[Scalar], tuple[str, Place, bool, Place]], Scalar] = tuple.__new__
_place_at: Callable[[type[Place], tuple[int, int]], Place] = tuple.__new__
"""Make a named tuple without the calls of its class: it is done half a million times."""
_REFUSED = Scalar("", Place(), False, Place())
"""Stands for a key that is no text; what is under it is not read."""


class LimitReached(Exception):  # noqa: N818 - no error: the rest of the file is not looked at
    """The file breaks a limit; what was read so far is kept."""


class _Open:
    """A list or fields that is not closed yet."""

    __slots__ = ("entries", "items", "key", "place", "seen")

    def __init__(self, place: Place, fields: bool) -> None:
        self.place = place
        self.seen: dict[str, Scalar] | None = {} if fields else None
        self.key: Scalar | None = None
        self.entries: list[tuple[Scalar, Node]] = []
        self.items: list[Node] = []

    def closed(self) -> Node:
        if self.seen is None:
            return Items(tuple(self.items), self.place)
        return Fields(tuple(self.entries), self.place)


class Tree:
    """Takes the events of one document in turn."""

    def __init__(self, text: str, collector: Collector) -> None:
        self._text = text
        self._collector = collector
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0

    def grow(self, events: Iterable[yaml.Event]) -> None:
        """Take the events in turn; raises Stop where a limit is broken."""
        take = _TAKES.get
        for event in events:
            taken = take(type(event))
            if taken is not None:
                taken(self, event)

    def close(self, cut: bool) -> Node | None:
        """The root; what the text's end, or a mistake, `cut` off says so."""
        while self._stack:
            self._attach(self._stack.pop().closed())
        return cut_off(self._root) if cut and self._root is not None else self._root

    def _refuse(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        """Tell what a node may not carry."""
        if event.anchor:
            self._collector.add("yaml-anchor", place, self._path(), name=event.anchor)
        if event.tag is not None:
            self._collector.add("yaml-tag", place, self._path(), tag=event.tag)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark: Any = event.start_mark  # libyaml marks every event
        place = content = _place_at(Place, (mark.line + 1, mark.column + 1))
        self._refuse(event, place)
        style, text = event.style, event.value
        if style:
            content = self._content(event, style, place)
            if style == '"':
                text = self._sound(text, place)
        self._attach(_scalar_of(Scalar, (text, place, not style, content)))

    def _content(self, event: yaml.ScalarEvent, style: str, place: Place) -> Place:
        """Where the first character of a text in quotes or in a block stands."""
        if style in "|>":
            return self._block(event, place)
        return Place(place.line, place.column + 1)

    def _sound(self, text: str, place: Place) -> str:
        """A text without what only escapes can bring in, which is told; one kind of line break."""
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        bad = first_bad(text)
        if not bad:
            return text
        report_forbidden(bad, place, self._path(), self._collector)
        return harmless(text)

    def _alias(self, event: yaml.AliasEvent) -> None:
        place = _place(event)
        self._collector.add("yaml-alias", place, self._path(), name=event.anchor)
        self._attach(Scalar("", place, True, place))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._collector.add("yaml-documents", _place(event))
            raise LimitReached

    def _close(self, _: yaml.CollectionEndEvent) -> None:
        self._attach(self._stack.pop().closed())

    def _block(self, event: yaml.ScalarEvent, place: Place) -> Place:
        """Where the first character of a block text stands, by the indent of its first words."""
        mark = event.start_mark
        assert mark is not None  # libyaml marks every event
        start = self._text.find("\n", mark.index) + 1
        at = start
        while at < len(self._text) and self._text[at] in " \r\n":
            at += 1
        indent = at - (self._text.rfind("\n", 0, at) + 1)
        words = event.value.lstrip("\n")
        own = len(words) - len(words.lstrip(" "))
        return Place(place.line + 1, max(1, indent - own + 1))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        place = _place(event)
        self._refuse(event, place)
        if len(self._stack) >= MOST_DEPTH:
            self._collector.add("yaml-depth", place, most=MOST_DEPTH)
            raise LimitReached
        self._stack.append(_Open(place, isinstance(event, yaml.MappingStartEvent)))

    def _attach(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        if parent.seen is None:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._key(node)
        else:
            key, parent.key = parent.key, None
            self._enter(parent, parent.seen, key, node)

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._collector.add("key-complex", node.place, self._path())
            return _REFUSED
        return node

    def _enter(self, parent: _Open, seen: dict[str, Scalar], key: Scalar, node: Node) -> None:
        if key.text == "<<" and key.plain:
            self._collector.add("yaml-merge", key.place, self._path())
            return
        if key is _REFUSED:
            return
        first = seen.setdefault(key.text, key)
        if first is key:
            parent.entries.append((key, node))
        else:
            self._collector.add(
                "key-twice", key.place, self._path(key.text), key=key.text, line=first.place.line
            )

    def _path(self, last: str = "") -> str:
        path = ""
        for level in self._stack:
            if level.seen is None:
                path += f"[{len(level.items)}]"
            elif level.key is not None:
                path += f".{level.key.text}"
        return f"{path}.{last}".strip(".") if last else path.strip(".")


_TAKES: dict[type[yaml.Event], Callable[[Tree, Any], None]] = {
    yaml.ScalarEvent: Tree._scalar,
    yaml.SequenceStartEvent: Tree._open,
    yaml.MappingStartEvent: Tree._open,
    yaml.SequenceEndEvent: Tree._close,
    yaml.MappingEndEvent: Tree._close,
    yaml.AliasEvent: Tree._alias,
    yaml.DocumentStartEvent: Tree._document,
}
"""What is done with each kind of event; the rest says nothing."""


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    assert mark is not None  # libyaml marks every event
    return Place(mark.line + 1, mark.column + 1)
