"""The characters of a data file that a change touches, and what comes into their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from viewer.datafile.changes import (
    Change,
    InsertItem,
    OfList,
    RemoveItem,
    SetField,
    by_list,
)
from viewer.datafile.fields import RECORDS, Field, FieldType, row_of
from viewer.datafile.source_tree import (
    ListNode,
    MapNode,
    Node,
    Path,
    Plain,
    TextNode,
    line_end,
    line_start,
    next_line,
    under,
    value_at,
)
from viewer.datafile.write import write_field, write_flow, write_item


@dataclass(frozen=True, slots=True)
class Splice:
    """The characters from `start` up to `end` of a text, and what comes into their place."""

    start: int
    end: int
    text: str


def splices(text: str, root: Node, changes: Sequence[Change]) -> Iterator[Splice]:
    """The splices of `changes` in the text whose tree is `root`, in no order.

    LookupError or TypeError where a change cannot be made by itself.
    """
    place = _Place(text, root)
    for changed in by_list(changes):
        if _Lists(place).ends(changed):
            place.leaving.add((changed[0].path, changed[0].key))
    for change in changes:
        if isinstance(change, SetField) and change.value is None:
            place.leaving.add((change.path, change.key))
    for change in changes:
        if isinstance(change, SetField):
            yield from place.set(change)
    for changed in by_list(changes):
        yield from _Lists(place).splices(changed)


def record_name(path: Path) -> str:
    """The kind of the record at a path, as `RECORDS` names it."""
    name = "briefing"
    for step in path:
        if isinstance(step, str):
            name = row_of(name, step).record or name
    return name


@dataclass(frozen=True, slots=True)
class _Place:
    """A file, and where the fields of its records stand."""

    text: str
    root: Node
    leaving: set[tuple[Path, str]] = field(default_factory=set)
    """The keys that go: what is new is written behind another one."""

    def set(self, change: SetField) -> Iterator[Splice]:
        record, row = self.map_at(change.path), row_of(record_name(change.path), change.key)
        entry = record.entry(change.key)
        if change.value is None:
            if entry is not None:
                yield self._without_entry(record, entry[0], entry[1])
        elif entry is not None:
            yield self._replaced(record, row, entry, change.value)
        else:
            yield self.added(record, change.path, row, change.value)

    def map_at(self, path: Path) -> MapNode:
        found = under(self.root, path)
        if not isinstance(found, MapNode) or not found.entries:
            raise TypeError
        return found

    def _replaced(
        self, record: MapNode, row: Field, entry: tuple[TextNode, Node], value: Plain
    ) -> Splice:
        """Another value under a key that stands: what follows on its line stays."""
        key, old = entry
        if record.flow:
            said, end = write_flow(row, value), old.end
        else:
            first, *rest = write_field(row, value, self.column(record))
            said = self.lines([first.split(":", 1)[1].lstrip(" "), *rest])
            said, end = self._with_comment(_in_quotes_of(old, said), old)
        below = not isinstance(old, TextNode) and not old.flow
        start = self._colon(key) + 1 if below or said[:1] in ("\r", "\n") else old.start
        if "#" in self.text[self._colon(key) : start] or (
            below and "#" in self.text[start : old.start]
        ):
            raise IndexError  # a comment stands where the value would
        apart = start == self._colon(key) + 1 and said[:1] not in ("\r", "\n")
        return Splice(start, end, f" {said}" if apart else said)

    def _with_comment(self, said: str, old: Node) -> tuple[str, int]:
        """A value with the comment on the first line of the one before, and the end of that one.

        Behind a text of one line the comment may stay where it is; in a block it would be words.
        """
        if isinstance(old, TextNode) and old.style in ("|", ">"):
            before = self.text[old.start : line_end(self.text, old.start)]
        elif self.line_break in said:
            before = self.text[old.end : line_end(self.text, old.end)]
            old = replace(old, end=old.end + len(before))
        else:
            return said, old.end
        _, sign, comment = before.partition(" #")
        head, parted, body = said.partition(self.line_break)
        return (f"{head} #{comment}{parted}{body}" if sign else said), old.end

    def _colon(self, key: TextNode) -> int:
        return self.text.index(":", key.end)

    def added(self, record: MapNode, path: Path, row: Field, value: Plain) -> Splice:
        """A key more, behind the last of those that are written before it."""
        if record.flow:
            at = self._before(record, path, row).end
            return Splice(at, at, f", {row.key}: {write_flow(row, value)}")
        return self.placed(record, path, row, write_field(row, value, self.column(record)))

    def placed(self, record: MapNode, path: Path, row: Field, lines: Iterable[str]) -> Splice:
        return self.below(self._before(record, path, row).end, lines)

    def _before(self, record: MapNode, path: Path, row: Field) -> Node:
        """Behind what a key is written: the last of those that stay and come before it."""
        order = [each.key for each in RECORDS[record_name(path)]]
        stay = [pair for pair in record.entries if (path, pair[0].text) not in self.leaving]
        before = [pair for pair in stay if pair[0].text in order[: order.index(row.key)]]
        return (before or stay[:1])[-1][1]

    def below(self, at: int, lines: Iterable[str]) -> Splice:
        """Lines below the one of `at`."""
        end = line_end(self.text, at)
        return Splice(end, end, self.line_break + self.lines(lines))

    def _without_entry(self, record: MapNode, key: TextNode, old: Node) -> Splice:
        """Without a key and its value: the lines they stand on, or what is theirs of a line."""
        at = next(n for n, pair in enumerate(record.entries) if pair[0] is key)
        if record.flow:
            ends = [(pair[0].start, pair[1].end) for pair in record.entries]
            return _without(ends, at)
        if not self.text[line_start(self.text, key.start) : key.start].strip(" "):
            return Splice(line_start(self.text, key.start), next_line(self.text, old.end), "")
        if at + 1 == len(record.entries):
            raise IndexError
        following = record.entries[at + 1][0].start
        if "#" in self.text[old.end : following]:
            raise IndexError  # a comment would go with it
        return Splice(key.start, following, "")

    def column(self, record: MapNode) -> int:
        first = record.entries[0][0].start
        return first - line_start(self.text, first)

    @property
    def line_break(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def lines(self, lines: Iterable[str]) -> str:
        return self.line_break.join(part for line in lines for part in line.split("\n"))


@dataclass(frozen=True, slots=True)
class _Lists:
    """Where the items of lists stand."""

    place: _Place

    def splices(self, changed: Sequence[OfList]) -> Iterator[Splice]:
        """The splices of the changes of one list."""
        path, key = changed[0].path, changed[0].key
        record, row = self.place.map_at(path), row_of(record_name(path), key)
        entry = record.entry(key)
        items = entry[1] if entry is not None else None
        gone = {one.index for one in changed if isinstance(one, RemoveItem)}
        inserts = [one for one in changed if isinstance(one, InsertItem)]
        if items is None and not record.flow:
            yield self._new_list(record, path, row, inserts)
            return
        if not isinstance(items, ListNode) or not items.items:
            values: list[Plain] = [self._value_of(one) for one in inserts]
            yield from self.place.set(SetField(path, key, values))
            return
        if self.ends(changed):
            yield from self.place.set(SetField(path, key, None))
            return
        if items.flow:
            yield self._flow(items, row, gone, inserts)
            return
        for at in sorted(gone):
            start = line_start(self.place.text, self._dash(items, at))
            yield Splice(start, next_line(self.place.text, items.items[at].end), "")
        for one in inserts:
            kept = [at for at in range(min(one.index, len(items.items))) if at not in gone]
            yield self._inserted(items, row, one, kept[-1] if kept else None)

    def ends(self, changed: Sequence[OfList]) -> bool:
        """Whether nothing is left of a list."""
        items = under(self.place.root, (*changed[0].path, changed[0].key))
        gone = {one.index for one in changed if isinstance(one, RemoveItem)}
        return isinstance(items, ListNode) and len(gone) == len(changed) == len(items.items)

    def _new_list(
        self, record: MapNode, path: Path, row: Field, inserts: Sequence[InsertItem]
    ) -> Splice:
        """A list where there was none."""
        if row.type is not FieldType.RECORDS:
            return self.place.added(record, path, row, [self._value_of(one) for one in inserts])
        column = self.place.column(record)
        lines = [f"{' ' * column}{row.key}:"]
        for one in inserts:
            lines += self._item(one, row, column + 2)
        return self.place.placed(record, path, row, lines)

    def _flow(
        self, items: ListNode, row: Field, gone: set[int], inserts: Sequence[InsertItem]
    ) -> Splice:
        """A list in brackets, each item that stays as it is written."""
        said: list[str] = []
        for at in range(len(items.items) + 1):
            said += (
                write_flow(row, self._value_of(one), item=True)
                for one in inserts
                if min(one.index, len(items.items)) == at
            )
            if at < len(items.items) and at not in gone:
                item = items.items[at]
                said.append(self.place.text[item.start : item.end])
        first, last = items.items[0], items.items[-1]
        return Splice(first.start, last.end, ", ".join(said))

    def _inserted(self, items: ListNode, row: Field, one: InsertItem, before: int | None) -> Splice:
        column = items.start - line_start(self.place.text, items.start)
        lines = self._item(one, row, column)
        if before is None:
            start = line_start(self.place.text, items.start)
            return Splice(start, start, self.place.lines(lines) + self.place.line_break)
        return self.place.below(items.items[before].end, lines)

    def _item(self, one: InsertItem, row: Field, column: int) -> list[str]:
        """The lines of an item, those of one that moves as they stand."""
        lines = self._moved(one.value, column) if isinstance(one.value, tuple) else None
        return lines if lines is not None else write_item(row, self._value_of(one), column)

    def _moved(self, path: Path, column: int) -> list[str] | None:
        """The lines of an item as they stand, further in or out; None where it has none."""
        home = under(self.place.root, path[:-1])
        if not isinstance(home, ListNode) or home.flow or not isinstance(path[-1], int):
            return None
        dash, item = self._dash(home, path[-1]), home.items[path[-1]]
        start = line_start(self.place.text, dash)
        by = column - (dash - start)
        lines = self.place.text[start : line_end(self.place.text, item.end)].splitlines()
        return [_further(line, by) for line in lines]

    def _dash(self, items: ListNode, at: int) -> int:
        if at == 0:
            return items.start
        return self.place.text.rindex("-", items.items[at - 1].end, items.items[at].start)

    def _value_of(self, one: InsertItem) -> Plain:
        return value_at(self.place.root, one.value) if isinstance(one.value, tuple) else one.value


def _without(ends: Sequence[tuple[int, int]], at: int) -> Splice:
    """Without one of several that commas part."""
    if at + 1 < len(ends):
        return Splice(ends[at][0], ends[at + 1][0], "")
    if at:
        return Splice(ends[at - 1][1], ends[at][1], "")
    return Splice(*ends[at], "")


def _further(line: str, by: int) -> str:
    if not line.strip() or by == 0:
        return line
    if by > 0:
        return " " * by + line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _in_quotes_of(old: Node, said: str) -> str:
    """A plain text in the quotation marks that its author put around the one before."""
    if not isinstance(old, TextNode) or old.style not in ("'", '"') or "\n" in said:
        return said
    if said[:1] in ("'", '"', "[", "{", "|", ">") or old.style in said or "\\" in said:
        return said
    return f"{old.style}{said}{old.style}"
