"""Letters by the position of their keys: a layout of another script has the same keys.

The rows are those of the US layout. X11 and Wayland number the keys as Linux does, by the scan
codes of the first PC keyboard (set 1) plus 8; Windows gives those codes themselves.
"""

from __future__ import annotations

_ROWS = ((16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
_LETTERS = {first + at: letter for first, row in _ROWS for at, letter in enumerate(row)}
_OFFSETS = {"xcb": 8, "wayland": 8, "windows": 0}


def letter_at(scan_code: int, platform: str) -> str:
    """The Latin letter of a key by its native scan code; empty where it is none, or not known.

    `platform` is the name of Qt's platform plugin.
    """
    offset = _OFFSETS.get(platform.partition("-")[0])
    return "" if offset is None else _LETTERS.get(scan_code - offset, "")
