"""The system libraries that Qt loads and does not bring: each with the Debian package that has it.

`main` prints the missing packages, for the script that installs them.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from viewer.resources import bundle_folder

EVERY = frozenset({"xcb", "wayland", "offscreen"})


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library by the name that the loader asks for, and which platforms of Qt need it."""

    soname: str
    package: str
    platforms: frozenset[str]


LIBRARIES = (
    Library("libzstd.so.1", "libzstd1", EVERY),
    Library("libglib-2.0.so.0", "libglib2.0-0", EVERY),
    Library("libgthread-2.0.so.0", "libglib2.0-0", EVERY),
    Library("libGL.so.1", "libgl1", EVERY),
    Library("libEGL.so.1", "libegl1", EVERY),
    Library("libfontconfig.so.1", "libfontconfig1", EVERY),
    Library("libfreetype.so.6", "libfreetype6", EVERY),
    Library("libdbus-1.so.3", "libdbus-1-3", EVERY),
    Library("libxkbcommon.so.0", "libxkbcommon0", EVERY),
    Library("libX11.so.6", "libx11-6", EVERY),
    Library("libxcb.so.1", "libxcb1", EVERY),
    Library("libX11-xcb.so.1", "libx11-xcb1", frozenset({"xcb"})),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", frozenset({"xcb"})),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", frozenset({"xcb"})),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", frozenset({"xcb"})),
    Library("libxcb-image.so.0", "libxcb-image0", frozenset({"xcb"})),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", frozenset({"xcb"})),
    Library("libxcb-randr.so.0", "libxcb-randr0", frozenset({"xcb"})),
    Library("libxcb-render.so.0", "libxcb-render0", frozenset({"xcb"})),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", frozenset({"xcb"})),
    Library("libxcb-shape.so.0", "libxcb-shape0", frozenset({"xcb"})),
    Library("libxcb-shm.so.0", "libxcb-shm0", frozenset({"xcb"})),
    Library("libxcb-sync.so.1", "libxcb-sync1", frozenset({"xcb"})),
    Library("libxcb-util.so.1", "libxcb-util1", frozenset({"xcb"})),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", frozenset({"xcb"})),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", frozenset({"xcb"})),
    Library("libwayland-client.so.0", "libwayland-client0", frozenset({"wayland"})),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", frozenset({"wayland"})),
)


ORDER = "order.txt"
"""In the folder `lib` of a bundle: its libraries by name, each after those that it needs."""
FACES = "fonts.conf"
"""Beside them: where the faces of a system are that has no such file, or no fontconfig at all."""
FACES_OF_THE_SYSTEM = Path("/etc/fonts/fonts.conf")


def can_load(soname: str, folder: Path | None = None) -> bool:
    """Whether the loader finds this library, or `folder` has it; it stays loaded."""
    for place in (soname,) if folder is None else (soname, str(folder / soname)):
        with contextlib.suppress(OSError):
            ctypes.CDLL(place, mode=ctypes.RTLD_GLOBAL)
            return True
    return False


def load_bundled(bundle: Path | None = None) -> None:
    """Load the libraries that a bundle brings for a bare desktop, each where the system has none.

    Qt then finds them by their names. A library of the system goes first: it fits the drivers. The
    `PySide6` of a bundle calls this before it loads Qt; without a bundle nothing is done.
    """
    top = bundle or bundle_folder()
    if top is None:
        return
    for soname in _order(top / "lib"):
        can_load(soname, top / "lib")
    faces = top / "lib" / FACES
    # not a path's own questions, which raise on a failing disk
    told = os.path.exists(FACES_OF_THE_SYSTEM)  # noqa: PTH110
    if not told and os.path.isfile(faces):  # noqa: PTH113 - else a complaint at each start
        os.environ.setdefault("FONTCONFIG_FILE", str(faces))


def _order(folder: Path) -> tuple[str, ...]:
    try:
        return tuple((folder / ORDER).read_text(encoding="utf-8").split())
    except OSError:
        return ()


def missing_libraries(
    platform: str, loads: Callable[[str], bool] = can_load
) -> tuple[Library, ...]:
    """The libraries that a platform of Qt (`xcb`, `wayland`, `offscreen`) needs and has not."""
    load_bundled()
    return tuple(row for row in LIBRARIES if platform in row.platforms and not loads(row.soname))


def install_line(libraries: Iterable[Library]) -> str:
    """The line to type on Debian and its kin that installs these."""
    packages = " ".join(dict.fromkeys(row.package for row in libraries))
    root = getattr(os, "geteuid", int)() == 0
    return f"{'' if root else 'sudo '}apt-get install -y {packages}"


def main() -> None:
    """Print the packages that a screen needs and this machine has not, on one line."""
    if sys.platform == "linux":
        print(*dict.fromkeys(row.package for row in missing_libraries("xcb")))
