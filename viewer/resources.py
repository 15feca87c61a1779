"""The one door to the files that travel with the program, in a checkout and in a wheel alike."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from viewer.model import ViewerError

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a file under `resources/` (fonts, icons, schema, translations)."""
    return _root("resources").joinpath(*parts)


def resource_text(*parts: str) -> str:
    """The text of a file under `resources/`; ViewerError `disk-failed` where it cannot be read."""
    return _text(resource(*parts))


def project_text(name: str) -> str:
    """The text of a file of the project as a whole: `LICENSE`.

    ViewerError `disk-failed` where it cannot be read.
    """
    return _text(_root(name))


def bundled(name: str) -> Path:
    """The path of a bundled briefing or report under `data/`."""
    return _root("data") / name


BUNDLE_MARK = "bundle.json"
"""The file that a bundle, or a folder made by an installation kit, holds beside its Python."""


def bundle_folder(prefix: str = sys.prefix) -> Path | None:
    """The folder of the bundle that runs; None for a checkout or an installed wheel.

    It holds `BUNDLE_MARK`, the folder of its Python (`prefix`), `lib` with system libraries for a
    desktop that lacks them, and, where a person made it so, `portable`.
    """
    top = os.path.dirname(prefix)  # noqa: PTH120
    return Path(top) if os.path.isfile(os.path.join(top, BUNDLE_MARK)) else None  # noqa: PTH113, PTH118


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ViewerError("disk-failed", path=str(path), reason=reason) from error


def _root(name: str) -> Path:
    inside = _PACKAGE / name  # the wheel carries the project's files inside the package
    there = os.path.exists(inside)  # noqa: PTH110 - no on a failing disk, by every Python
    return inside if there else _PACKAGE.parent / name
