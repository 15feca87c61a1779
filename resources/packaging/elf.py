"""Reads from a 64-bit ELF file what the loader would: its name, what it needs, and which glibc."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\x7fELF\x02\x01"  # 64 bits, little endian
_DYNAMIC, _VERSION_NEEDS = 6, 0x6FFFFFFE
_NEEDED, _SONAME = 1, 14


@dataclass(frozen=True, slots=True)
class Elf:
    """`soname` is empty for a program; `glibc` is (0, 0) where none is asked for."""

    soname: str
    needed: tuple[str, ...]
    glibc: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Section:
    kind: int
    offset: int
    size: int
    link: int


def is_elf(path: Path) -> bool:
    """Whether this is a library or program of the kind that is read here."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as source:
        return source.read(len(MAGIC)) == MAGIC


def read_elf(path: Path) -> Elf:
    """What the loader reads; ValueError for a file of another kind."""
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        raise ValueError(f"{path}: no 64-bit ELF file")
    sections = _sections(data)
    soname, needed = "", []
    for section in sections:
        if section.kind != _DYNAMIC:
            continue
        for at in range(section.offset, section.offset + section.size, 16):
            tag, value = struct.unpack_from("<qQ", data, at)
            if tag == _NEEDED:
                needed.append(_text(data, sections[section.link], value))
            elif tag == _SONAME:
                soname = _text(data, sections[section.link], value)
    return Elf(soname, tuple(needed), _glibc(data, sections))


def _sections(data: bytes) -> list[_Section]:
    (start,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    found = []
    for at in range(start, start + size * count, size):
        _, kind, _, _, offset, length, link = struct.unpack_from("<IIQQQQI", data, at)
        found.append(_Section(kind, offset, length, link))
    return found


def _text(data: bytes, strings: _Section, at: int) -> str:
    start = strings.offset + at
    return data[start : data.index(b"\0", start)].decode()


def _glibc(data: bytes, sections: list[_Section]) -> tuple[int, int]:
    """The newest GLIBC_x.y that the file asks for."""
    found = (
        re.fullmatch(r"GLIBC_(\d+)\.(\d+)(?:\.\d+)?", name)
        for section in sections
        if section.kind == _VERSION_NEEDS
        for name in _versions(data, section, sections[section.link])
    )
    return max(((int(one[1]), int(one[2])) for one in found if one), default=(0, 0))


def _versions(data: bytes, section: _Section, strings: _Section) -> Iterator[str]:
    """The versions that a section asks for (Verneed and Vernaux of the ELF standard)."""
    at, following = section.offset, 1
    while following:
        _, count, _, first, following = struct.unpack_from("<HHIII", data, at)
        inner = at + first
        for _ in range(count):
            _, _, _, name, beyond = struct.unpack_from("<IHHII", data, inner)
            yield _text(data, strings, name)
            inner += beyond
        at += following
