"""The settings in use: read once at the start, changed by key, written back whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from viewer.model import ViewerError
from viewer.settings.atomic import (
    atomic_write,
    locked_folder,
    private_folder,
    read_plain,
    remove_litter,
)
from viewer.settings.folder import settings_file, site_settings_files
from viewer.settings.path_status import is_there
from viewer.settings.table import PERSONAL, RECENT, SETTINGS, SettingRow, Value

LARGEST = 1_000_000
ROWS: Mapping[str, SettingRow] = {row.key: row for row in SETTINGS}


class Settings:
    """Values by key. A key that no row of SETTINGS has is a bug and raises KeyError.

    What a person has not chosen is as the `site` has it, else as the program has it. `notice`
    tells what was wrong with the file at the start: show it once, then go on. What other versions
    of the program wrote under keys of their own is kept.
    """

    def __init__(
        self,
        raw: Mapping[str, object],
        path: Path | None,
        site: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        self.notice: ViewerError | None = None
        self._path = path
        self._defaults = {key: _default(row, site) for key, row in ROWS.items()}
        self._values = {key: _value(row, raw, self._defaults[key]) for key, row in ROWS.items()}
        self._changed: set[str] = set()
        self._forgotten: set[str] = set()

    def text(self, key: str) -> str:
        """A setting that is a text."""
        value = self._values[key]
        assert isinstance(value, str), key
        return value

    def number(self, key: str) -> float:
        """A setting that is a number."""
        value = self._values[key]
        assert isinstance(value, float), key
        return value

    def flag(self, key: str) -> bool:
        """A setting that is on or off."""
        value = self._values[key]
        assert isinstance(value, bool), key
        return value

    def numbers(self, key: str) -> tuple[int, ...]:
        """A setting that is a list of whole numbers."""
        value = self._values[key]
        assert isinstance(value, tuple), key
        return tuple(int(one) for one in value)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts of `key`."""
        value = self._values[key]
        assert isinstance(value, tuple), key
        return tuple(str(one) for one in value)

    def put(self, key: str, value: Value) -> None:
        """Change a setting; a value that its row does not allow is a bug and raises ValueError."""
        good = ROWS[key].read(value)
        if good is None:
            raise ValueError(f"{key}: {value!r}")
        if good != self._values[key]:
            self._values[key] = good
            self._changed.add(key)

    def reset(self, key: str) -> None:
        """Give a setting its default: that of the site, else that of the program."""
        self.put(key, self._defaults[key])

    def recent(self) -> tuple[Path, ...]:
        """The files that were opened, the latest first."""
        return tuple(map(Path, self.texts("recent")))

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones, unless nothing is to be remembered."""
        if not self.flag("remember"):
            return
        now = str(path.absolute())
        self._forgotten.discard(now)
        self.put("recent", (now, *(one for one in self.texts("recent") if one != now)))

    def section_of(self, path: Path) -> str:
        """The id of the section that was open last in a file; empty when none is known."""
        return self.table("sections").get(str(path.absolute()), "")

    def room_theme(self, display: str) -> str:
        """The theme of the audience's picture on a display; empty when none was chosen."""
        return self.table("room-themes").get(display, "")

    def remember_room_theme(self, display: str, theme: str) -> None:
        """Keep the theme of the audience's picture on a display."""
        self.put_entry("room-themes", display, theme)

    def remember_section(self, path: Path, section_id: str) -> None:
        """Keep which section was open in a file, for the latest files."""
        self.put_entry("sections", str(path.absolute()), section_id)

    def table(self, key: str) -> Mapping[str, str]:
        """A setting that is a table of texts."""
        value = self._values[key]
        assert isinstance(value, Mapping), key
        return value

    def put_entry(self, key: str, name: str, value: str) -> None:
        """Change one entry of a table: of too many entries the first ones go."""
        others = {one: kept for one, kept in self.table(key).items() if one != name}
        self.put(key, {**others, name: value})

    def forget(self, name: str) -> None:
        """Take a file out of every list and table, on the disk as well."""
        self._forgotten.add(name)
        for key, row in ROWS.items():
            value = self._values[key]
            if isinstance(row.default, tuple) and not row.high and name in self.texts(key):
                self.put(key, tuple(one for one in self.texts(key) if one != name))
            elif isinstance(value, Mapping) and name in value:
                self.put(key, {one: said for one, said in value.items() if one != name})

    def save(self) -> ViewerError | None:
        """Write what was changed over what the file holds now; why it could not be, or None.

        Another window may have saved in between: its changes to other keys, and the files that it
        remembered, stay, also when both save at once. What cannot be read is not written over.
        """
        if self._path is None or not self._changed:
            return None
        try:
            private_folder(self._path.parent)
            with locked_folder(self._path.parent):
                there = self._on_disk()
                whole = {**there, **self._merged(there)}
                said = json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True)
                atomic_write(self._path, said.encode("utf-8", "surrogatepass"), private=True)
        except ViewerError as error:
            return error
        except OSError as error:
            return ViewerError("write-failed", path=str(self._path), why=error.strerror or "")
        self._changed.clear()
        return None

    def _merged(self, raw: Mapping[str, object]) -> dict[str, Value]:
        there = Settings(raw, None)
        changed = {key: self._values[key] for key in self._changed}
        if "recent" in changed:
            files = dict.fromkeys((*self.texts("recent"), *there.texts("recent")))
            kept = (one for one in files if one not in self._forgotten)
            changed["recent"] = tuple(kept)[:RECENT]
        for key, value in changed.items():
            if isinstance(value, Mapping):
                both = {**there.table(key), **value}
                both = {one: said for one, said in both.items() if one not in self._forgotten}
                changed[key] = dict(list(both.items())[-ROWS[key].most :])
        return changed

    def _on_disk(self) -> dict[str, object]:
        assert self._path is not None
        try:
            return read_settings(self._path)
        except (FileNotFoundError, ValueError):
            return {}


