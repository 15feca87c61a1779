"""What is remembered of each data file: its title, the reader's place in it, its bookmarks."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from viewer.model import Key
from viewer.settings.settings import Settings

MOST_BOOKMARKS = 200


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where the reader stands in a section.

    `top` is the offset of the first character in view, in code points of the passage; `chart` the
    figure whose mark is uppermost in sight among the charts, `below` how many pixels it stands
    below the upper edge, negative where its top is hidden. A `zoom` of 0 is unknown.
    """

    figure: Key = ""
    top: int = 0
    chart: Key = ""
    below: float = 0.0
    zoom: float = 0.0


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked section, or a marked figure of it."""

    section: str
    figure: Key = ""


def can_be_opened(path: Path) -> bool:
    """Whether a file can be opened, as far as can be said without opening it."""
    return os.path.isfile(path)  # noqa: PTH113 - no on a failing disk, by every Python


class FileMemory:
    """Reads and writes the entries of files in the settings; paths are made absolute."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def recent(self) -> tuple[Path, ...]:
        """The pinned files, then the others, the latest first."""
        pinned = self._settings.texts("pinned")
        others = (one for one in self._settings.texts("recent") if one not in pinned)
        return tuple(map(Path, (*pinned, *others)))

    def is_pinned(self, path: Path) -> bool:
        """Whether a file stays on the start page."""
        return str(path.absolute()) in self._settings.texts("pinned")

    def pin(self, path: Path, pinned: bool) -> None:
        """Keep a file on the start page, or no longer."""
        name = str(path.absolute())
        others = tuple(one for one in self._settings.texts("pinned") if one != name)
        self._settings.put("pinned", (*others, name) if pinned else others)

    def forget(self, path: Path) -> None:
        """Remember nothing of a file."""
        self._settings.forget(str(path.absolute()))

    def clear(self) -> None:
        """Remember nothing of any file that is not pinned."""
        pinned = self._settings.texts("pinned")
        tables = ("titles", "sections", "places")
        names = {name for key in tables for name in self._settings.table(key)}
        for name in (names | set(self._settings.texts("recent"))) - set(pinned):
            self._settings.forget(name)

    def title(self, path: Path) -> str:
        """The title of the briefing in a file when it was open last; empty if unknown."""
        return self._settings.table("titles").get(str(path.absolute()), "")

    def note_title(self, path: Path, title: str) -> None:
        """Remember the title of the briefing in a file."""
        if self._settings.flag("remember"):
            self._settings.put_entry("titles", str(path.absolute()), title)

    def place(self, path: Path) -> ReadingPlace:
        """The reader's place in a file; at its start if unknown."""
        raw = _object(self._settings.table("places").get(str(path.absolute()), ""))
        return ReadingPlace(
            _text(raw.get("figure")),
            int(_number(raw.get("top"))),
            _text(raw.get("chart")),
            _number(raw.get("below"), least=-1e6),
            _number(raw.get("zoom")),
        )

    def note_place(self, path: Path, section: str, place: ReadingPlace) -> None:
        """Remember the reader's place in a file."""
        if self._settings.flag("remember"):
            self._settings.remember_section(path, section)
            said = json.dumps(asdict(place), ensure_ascii=False)
            self._settings.put_entry("places", str(path.absolute()), said)

    def bookmarks(self, path: Path) -> tuple[Bookmark, ...]:
        """The bookmarks of a file, in the order in which they were set."""
        raw = _object(self._settings.table("bookmarks").get(str(path.absolute()), ""))
        rows = raw.get("marks")
        if not isinstance(rows, list):
            return ()
        pairs = (row for row in rows if isinstance(row, list) and len(row) == 2)
        return tuple(Bookmark(_text(section), _text(figure)) for section, figure in pairs)

    def note_bookmarks(self, path: Path, marks: tuple[Bookmark, ...]) -> None:
        """Remember the bookmarks of a file, the latest MOST_BOOKMARKS of them."""
        rows = [[one.section, one.figure] for one in marks[-MOST_BOOKMARKS:]]
        said = json.dumps({"marks": rows}, ensure_ascii=False)
        self._settings.put_entry("bookmarks", str(path.absolute()), said)


def _object(said: str) -> dict[str, object]:
    """The JSON object that a text holds; an empty one for any other text."""
    try:
        raw = json.loads(said or "{}")
    except (ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _text(raw: object) -> str:
    return raw if isinstance(raw, str) else ""


def _number(raw: object, least: float = 0.0) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return 0.0
    return float(raw) if least <= raw < 1e9 else 0.0
