"""Print the scores of the annotated sentences as a table: `python -m tests.score`."""

from __future__ import annotations

import sys

from tests.corpus.score import main

if __name__ == "__main__":
    sys.exit(main())
