"""The table of exporters: one row a format, each naming the plain function that makes the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from viewer.export.context import Exporter
from viewer.model import ViewerError


@dataclass(frozen=True, slots=True)
class Export:
    """One format.

    `name` is what `--to` takes, and `export.kind.<name>` its words; the first of `suffixes` (with
    a dot, lower case) is the one to give a new file. `entry` is `module:function`, loaded only
    when used, since some formats need heavy libraries. `pictures` marks a format of which one
    file holds one chart or section, so that a whole briefing goes into a folder. `noted` marks one
    that carries the presenter's notes unless told otherwise: it has a place for them that the room
    does not see. `takes` names the options (of `Options`) that mean something to it, besides
    `sections`, which all of them take.
    """

    name: str
    suffixes: tuple[str, ...]
    entry: str
    pictures: bool = False
    noted: bool = False
    takes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the words that name this format to a reader."""
        return f"export.format.{self.name}"

    def load(self) -> Exporter:
        """The function that makes the file."""
        module, function = self.entry.split(":")
        return cast(Exporter, _attribute(module, function))


def _attribute(module: str, name: str) -> Callable[..., object]:
    return cast(Callable[..., object], getattr(import_module(module), name))


_SIZES = ("charts", "scale", "width")

EXPORTS: tuple[Export, ...] = (
    Export("pdf", (".pdf",), "viewer.export.pdf.write:write", takes=("slides", "notes")),
    Export("csv", (".csv",), "viewer.export.csv_file:write"),
    Export("xlsx", (".xlsx",), "viewer.export.xlsx:write"),
    Export("html", (".html", ".htm"), "viewer.export.html.write:write", takes=("notes",)),
    Export(
        "pptx",
        (".pptx",),
        "viewer.export.pptx.write:write",
        noted=True,
        takes=("charts", "notes"),
    ),
    Export("png", (".png",), "viewer.export.png:write_png", pictures=True, takes=_SIZES),
    Export("svg", (".svg",), "viewer.export.chart_images:write_svg", pictures=True, takes=_SIZES),
    Export("markdown", (".md", ".markdown"), "viewer.export.markdown:write", takes=("notes",)),
    Export("json", (".json",), "viewer.export.json_file:write", takes=("notes",)),
)


def by_suffix(path: Path) -> Export:
    """The format that a file of this name asks for; ViewerError names the known suffixes."""
    suffix = path.suffix.lower()
    for row in EXPORTS:
        if suffix in row.suffixes:
            return row
    raise ViewerError("export-suffix", name=path.name, known=known_suffixes())


def by_name(name: str) -> Export:
    """The format called `name`; ViewerError names the known ones."""
    for row in EXPORTS:
        if row.name == name.lower() or "." + name.lower() in row.suffixes:
            return row
    known = " ".join(row.name for row in EXPORTS)
    raise ViewerError("export-format", name=name, known=known)


def known_suffixes() -> str:
    """Every suffix there is, for a sentence."""
    return " ".join(suffix for row in EXPORTS for suffix in row.suffixes)
