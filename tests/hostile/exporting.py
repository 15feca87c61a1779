"""Exports a briefing in every format that is asked for, one after the other, in one process."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from viewer.cli import main as program

PICTURES = (".png", ".svg")
"""Formats that make a folder with a picture of each chart."""


def main(words: Sequence[str]) -> int:
    """Into FOLDER/SUFFIX go the exports of FILE: the words are FILE, FOLDER and the suffixes."""
    file, folder, *suffixes = words
    for suffix in suffixes:
        out = Path(folder, suffix[1:])
        out.mkdir()
        more = ["--to", suffix[1:]] if suffix in PICTURES else []
        name = "out" if suffix in PICTURES else f"out{suffix}"
        code = program(["export", file, "-o", str(out / name), *more])
        if code:
            sys.exit(f"{suffix}: {code}")
    return 0
