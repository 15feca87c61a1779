"""What can be changed in a data file: fields of records, and items of lists, each by its path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from viewer.datafile.source_tree import Path, Plain


@dataclass(frozen=True, slots=True)
class SetField:
    """Give the field `key` of the record at `path` another value; None takes the field out."""

    path: Path
    key: str
    value: Plain | None


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Put an item before item `index` of the list `key` of a record; the list may not be there.

    `value` is what the item says, or the path of an item that it repeats word for word, comments
    within it included.
    """

    path: Path
    key: str
    index: int
    value: Plain | Path


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take item `index` out of the list `key` of a record; an empty list goes with its key."""

    path: Path
    key: str
    index: int


Change = SetField | InsertItem | RemoveItem


OfList = InsertItem | RemoveItem


def by_list(changes: Iterable[Change]) -> list[list[OfList]]:
    """The changes of lists, those of one list together."""
    lists: dict[tuple[Path, str], list[OfList]] = defaultdict(list)
    for change in changes:
        if not isinstance(change, SetField):
            lists[change.path, change.key].append(change)
    return list(lists.values())
