"""Changes of a data file that touch only the nodes they name: all other bytes stay as they are.

A change is made in the characters of the file and, by itself, in what the file says; the changed
file is read again, and must say just that.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence

import yaml

from viewer.datafile.changes import Change, InsertItem, OfList, RemoveItem, SetField, by_list
from viewer.datafile.source_tree import Node, Path, Plain, node_text, source_tree, value_at
from viewer.datafile.splices import Splice, splices
from viewer.model import ViewerError

__all__ = ["Change", "InsertItem", "RemoveItem", "SetField", "patched"]


def patched(data: bytes, changes: Sequence[Change]) -> bytes:
    """The bytes of a data file with `changes`, all of which name places of the file as it is.

    ViewerError `edit-not-alone` with the line, where a change cannot be made without touching what
    it does not name; what is given back reads as before but for the changes.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    made: list[Splice] = []
    try:
        text = data[len(mark) :].decode("utf-8")
        root = source_tree(text)
        made = sorted(splices(text, root, changes), key=lambda one: (one.start, one.end))
        done = _spliced(text, made)
        wanted, found = _applied(root, changes), node_text(source_tree(done))
    except (yaml.YAMLError, LookupError, TypeError, ValueError):
        raise ViewerError("edit-not-alone", line=1) from None
    if wanted != found:
        line = text.count("\n", 0, made[0].start) + 1 if made else 1
        raise ViewerError("edit-not-alone", line=line)
    return mark + done.encode("utf-8")


def _spliced(text: str, made: Sequence[Splice]) -> str:
    parts, at = [], 0
    for one in made:
        if one.start < at:
            raise IndexError  # two changes meet
        parts += [text[at : one.start], one.text]
        at = one.end
    return "".join([*parts, text[at:]])


def _applied(root: Node, changes: Sequence[Change]) -> Plain:
    """What the file says with the changes."""
    whole = node_text(root)
    records = [_record(whole, change.path) for change in changes]
    for record, change in zip(records, changes, strict=True):
        if isinstance(change, SetField):
            record.pop(change.key, None)
            if change.value is not None:
                record[change.key] = _as_read_back(change.value)
    for changed in by_list(changes):
        record = records[changes.index(changed[0])]
        _change_list(record, changed, root)
    return whole


def _change_list(record: dict[str, Plain], changed: Sequence[OfList], root: Node) -> None:
    items = record.get(changed[0].key, [])
    if not isinstance(items, list):
        raise TypeError
    gone = {one.index for one in changed if isinstance(one, RemoveItem)}
    new: list[Plain] = []
    for at in range(len(items) + 1):
        for one in changed:
            if isinstance(one, InsertItem) and min(one.index, len(items)) == at:
                value = one.value
                new.append(
                    value_at(root, value) if isinstance(value, tuple) else _as_read_back(value)
                )
        new += [items[at]] if at < len(items) and at not in gone else []
    record.pop(changed[0].key, None)
    if new:
        record[changed[0].key] = new


def _as_read_back(value: Plain) -> Plain:
    """A value as it reads back: no line break ends a text."""
    if isinstance(value, str):
        return value.rstrip("\n")
    if isinstance(value, list):
        return [_as_read_back(item) for item in value]
    return {key: _as_read_back(item) for key, item in value.items()}


def _record(whole: Plain, path: Path) -> dict[str, Plain]:
    node = whole
    for step in path:
        node = node[step]  # type: ignore[index]
    assert isinstance(node, dict)  # the splices of the change were found in it
    return node
