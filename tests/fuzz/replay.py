"""Runs a target over files, for a measure of what they reach: `replay TARGET FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    (target,) = (one for one in TARGETS if one.name == sys.argv[1])
    for file in sorted(Path(sys.argv[2]).iterdir()):
        target.run(file.read_bytes())
