"""One window a person and display: a later start hands its file over to the one that is there."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from viewer.settings import channel_file, private_folder
from viewer.startup.handing_over import BUSY, TAKEN, TOKENS
from viewer.startup.talking import Talking
from viewer.window.document_model import number_of, section_named
from viewer.window.wiring import Wired

LARGEST = 16_384
"""Bytes of a message at most; a longer one ends its connection."""
MOST_WAITING = 8
"""Connections that are listened to at a time."""


class Instance(QObject):
    """Listens for later starts; `asked` tells a file (None for none) and a section of it.

    Only this person may speak to it: the socket and its folder are closed to all others. `free`
    says whether the window may be used now.
    """

    asked = Signal(object, str)

    def __init__(self, channel: Path, free: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._free = free
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_WAITING)
        self._server.newConnection.connect(self._connected)
        with contextlib.suppress(OSError):  # without a folder there is only no channel
            private_folder(channel.parent)
        QLocalServer.removeServer(str(channel))  # of a process that is gone: nobody answered there
        self.listening = self._server.listen(str(channel))

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LARGEST)
            socket.readyRead.connect(partial(self._on_ready_read, socket))
            socket.disconnected.connect(socket.deleteLater)

    def _on_ready_read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LARGEST:
                socket.abort()
            return
        request = read_request(bytes(socket.readLine(LARGEST).data()))
        if request is None:
            socket.abort()
            return
        file, section = request
        free = self._free()
        socket.write(TAKEN if free else BUSY)
        socket.flush()
        if free:
            self.asked.emit(file, section)


class Answering(QObject):
    """Opens in this window what later starts ask for, and brings it to the fore."""

    def __init__(self, wired: Wired, talking: Talking) -> None:
        super().__init__(wired.window)
        self._wired, self._talking = wired, talking
        self.instance = Instance(channel_file(), self.is_free, self)
        self.instance.asked.connect(self.answer)

    def is_free(self) -> bool:
        """Whether nothing would pop up in front of a room."""
        return not self._talking.presentation.running

    def answer(self, path: Path | None, section: str) -> None:
        """Come to the fore, with the file that is asked for if it is another one."""
        window, workspace = self._wired.window, self._wired.workspace
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        opened = workspace.opened
        if path is not None and (opened is None or opened.path.resolve() != path):
            self._wired.filing.open(path, section)
        elif section and workspace.briefing is not None:
            number = number_of(workspace.briefing, section_named(workspace.briefing, section))
            workspace.show_section(workspace.number if number is None else number)


def read_request(line: bytes) -> tuple[Path | None, str] | None:
    """The file and section that a message asks for; None for what is no message of ours."""
    try:
        told = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    file, section, tokens = told.get("file"), told.get("section"), told.get("tokens")
    if not isinstance(file, str) or not isinstance(section, str) or "\0" in file:
        return None
    if file and not os.path.isabs(file):  # noqa: PTH117 - a path of another folder means nothing
        return None
    given = tokens if isinstance(tokens, dict) else {}
    for name in TOKENS:
        token = given.get(name)
        if isinstance(token, str) and token.isascii() and token.isprintable():
            os.environ[name] = token  # Qt reads it when the window asks for the focus
    return (Path(file) if file else None), section
