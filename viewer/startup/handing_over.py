"""A start hands its file over to the window that is there: loaded before anything of a window."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket

from viewer.start_options import Start

PATIENCE = 1_500
"""Milliseconds in which a window that is not stuck has answered."""
TAKEN, BUSY = b"taken\n", b"busy\n"
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""What a desktop gives a start so that its window may come to the fore."""


def hand_over(channel: Path, start: Start) -> bool:
    """Ask the window that is there to open the file of `start`; whether it took it.

    Without a file it is asked to come to the fore. A window that is stuck or gives a talk takes
    nothing: this start then opens a window of its own.
    """
    socket = QLocalSocket()
    socket.connectToServer(str(channel))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(_message(start))
    answered = socket.waitForReadyRead(PATIENCE)
    taken = answered and socket.readAll().data() == TAKEN
    socket.disconnectFromServer()
    return taken


def _message(start: Start) -> bytes:
    file = "" if start.path is None else str(start.path.resolve())
    tokens = {name: os.environ[name] for name in TOKENS if name in os.environ}
    told = {"file": file, "section": start.section, "tokens": tokens}
    return json.dumps(told).encode("utf-8", "surrogatepass") + b"\n"
