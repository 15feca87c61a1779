"""Where a Linux desktop looks for the program's icon, by its size (freedesktop icon themes)."""

from __future__ import annotations

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels; a desktop that draws SVG takes the scalable icon instead."""


def icon_path(size: int) -> str:
    """The path of the picture of so many pixels, below the folder of data."""
    return f"icons/hicolor/{size}x{size}/apps/briefing-viewer.png"
