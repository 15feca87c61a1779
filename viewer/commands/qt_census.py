"""Asks Qt about this machine in a process of its own: Qt may be missing, or abort."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from viewer.commands.child import ask_python
from viewer.i18n import LANGUAGES, load
from viewer.platform import Display
from viewer.resources import bundled

PATIENCE = 60
"""Seconds that Qt may take to answer; a cold disk needs some ten."""
SAMPLE = "shandong-2020.txt"


@dataclass(frozen=True, slots=True)
class Census:
    """What Qt said; or, in `stop`, why it could not."""

    stop: str = ""
    qt: str = ""
    platform: str = ""
    screens: tuple[str, ...] = ()
    sans: str = ""
    serif: str = ""
    missing: tuple[str, ...] = ()


def ask_qt(env: Mapping[str, str], display: Display) -> Census:
    """Ask `viewer.rendering.probe`; without a display it is asked off screen.

    ViewerError where the words that are to be drawn cannot be read.
    """
    where = {**env, "QT_QPA_PLATFORM": "offscreen"} if display is Display.NONE else dict(env)
    ask = ["-m", "viewer.rendering.probe"]
    told = ask_python(ask, PATIENCE, drawn_text().encode(), where)
    return Census(stop=told.stop) if told.stop else _read(json.loads(told.out))


def drawn_text() -> str:
    """Every character that the program itself draws: its words in all languages, its sample.

    ViewerError where one of them cannot be read, ImportError where the reader lacks a part.
    """
    from viewer.datafile import read_bytes

    said = (one for language in LANGUAGES for _, one in load(language).sentences())
    report = read_bytes(bundled(SAMPLE)).decode()
    return "".join(sorted({*report, *"".join(said)}))


def _read(raw: Mapping[str, object]) -> Census:
    screens, missing = raw["screens"], raw["missing"]
    assert isinstance(screens, list)
    assert isinstance(missing, list)
    return Census(
        qt=str(raw["qt"]),
        platform=str(raw["platform"]),
        screens=tuple("{name} {width}x{height} @{scale}".format(**one).strip() for one in screens),
        sans=str(raw["sans"]),
        serif=str(raw["serif"]),
        missing=tuple(map(str, missing)),
    )
