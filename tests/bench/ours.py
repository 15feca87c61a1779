"""Our window, started as a reader starts it, its moments noted from outside of it.

Run as `python -m tests.bench.ours start|work FILE`: prints one line of JSON. Qt is loaded by the
program itself, as for a reader; what notes the moments joins it then.
"""

from __future__ import annotations

import sys

from viewer import app, platform


def main(kind: str, file: str) -> None:
    load_qt = platform.load_qt

    def load_and_watch() -> None:
        load_qt()
        from tests.bench.notes import note

        note(kind)

    app.load_qt = load_and_watch  # type: ignore[attr-defined]
    sys.exit(app.run([file]))


if __name__ == "__main__":
    main(*sys.argv[1:])
