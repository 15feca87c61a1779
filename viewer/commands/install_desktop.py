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
from viewer.commands.terminal import tell
from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.resources import resource_text
from viewer.settings import atomic_write
from viewer.settings.folder import data_folder

ENTRY = "applications/briefing-viewer.desktop"
_LAUNCHER = "briefing-viewer-gui"
_PATIENCE = 60
"""Seconds that a program which renews a database of the desktop may take."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the program, and where the desktop looks for it below the folder of data."""

    source: tuple[str, ...]
    target: str


PARTS = (
    Part(("desktop", "briefing-viewer.desktop"), ENTRY),
    Part(("desktop", "briefing-viewer.mime.xml"), "mime/packages/briefing-viewer.xml"),
    Part(
        ("desktop", "briefing-viewer.metainfo.xml"),
        "metainfo/org.briefing_viewer.BriefingViewer.metainfo.xml",
    ),
    Part(("icons", "briefing-viewer.svg"), "icons/hicolor/scalable/apps/briefing-viewer.svg"),
)
DATABASES = (("update-desktop-database", "applications"), ("update-mime-database", "mime"))
"""Programs that renew what the desktop knows, each with the folder that it is given."""


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
        remove_empty_folders(folder)
    tell(words("desktop.removed" if given.uninstall else "desktop.installed", folder=folder))
    for path in changed:
        tell(f"  {path}")
    return 0


def install(folder: Path) -> list[Path]:
    """Write every part below `folder`; the paths written. The entry names this very program."""
    written = []
    for part in PARTS:
        text = resource_text(*part.source)
        if part.target == ENTRY:
            text = text.replace(f"Exec={_LAUNCHER}", f"Exec={exec_line(launcher())}")
        path = folder / part.target
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, text.encode("utf-8"))
        written.append(path)
    return written


def uninstall(folder: Path) -> list[Path]:
    """Remove every part that is there; the paths removed. Folders stay: the databases need them."""
    removed = []
    for part in PARTS:
        path = folder / part.target
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
            removed.append(path)
    return removed


def remove_empty_folders(folder: Path) -> None:
    """Remove the folders of the parts, from the innermost outward, as far as nothing is in them."""
    for part in PARTS:
        inner = (folder / part.target).parent
        with contextlib.suppress(OSError):  # something else stands in it, or it is gone already
            while inner != folder:
                inner.rmdir()
                inner = inner.parent


def launcher() -> tuple[str, ...]:
    """The words that start this installation: a desktop does not have its folder on the PATH."""
    beside = Path(sys.executable).with_name(_LAUNCHER)
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