def load_settings(path: Path | None = None, *, safe: bool = False) -> Settings:
    """The settings of this person, from `path` or the platform's own place, over those of the
    site, where that place is asked; never an exception.

    `safe` starts from the defaults and writes nothing. A file that cannot be understood is set
    aside as `settings.json.broken-N`, and `notice` says so; one that cannot be read is left
    alone, and nothing is written over it.
    """
    if safe:
        return Settings({}, None)
    file, site = path or settings_file(), {} if path else read_site_settings()
    remove_litter(file.parent)
    try:
        return Settings(read_settings(file), file, site)
    except FileNotFoundError:
        return Settings({}, file, site)
    except ValueError:
        return _quarantine(file, site)
    except OSError as error:
        return _noticed(None, site, _unread(file, error))


def read_site_settings() -> Mapping[str, object]:
    """What the first settings file of the site that can be read says; `doctor` tells of the
    others, which a person here can do nothing about."""
    for file in site_settings_files():
        try:
            return read_settings(file)
        except (OSError, ValueError):
            continue
    return {}


def read_settings(path: Path) -> dict[str, object]:
    """What the file says, unchecked. Raises OSError, or ValueError when it is no JSON object."""
    data = read_plain(path, LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("too large")
    try:
        whole = json.loads(data.decode("utf-8-sig", "surrogatepass"))
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(whole, dict):
        raise ValueError("no object")
    return whole


def _quarantine(file: Path, site: Mapping[str, object]) -> Settings:
    names = (file.with_name(f"{file.name}.broken-{n}") for n in range(1, 100))
    last = file.with_name(f"{file.name}.broken-99")
    try:
        aside = next((name for name in names if not is_there(name)), last)
        file.replace(aside)
    except OSError as error:
        return _noticed(None, site, _unread(file, error))
    return _noticed(file, site, ViewerError("settings-broken", path=str(file), aside=str(aside)))


def _unread(file: Path, error: OSError) -> ViewerError:
    return ViewerError("settings-unread", path=str(file), why=error.strerror)


def _noticed(path: Path | None, site: Mapping[str, object], notice: ViewerError) -> Settings:
    settings = Settings({}, path, site)
    settings.notice = notice
    return settings


def _default(row: SettingRow, site: Mapping[str, object]) -> Value:
    return row.default if row.key in PERSONAL else _value(row, site, row.default)


def _value(row: SettingRow, raw: Mapping[str, object], otherwise: Value) -> Value:
    read = row.read(raw[row.key]) if row.key in raw else None
    return otherwise if read is None else read
