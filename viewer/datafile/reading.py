"""From bytes to a briefing: everything that is wrong is told at once, everything sound is kept."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from viewer.datafile.build import Builder
from viewer.datafile.characters import cleaned
from viewer.datafile.decode import decode
from viewer.datafile.issue_collector import Collector
from viewer.datafile.nodes import Node, Scalar, locate
from viewer.datafile.parse import parse
from viewer.datafile.records import read_record
from viewer.model import Briefing, Issue, Place


class FileReading(NamedTuple):
    """What came of reading a file: the briefing as far as it goes, and the issues by their places.

    `briefing` is None when no section could be read. `lost` are the ids of metrics that stand in
    the file but not in the briefing, each for a mistake that is among the issues; `holed` are the
    paths of the sections that may have further metrics, whose ids could not be read either.
    """

    briefing: Briefing | None
    issues: tuple[Issue, ...]
    lost: frozenset[str] = frozenset()
    root: Node | None = None
    holed: frozenset[str] = frozenset()

    def locate(self, path: str) -> Place | None:
        """Where the field of a path (`sections[0].metrics[1].value`) stands in the file."""
        return locate(self.root, path)


def read_briefing(data: bytes, name: str | PurePath = "") -> FileReading:
    """Read the bytes of a data file; its name tells with them whether it is a report instead.

    Any bytes at all give a FileReading; nothing is raised.
    """
    collector = Collector()
    text = decode(data, collector, name)
    if text is None:
        return FileReading(None, collector.sorted())
    root = parse(cleaned(text, collector), collector)
    return read_tree(root, collector)


def read_tree(root: Node | None, collector: Collector) -> FileReading:
    """Read the tree of a file by the table of the format."""
    if root is None or (isinstance(root, Scalar) and root.blank):
        if not collector.sorted():
            collector.add("file-empty", Place())
        return FileReading(None, collector.sorted(), root=root)
    record = read_record(root, "briefing", "", collector)
    builder = Builder(collector)
    briefing = builder.briefing(record) if record else None
    return FileReading(
        briefing, collector.sorted(), frozenset(builder.lost), root, frozenset(builder.holed)
    )
