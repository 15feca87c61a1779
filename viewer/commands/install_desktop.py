"""`install-desktop`: menu entry, icon and file type of briefings for the person who runs it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from viewer.commands.arguments import Arguments
from viewer.commands.child import ask_python
from viewer.commands.terminal import tell
from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.platform.icon_files import SIZES, icon_path
from viewer.resources import bundle_folder, resource_text
from viewer.settings import atomic_write
from viewer.settings.folder import data_folder

ENTRY = "applications/briefing-viewer.desktop"
_LAUNCHER = "briefing-viewer-gui"
_PATIENCE = 60
"""Seconds that a program which renews a database of the desktop may take."""


@dataclass(frozen=True, slots=True)
class InstalledFile:
    """A file of the program, and where the desktop looks for it below the folder of data."""

    source: tuple[str, ...]
    target: str


PARTS = (
    InstalledFile(("desktop", "briefing-viewer.desktop"), ENTRY),
    InstalledFile(("desktop", "briefing-viewer.mime.xml"), "mime/packages/briefing-viewer.xml"),
    InstalledFile(
        ("desktop", "briefing-viewer.metainfo.xml"),
        "metainfo/org.briefing_viewer.BriefingViewer.metainfo.xml",
    ),
    InstalledFile(
        ("icons", "briefing-viewer.svg"), "icons/hicolor/scalable/apps/briefing-viewer.svg"
    ),
)
DATABASES = (("update-desktop-database", "applications"), ("update-mime-database", "mime"))
"""Programs that renew what the desktop knows, each with the folder that it is given."""
MIME_FILES = (
    *("XMLnamespaces", "aliases", "generic-icons", "globs", "globs2", "icons", "magic"),
    *("mime.cache", "subclasses", "treemagic", "types", "version"),
)
"""What `update-mime-database` makes beside the folder `packages`, from what is in it."""


def run(argv: Sequence[str], words: Words) -> int:
    """Put the files in place, or take them away; ViewerError where that cannot be done."""
    parser = Arguments("install-desktop", words)
    parser.add_argument(
        "--uninstall", action="store_true", help=words("command.install-desktop.uninstall")
    )
    given = parser.parse_args(argv)
    if sys.platform in ("win32", "darwin"):
        raise ViewerError("desktop-other-system")
    folder = data_folder(os.environ)
    changed = uninstall(folder) if given.uninstall else install(folder)
    renew_databases(folder)
    if given.uninstall:
        remove_databases(folder)
        remove_empty_folders(folder)
    tell(words("desktop.removed" if given.uninstall else "desktop.installed", folder=folder))
    for path in changed:
        tell(f"  {path}")
    return 0


def install(folder: Path, command: Sequence[str] = ()) -> list[Path]:
    """Write every part below `folder`; the paths written.

    The entry names `command`, or else this very program by its path.
    """
    written = []
    for part in PARTS:
        text = resource_text(*part.source)
        if part.target == ENTRY:
            text = text.replace(f"Exec={_LAUNCHER}", f"Exec={exec_line(command or launcher())}")
        path = folder / part.target
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, text.encode("utf-8"))
        written.append(path)
    return written + draw_icons(folder)


def draw_icons(folder: Path) -> list[Path]:
    """Draw the icon in every size below `folder`; the paths that are there.

    Qt draws in a process of its own: this command works without Qt, and then leaves the SVG.
    """
    ask_python(["-m", "viewer.rendering.icons", str(folder)], _PATIENCE)
    return [path for path in _icons(folder) if path.is_file()]


def _icons(folder: Path) -> list[Path]:
    return [folder / icon_path(size) for size in SIZES]


def _files(folder: Path) -> list[Path]:
    """Every file that an installation may have put below `folder`."""
    return [*(folder / part.target for part in PARTS), *_icons(folder)]


def uninstall(folder: Path) -> list[Path]:
    """Remove every part that is there; the paths removed. Folders stay: the databases need them."""
    removed = []
    for path in _files(folder):
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
            removed.append(path)
    return removed


def remove_databases(folder: Path) -> None:
    """Remove the databases that speak of nothing any more, as this person's files are all gone."""
    menu, types = folder / "applications", folder / "mime"
    if not _contains_file(menu, "*.desktop"):
        _remove(menu / "mimeinfo.cache")
    if not _contains_file(types / "packages", "*.xml"):
        for name in MIME_FILES:
            _remove(types / name)
        with contextlib.suppress(OSError):
            (types / "application").rmdir()


def _contains_file(folder: Path, pattern: str) -> bool:
    try:
        return next(folder.glob(pattern), None) is not None
    except OSError:  # what cannot be looked at is left as it is
        return True


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def remove_empty_folders(folder: Path) -> None:
    """Remove the folders of the parts, from the innermost outward, as far as nothing is in them."""
    for path in _files(folder):
        inner = path.parent
        with contextlib.suppress(OSError):  # something else stands in it, or it is gone already
            while inner != folder:
                inner.rmdir()
                inner = inner.parent


def launcher() -> tuple[str, ...]:
    """The words that start this installation: a desktop does not have its folder on the PATH."""
    bundle = bundle_folder()
    beside = Path(sys.executable).with_name(_LAUNCHER) if bundle is None else bundle / _LAUNCHER
    return (str(beside),) if os.access(beside, os.X_OK) else (sys.executable, "-m", "viewer")


def exec_line(command: Sequence[str]) -> str:
    """A command as the value of `Exec`: quoted, then escaped as every string of an entry is."""
    return " ".join(_quoted(word).replace("\\", "\\\\").replace("%", "%%") for word in command)


def _quoted(word: str) -> str:
    if word and all(letter.isalnum() or letter in "/._-+" for letter in word):
        return word
    escaped = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return f'"{escaped}"'


def renew_databases(folder: Path, env: Mapping[str, str] = os.environ) -> None:
    """Let the desktop know at once where its programs are; without them it finds out later."""
    for program, inside in DATABASES:
        found = shutil.which(program, path=env.get("PATH"))
        if found is not None:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    [found, str(folder / inside)],
                    check=False,
                    capture_output=True,
                    timeout=_PATIENCE,
                )
