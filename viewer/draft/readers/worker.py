"""The reading process: `worker KIND ENCODING MEMORY SECONDS PARENT`; it reads a line with the
password, then the file, from standard input.

Writes the report, or why there is none, as JSON to standard output, and ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from viewer.datafile.report_kinds import REPORT_KINDS
from viewer.draft.readers.loading import load_report
from viewer.draft.readers.transfer import dumped, dumped_error, opened
from viewer.model import ViewerError
from viewer.platform.process_limits import end_with_parent, limit_process


def main(argv: Sequence[str]) -> int:
    """Read what stands on standard input, under limits."""
    name, encoding, memory, seconds, parent = argv
    end_with_parent(int(parent))
    output = os.dup(1)
    os.dup2(2, 1)  # libraries print where they like
    limit_process(int(memory), int(seconds))
    said = _outcome(name, sys.stdin.buffer.read(), encoding)
    with os.fdopen(output, "wb") as answer:
        answer.write(said)
    return 0


def _outcome(name: str, data: bytes, encoding: str) -> bytes:
    kind = next(kind for kind in REPORT_KINDS if kind.name == name)
    try:
        password, file = opened(data)
        return dumped(load_report(kind, file, encoding, lambda: False, password))
    except ViewerError as error:
        return dumped_error(error)
    except MemoryError:
        return dumped_error(ViewerError("draft-over-memory"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
