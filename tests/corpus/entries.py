"""Records the words of each category of the lexicon: `python -m tests.corpus.entries`.

A test compares `entries.tsv` with the lexicon, so that no word goes without being noticed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from viewer.quantities.lexicon import ROWS

FILE = Path(__file__).with_name("entries.tsv")


def recorded() -> dict[str, set[str]]:
    """The words that were recorded, by language and category."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return {head: set(rest) for head, *rest in (line.split("\t") for line in lines)}


def present() -> dict[str, set[str]]:
    """The words of the compiled lexicon, each with its sense, by language and category."""
    return {
        f"{language}.{category}": {f"{word}={sense}" for word, sense, *_ in rows}
        for language, categories in ROWS.items()
        for category, rows in categories.items()
    }


def main() -> int:
    """Write the words of the lexicon of now."""
    lines = ["\t".join([head, *sorted(words)]) for head, words in sorted(present().items())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
