"""From text to nodes: the events of libyaml grown into a tree of our own, within limits.

Constructing values is left to nobody else: aliases, tags and merge keys are refused, and a text is
never guessed to be a number, a date or a yes.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import yaml

from viewer.datafile.issue_collector import Collector
from viewer.datafile.limits import MOST_DEPTH, MOST_NODES, may_exceed_node_limit, one_too_many
from viewer.datafile.nodes import Node
from viewer.datafile.tree import LimitReached, Tree
from viewer.model import Place

if TYPE_CHECKING:
    from viewer.datafile.syntax_repair import Slip

_MOST_REPAIRS = 100
_MOST_WORK = 8_000_000
"""Characters read over again after repairs, so that a large file stays quick."""
_TOO_DEEP = "exceeded maximum nesting depth"


def parse(text: str, collector: Collector) -> Node | None:
    """The tree of a text; what is wrong with its syntax goes to `collector`.

    A slip that can only have been meant one way (a tab, a full-width colon) is told, mended in
    memory and read on, so that one pass finds all mistakes. Any other ends the tree there.
    """
    slips: list[Slip] = []
    lines: list[str] = []
    work = 0
    while True:
        found = Collector()
        root, error = _grow(text, found)
        if error is None:
            break
        from viewer.datafile.syntax_repair import slip_of  # most files have none

        lines = lines or text.splitlines(keepends=True)
        slip = slip_of(lines, error)
        slips.append(slip)
        work += sum(map(len, lines[: slip.line + 1]))
        if slip.mended is None or len(slips) == _MOST_REPAIRS or work > _MOST_WORK:
            break
        lines[slip.line] = slip.mended
        text = "".join(lines)
    for slip in slips:
        collector.add(slip.code, slip.place, "", **slip.params)
    collector.take(found)
    return root


def _grow(text: str, collector: Collector) -> tuple[Node | None, yaml.MarkedYAMLError | None]:
    """Nodes as far as they go, and what stopped them."""
    tree = Tree(text, collector)
    error, cut = None, True
    try:
        with _collector_paused():
            beyond = one_too_many(_events(text)) if may_exceed_node_limit(text) else None
            if beyond is None:
                tree.grow(_events(text))
            else:
                collector.add("yaml-nodes", beyond, most=MOST_NODES)
        cut = False
    except LimitReached:
        pass
    except yaml.MarkedYAMLError as stop:
        if stop.problem == _TOO_DEEP:  # a newer libyaml has a limit of its own, and looks ahead
            from viewer.datafile.syntax_repair import place_of

            collector.add("yaml-depth", place_of(stop.problem_mark), most=MOST_DEPTH)
        else:
            error = stop
    except (yaml.YAMLError, ValueError) as stop:  # a reader's error has no mark of its own
        collector.add("yaml-unreadable", Place(), problem=str(stop))
    return tree.close(cut), error


def _events(text: str) -> Iterator[yaml.Event]:
    return iter(yaml.CSafeLoader(text).get_event, None)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hundreds of thousands of small objects are made, none is garbage: not looking saves 70 %."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
