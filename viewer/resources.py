"""The one door to the files that travel with the program, in a checkout and in a wheel alike."""

from __future__ import annotations

import os
from pathlib import Path

from viewer.model import ViewerError

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a file under `resources/` (fonts, icons, schema, translations)."""
    return _root("resources").joinpath(*parts)


def resource_text(*parts: str) -> str:
    """The text of a file under `resources/`; ViewerError `disk-failed` where it cannot be read."""
    path = resource(*parts)
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ViewerError("disk-failed", path=str(path), reason=reason) from error


def project_text(name: str) -> str:
    """The text of a file of the project as a whole: `LICENSE`, `.github/CHANGELOG.md`.

    ViewerError `disk-failed` where it cannot be read.
    """
    inside = _PACKAGE / name
    try:
        path = inside if inside.is_file() else _PACKAGE.parent / name
        return path.read_text(encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ViewerError("disk-failed", path=str(inside), reason=reason) from error


def bundled(name: str) -> Path:
    """The path of a bundled briefing or report under `data/`."""
    return _root("data") / name


def _root(folder: str) -> Path:
    inside = _PACKAGE / folder  # the wheel carries both folders inside the package
    there = os.path.isdir(inside)  # noqa: PTH112 - a path's own is_dir raises on a failing disk
    return inside if there else _PACKAGE.parent / folder
