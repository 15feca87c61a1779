"""One target under atheris, in a process of its own: `python -m tests.fuzz.run TARGET FLAGS...`."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["viewer"]):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    (target,) = (one for one in TARGETS if one.name == sys.argv[1])
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target.run)
    atheris.Fuzz()
