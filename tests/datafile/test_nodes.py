"""Nodes of a file put in the place of others, and moved down with their lines."""

from viewer.datafile import read_briefing
from viewer.datafile.nodes import item_at, locate, moved_down, with_item
from viewer.model import Place

FILE = """\
briefing: 1
title: 报
sections:
  - id: one
    title: 一
    passage: 共 3 件。
  - id: two
    title: 二
    passage: 无。
"""


def test_a_node_put_elsewhere_is_found_at_its_new_place() -> None:
    root = read_briefing(FILE.encode()).root
    second = item_at(root, "sections", 1)
    assert second is not None
    put = with_item(root, "sections", 0, moved_down(second, 0, 10))
    assert locate(put, "sections[0].title") == Place(18, 12)
    assert locate(put, "sections[1].title") == Place(8, 12)


def test_only_what_stands_below_a_line_moves_down() -> None:
    root = read_briefing(FILE.encode()).root
    assert root is not None
    moved = moved_down(root, 6, 2)
    assert locate(moved, "sections[0].passage") == Place(6, 14)
    assert locate(moved, "sections[1].id") == Place(9, 9)


def test_where_there_is_no_list_there_is_no_item() -> None:
    root = read_briefing(FILE.encode()).root
    first = item_at(root, "sections", 0)
    assert first is not None
    assert item_at(None, "sections", 0) is None
    assert item_at(root, "title", 0) is None
    assert item_at(root, "sections", 2) is None
    assert with_item(None, "sections", 0, first) is None
    assert with_item(root, "title", 0, first) is None
