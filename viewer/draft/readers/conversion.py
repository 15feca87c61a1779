"""Word files of before 2007 and WPS files, made .docx by a LibreOffice that is on this machine.

The office runs without a window, in a profile and a folder of its own that are gone afterwards; it
is ended when it takes too long or the draft is cancelled.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from viewer.datafile import read_bytes
from viewer.draft.readers.loading import Cancelled
from viewer.model import ViewerError, disk_error

SECONDS = 120
"""How long a conversion may take by the clock."""
_LOOK_EVERY = 0.05
_NAMES = ("soffice", "libreoffice")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS",
    "/opt/libreoffice/program",
    r"C:\Program Files\LibreOffice\program",
    r"C:\Program Files (x86)\LibreOffice\program",
)
"""Where LibreOffice stands when it is not on the path."""


def office() -> str:
    """The program that converts, '' where there is none."""
    usual = os.pathsep.join(_USUAL)
    found = (shutil.which(name, path=path) for path in (None, usual) for name in _NAMES)
    return next(filter(None, found), "")


def to_docx(data: bytes, most: int, cancelled: Cancelled, seconds: float = SECONDS) -> bytes:
    """The document in `data` as .docx, of at most `most` bytes.

    Raises ViewerError: `draft-no-office` where no program can convert it, `draft-not-converted`
    where that made nothing of it (a file with a password, a damaged one), `draft-cancelled`,
    `draft-over-time`.
    """
    program = office()
    if not program:
        raise ViewerError("draft-no-office")
    with tempfile.TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "report.doc")
        _write(source, data)
        _run(_command(program, source), cancelled, seconds)
        try:
            return read_bytes(source.with_suffix(".docx"), most)
        except ViewerError as error:
            if error.code == "file-missing":
                raise ViewerError("draft-not-converted") from error
            raise


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:  # a full disk does not say where
        raise disk_error(OSError(error.errno, error.strerror, str(path))) from error


def _command(program: str, source: Path) -> list[str]:
    profile = (source.parent / "profile").as_uri()
    return [
        program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
        f"-env:UserInstallation={profile}",
        "--convert-to", "docx", "--outdir", str(source.parent), str(source),
    ]  # fmt: skip


def _run(command: list[str], cancelled: Cancelled, seconds: float) -> None:
    """Run the office to its end, or end it and all that it started."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    deadline = time.monotonic() + seconds
    try:
        while process.poll() is None:
            if cancelled():
                raise ViewerError("draft-cancelled")
            if time.monotonic() > deadline:
                raise ViewerError("draft-over-time", seconds=round(seconds))
            time.sleep(_LOOK_EVERY)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with those that it started: the office is a script that starts the office."""
    if process.poll() is None:
        if sys.platform == "win32":
            taskkill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(taskkill, capture_output=True, check=False)
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
