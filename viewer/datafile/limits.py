"""Whether a text holds more nodes than are read: told before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from viewer.model import Place

MOST_DEPTH = 64
MOST_NODES = 500_000

_INDICATORS = "-:?,[{"
_NODES_EACH = 3
"""An indicator brings in three nodes at most: `:` a key, its value and the fields they begin."""
_STARTS = frozenset({yaml.SequenceStartEvent, yaml.MappingStartEvent})
_ENDS = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})


def may_exceed_node_limit(text: str) -> bool:
    """Whether a text could hold over `MOST_NODES` nodes; no text that does is passed over."""
    return 1 + _NODES_EACH * sum(map(text.count, _INDICATORS)) > MOST_NODES


def one_too_many(events: Iterable[yaml.Event]) -> Place | None:
    """Where the first node beyond `MOST_NODES` stands, if nothing ends the reading before it.

    What does: a second document, a level beyond `MOST_DEPTH`, a mistake of syntax.
    """
    try:
        return _counted(events)
    except (yaml.YAMLError, ValueError):  # told where the tree is grown, which meets it again
        return None


def _counted(events: Iterable[yaml.Event]) -> Place | None:
    nodes = depth = documents = 0
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            nodes += 1
        elif kind in _STARTS:
            nodes, depth = nodes + 1, depth + 1
        elif kind in _ENDS:
            depth -= 1
        else:
            documents += kind is yaml.DocumentStartEvent
        if nodes > MOST_NODES:
            mark = event.start_mark
            assert mark is not None  # libyaml marks every event
            return Place(mark.line + 1, mark.column + 1)
        if depth > MOST_DEPTH or documents > 1:
            return None
    return None
