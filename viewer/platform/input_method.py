"""Which input method Qt is told to use: one that Qt's wheel brings a plugin for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

VARIABLES = ("QT_IM_MODULES", "QT_IM_MODULE")
"""Where a desktop names the input method; the first one that is set counts."""
PORTAL = {"QT_IM_MODULES": "", "QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}
"""The portal of IBus, which fcitx5 answers as well."""
_FOLDERS = ("Qt/plugins/platforminputcontexts", "plugins/platforminputcontexts")
BUILT_IN = frozenset({"simple", "none", "xim", "compose", "wayland", "qtvirtualkeyboard"})
"""What Qt has in itself, or what is asked for to have no input method."""


def plugins() -> frozenset[str]:
    """The names of the input methods that the installed Qt has plugins for."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return frozenset()
    folders = (Path(spec.origin).parent / folder for folder in _FOLDERS)
    try:
        files = [one.name for folder in folders if folder.is_dir() for one in folder.iterdir()]
    except OSError:
        return frozenset()
    return frozenset(_names(files))


def _names(files: Iterable[str]) -> Iterable[str]:
    for file in files:
        yield file.removeprefix("lib").partition("platforminputcontextplugin")[0]


def named(env: Mapping[str, str]) -> str:
    """The input method that the desktop names, as it is written; "" for none."""
    return next((env[name] for name in VARIABLES if env.get(name)), "")


def input_method_for(
    env: Mapping[str, str], system: str, there: frozenset[str] | None = None
) -> dict[str, str]:
    """What to set in the environment before Qt starts, so that Chinese can be typed.

    Nothing where the desktop names no input method or one that Qt can load. Otherwise (as with
    fcitx, whose plugin no wheel of Qt brings) the portal of IBus, if Qt has a plugin for IBus.
    """
    if system != "linux":
        return {}
    names = [name for name in named(env).lower().split(";") if name]
    there = plugins() if there is None else there
    if not names or there.union(BUILT_IN).intersection(names) or "ibus" not in there:
        return {}
    return {name: value for name, value in PORTAL.items() if value or name in env}
