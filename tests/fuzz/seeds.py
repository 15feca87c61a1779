"""Inputs to begin with, one a line as a JSON string; bytes that are no UTF-8 stand as escapes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.fuzz.targets import Target

CORPUS = Path(__file__).with_name("corpus")


def corpus_of(target: Target) -> Path:
    """The file of a target's inputs."""
    return CORPUS / f"{target.name}.jsonl"


def seeds(target: Target) -> list[bytes]:
    """All that a target begins with."""
    lines = corpus_of(target).read_text("utf-8").splitlines()
    found = [from_line(line) for line in lines if line]
    if target.seeds is not None:
        files = sorted(target.seeds.iterdir())
        found += [file.read_bytes()[: target.longest * 4] for file in files]
    return found


def to_line(data: bytes) -> str:
    """Bytes as one line."""
    said = json.dumps(data.decode("utf-8", "surrogateescape"), ensure_ascii=False)
    plain = said.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in plain)


def from_line(line: str) -> bytes:
    """The bytes of a line."""
    return str(json.loads(line)).encode("utf-8", "surrogateescape")


def write_seeds(target: Target, found: Iterable[bytes]) -> None:
    """Keep inputs, the short ones first."""
    lines = sorted({to_line(data) for data in found}, key=lambda line: (len(line), line))
    corpus_of(target).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
