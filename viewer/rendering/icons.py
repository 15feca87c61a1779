"""The program's icon as pictures of every size, drawn from the one SVG.

    python -m viewer.rendering.icons FOLDER

`install-desktop` asks for them in a process of its own, as it runs without Qt.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QIcon

from viewer.platform.icon_files import SIZES, icon_path
from viewer.resources import resource
from viewer.settings import atomic_write


def picture(icon: QIcon, size: int) -> bytes:
    """The icon as a PNG of `size` pixels."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn = icon.pixmap(QSize(size, size), 1.0)
    drawn.save(buffer, "PNG")
    return bytes(buffer.data().data())


def main() -> None:
    """Draw every size below the folder that is named."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    icon = QIcon(str(resource("icons", "briefing-viewer.svg")))
    for size in SIZES:
        path = Path(sys.argv[1]) / icon_path(size)
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, picture(icon, size))
    del application


if __name__ == "__main__":
    main()
