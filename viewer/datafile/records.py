"""Reads fields by the table of the format: what is there, what is missing, what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from typing import NamedTuple

from viewer.datafile.fields import RECORDS, Field, FieldType
from viewer.datafile.issue_collector import Collector
from viewer.datafile.nodes import Fields, Items, Node, Scalar
from viewer.datafile.scalars import Amount, Mistake, Read, read_scalar
from viewer.model import Place

_LISTS = (FieldType.LINES, FieldType.IDS, FieldType.FIGURES)
_TEXTS = (FieldType.LINE, FieldType.TEXT)


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one record that could be read, by key, each of the type the table declares.

    `sound` is false when a field that must be there is missing or wrong; `whole` is false when a
    mistake of syntax cut the record off, so that nothing can be said to be missing. `partial` are
    the keys under which something stands that could not be read.
    """

    place: Place
    path: str
    whole: bool = True
    values: dict[str, Read] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    records: dict[str, tuple[Record, ...]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    partial: set[str] = field(default_factory=set)

    def text(self, key: str) -> str:
        """A text, '' where there is none."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    def flag(self, key: str, default: bool) -> bool:
        """A yes or no."""
        value = self.values.get(key, default)
        return value if isinstance(value, bool) else default

    def number(self, key: str) -> Decimal | None:
        """A plain number."""
        value = self.values.get(key)
        return value if isinstance(value, Decimal) else None

    def amount(self, key: str) -> Amount | None:
        """A value as the report writes it."""
        value = self.values.get(key)
        return value if isinstance(value, Amount) else None

    def has(self, key: str) -> bool:
        """Whether the author wrote something under a key, right or wrong."""
        return key in self.places

    def at(self, key: str) -> Place:
        """Where the text of a field stands; the record itself where it has none."""
        return self.places.get(key, self.place)

    @property
    def sound(self) -> bool:
        """Whether all that must be there is."""
        return not self.lost


def read_record(node: Node, name: str, path: str, collector: Collector) -> Record | None:
    """The record under `path`; None, with the mistake told, where there are no fields at all."""
    if not isinstance(node, Fields):
        collector.add("type-fields", node.place, path, keys=_keys(name))
        return None
    record = Record(node.place, path, node.whole)
    rows = {row.key: row for row in RECORDS[name]}
    for key, under in node.entries:
        row = rows.get(key.text)
        if row is None:
            meant = _report_unknown_key(key, name, record, collector)
            if meant:
                record.places.setdefault(meant, key.place)
                record.lost.add(meant)
        else:
            _Reader(record, row, _join(path, row.key), collector).read(under)
    for row in rows.values():
        if row.required and not record.has(row.key):
            record.lost.add(row.key)
            if node.whole:
                collector.add("key-missing", node.place, _join(path, row.key), key=row.key)
    return record


class _Reader(NamedTuple):
    """Reads what stands under one key into its record."""

    record: Record
    row: Field
    path: str
    collector: Collector

    def read(self, node: Node) -> None:
        key = self.row.key
        if isinstance(node, Scalar) and node.blank:
            if self.row.required:
                self._lose("key-empty", node.place)
            return
        self.record.places[key] = node.place
        if self.row.type is FieldType.RECORDS:
            self._records(node)
        elif self.row.type is FieldType.RECORD:
            found = read_record(node, self.row.record, self.path, self.collector)
            self.record.records[key] = (found,) if found else ()
        elif self.row.type in _LISTS:
            self._list(node)
        else:
            self._scalar(node)

    def _scalar(self, node: Node) -> None:
        value = self._one(node, self.path)
        if value is None:
            self.record.lost.add(self.row.key)
        elif value == "" and self.row.required and self.row.type is not FieldType.TEXT:
            self._lose("key-empty", node.place)
        else:
            self.record.values[self.row.key] = value
            if self.row.key == "passage" and isinstance(node, Scalar):
                self.record.places["passage"] = node.content

    def _list(self, node: Node) -> None:
        found: list[str] = []
        for at, item in enumerate(self._items(node)):
            value = self._one(item, f"{self.path}[{at}]")
            if isinstance(value, str) and value:
                found.append(value)
        self.record.lists[self.row.key] = tuple(found)
        if self.row.required and not found:
            self.record.lost.add(self.row.key)

    def _records(self, node: Node) -> None:
        items = self._items(node)
        read = (
            read_record(item, self.row.record, f"{self.path}[{at}]", self.collector)
            for at, item in enumerate(items)
        )
        found = tuple(record for record in read if record)
        self.record.records[self.row.key] = found
        if len(found) < len(items):
            self.record.partial.add(self.row.key)

    def _items(self, node: Node) -> tuple[Node, ...]:
        if not isinstance(node, Items):
            self._lose("type-list", node.place)
            return ()
        if self.row.required and not node.items and node.whole:
            self._lose("list-empty", node.place)
        return node.items

    def _one(self, node: Node, path: str) -> Read | None:
        if not isinstance(node, Scalar):
            self.collector.add("type-text", node.place, path, key=self.row.key)
            return None
        try:
            return read_scalar(node.text, self.row)
        except Mistake as wrong:
            params = {"key": self.row.key, **wrong.params}
            self.collector.add(wrong.code, node.place, path, **params)
            return None

    def _lose(self, code: str, place: Place) -> None:
        self.record.places.setdefault(self.row.key, place)
        self.record.lost.add(self.row.key)
        self.collector.add(code, place, self.path, key=self.row.key)


def _report_unknown_key(key: Scalar, name: str, record: Record, collector: Collector) -> str:
    """Tell of a key that the record does not have; the key that was surely meant, or ''."""
    if collector.full:
        return ""  # looking for the nearest key takes its time
    text, place = key.text, key.place
    known = [row.key for row in RECORDS[name]]
    where = _join(record.path, text[:100])
    before, colon, _ = text.partition("：")
    if colon and before in known:
        colon_at = Place(place.line, place.column + len(before))
        collector.add("colon-wide", colon_at, where, key=before)
        return before
    homes = [other for other, rows in RECORDS.items() if any(row.key == text for row in rows)]
    meant = text.strip("\u3000\u00a0 ")
    if meant != text and any(row.key == meant for rows in RECORDS.values() for row in rows):
        collector.add("indent-wide", place, where)
        return meant if meant in known else ""
    near = get_close_matches(text[:40].lower(), known, 1, 0.6)
    if homes:
        collector.add("key-elsewhere", place, where, key=text, home=_HOMES[homes[-1]])
    elif near:
        record.partial.add(near[0])
        collector.add("key-unknown", place, where, key=text, near=near[0])
    else:
        collector.add("key-nowhere", place, where, key=text, keys=_keys(name))
    return ""


_HOMES = {
    "briefing": "title:",
    "source": "source:",
    "section": "sections:",
    "metric": "metrics:",
    "point": "series:",
    "chart": "charts:",
    "relation": "relations:",
    "step": "talk:",
}
"""What an author sees of each kind of record: the key that it stands under."""


def _keys(name: str) -> tuple[str, ...]:
    return tuple(row.key for row in RECORDS[name])


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
