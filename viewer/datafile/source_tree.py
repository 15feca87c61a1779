"""The file as a tree whose nodes know the very characters they stand in, for changing them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from viewer.datafile.nodes import STEP

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What a node says, without its places."""
Path = tuple[str | int, ...]
"""The road to a node: keys and numbers of items, such as `("sections", 0, "metrics", 2)`."""


@dataclass(frozen=True, slots=True)
class TextNode:
    """A text, from its first character or quotation mark to its last.

    `style` is the sign that it begins with (a quotation mark, `|` or `>`), empty for a plain one.
    """

    text: str
    start: int
    end: int
    style: str = ""


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list; `flow` when it stands in brackets. `start` is its first dash or bracket."""

    items: tuple[Node, ...]
    start: int
    end: int
    flow: bool


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys and values in the order of the file; `flow` when it stands in braces."""

    entries: tuple[tuple[TextNode, Node], ...]
    start: int
    end: int
    flow: bool

    def entry(self, key: str) -> tuple[TextNode, Node] | None:
        """A key as it stands, and what stands under it."""
        return next((pair for pair in self.entries if pair[0].text == key), None)


Node = TextNode | ListNode | MapNode


def source_tree(text: str) -> Node:
    """The tree of a data file that reads without a mistake of syntax.

    Raises yaml.YAMLError where it does not, and where there is nothing in it.
    """
    events = iter(yaml.CSafeLoader(text).get_event, None)
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            return _built(event, events, text)
    raise yaml.YAMLError


def _built(event: yaml.NodeEvent, events: Iterator[yaml.Event], text: str) -> Node:
    if isinstance(event, yaml.ScalarEvent):
        return _leaf(event, text)
    start, flow = _index(event.start_mark), bool(getattr(event, "flow_style", False))
    if isinstance(event, yaml.SequenceStartEvent):
        items, end = _children(events, text)
        return ListNode(items, start, _end(end, items, start, flow), flow)
    children, end = _children(events, text)
    keys = tuple(key for key in children[::2] if isinstance(key, TextNode))
    return MapNode(
        tuple(zip(keys, children[1::2], strict=True)),
        start,
        _end(end, children, start, flow),
        flow,
    )


def _children(
    events: Iterator[yaml.Event], text: str
) -> tuple[tuple[Node, ...], yaml.CollectionEndEvent]:
    children: list[Node] = []
    while isinstance(event := next(events), yaml.NodeEvent):
        children.append(_built(event, events, text))
    assert isinstance(event, yaml.CollectionEndEvent)
    return tuple(children), event


def _end(event: yaml.Event, children: tuple[Node, ...], start: int, flow: bool) -> int:
    """A list without brackets ends with its last item; libyaml would say, with the next token."""
    if flow:
        return _index(event.end_mark)
    return children[-1].end if children else start


def _leaf(event: yaml.ScalarEvent, text: str) -> TextNode:
    start, end, style = _index(event.start_mark), _index(event.end_mark), event.style or ""
    if style in ("|", ">"):  # what follows the last line with words is not its own
        end = line_end(text, start + len(text[start:end].rstrip()))
    return TextNode(event.value, start, end, style)


def _index(mark: object) -> int:
    return int(getattr(mark, "index"))  # noqa: B009 - libyaml marks every event


def node_text(node: Node) -> Plain:
    """What a node says; of line breaks at the end of a text the reader takes no notice."""
    if isinstance(node, TextNode):
        return node.text.rstrip("\n")
    if isinstance(node, ListNode):
        return [node_text(item) for item in node.items]
    return {key.text: node_text(under) for key, under in node.entries}


def under(root: Node, path: Path) -> Node | None:
    """The node at the end of a path; None if nowhere."""
    node: Node | None = root
    for step in path:
        if isinstance(node, MapNode) and isinstance(step, str):
            found = node.entry(step)
            node = found[1] if found else None
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def value_at(root: Node, path: Path) -> Plain:
    """What the node at the end of a path says; KeyError if nowhere."""
    found = under(root, path)
    if found is None:
        raise KeyError
    return node_text(found)


def line_start(text: str, at: int) -> int:
    """Where the line of `at` begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of `at` ends, its line break not counted."""
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))


def next_line(text: str, at: int) -> int:
    """Where the line after that of `at` begins; the end of the text where there is none."""
    end = line_end(text, at)
    return min(len(text), end + (2 if text.startswith("\r\n", end) else 1))


def path_of(written: str) -> Path:
    """The road that a value of the briefing names: `sections[2].metrics[0]` as its steps."""
    return tuple(int(index) if index else key for index, key in STEP.findall(written))
