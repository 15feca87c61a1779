"""Installs Briefing Viewer from the wheels beside this file; only Python is needed, no network.

    python install.py [FOLDER]          into FOLDER, else into `program` beside this file

Every wheel is checked against SHA256SUMS first. This file is part of the kit and runs alone.
"""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NEWEST_LINE = (
    "Python {least} to {most} is needed, this is {here}. "
    "需要 Python {least} 至 {most}，现在是 {here}。"
)
WRONG = "{name} is damaged or missing: please copy the kit again. {name} 已损坏或缺失，请重新复制。"
RUNNING = (
    "{folder} is in use: please close Briefing Viewer first. "
    "{folder} 正在使用，请先关闭简报查看器。"
)
NO_SPACE = (
    "There is no space at {folder}: {need} MB are needed. {folder} 空间不足，需要 {need} MB。"
)
NOT_ALLOWED = (
    "{folder} cannot be written: please name another folder. {folder} 不可写，请换一个文件夹。"
)
OTHER = (
    "{folder} holds something else: please name another folder. "
    "{folder} 里有别的文件，请换一个文件夹。"
)
FAILED = "The wheels could not be installed: {why}"
DONE = "Installed. Start it with: {start}\n已安装。启动：{start}"
NEED = 700
"""Megabytes that the program takes when it is installed."""
MARK = "bundle.json"
PORTABLE = "portable"


class StopError(Exception):
    """Why it cannot go on, in one line."""


def main(argv):
    """Install; 0, or 2 with one line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    folder = Path(argv[0] if argv else HERE / "program").absolute()
    try:
        check_python(sys.version_info[:2], HERE / "wheels")
        check_wheels(HERE)
        start = put(folder)
    except StopError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(plain(error, folder), file=sys.stderr)
        return 2
    print(DONE.format(start=start))
    return 0


def check_python(here, wheels):
    """StopError where the kit has no wheels for this Python."""
    versions = sorted(
        (3, int(name.split("-cp3")[1].split("-")[0]))
        for name in (one.name for one in wheels.glob("numpy-*.whl"))
        if "-cp3" in name
    )
    if versions and here not in versions:
        words = {"least": versions[0], "most": versions[-1], "here": here}
        raise StopError(NEWEST_LINE.format(**{k: ".".join(map(str, v)) for k, v in words.items()}))


def check_wheels(kit):
    """StopError where a file is not the one that the kit was made of."""
    for line in (kit / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        expected, _, name = line.partition("  ")
        path = kit / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise StopError(WRONG.format(name=name))


def put(folder):
    """Install in the place of an older installation, which comes back where this fails."""
    aside = make_room(folder)
    try:
        if aside:
            carry(aside, folder)
        (folder / MARK).write_text(json.dumps({"program": "briefing-viewer", "kit": True}) + "\n")
        start = install(folder)
    except BaseException:
        if aside:
            carry(folder, aside)
        shutil.rmtree(folder, ignore_errors=True)
        if aside:
            aside.rename(folder)
        raise
    if aside:
        shutil.rmtree(aside, ignore_errors=True)
    return start


def carry(old, new):
    """Take the settings of a portable installation along."""
    if (old / PORTABLE).is_dir():
        (old / PORTABLE).rename(new / PORTABLE)


def make_room(folder):
    """Put an older installation aside and name it; StopError where it runs, or where no room is.

    What is there stays as it was where this fails.
    """
    aside = folder.with_name(folder.name + ".old")
    bring_back(aside, folder)
    there = folder.exists() and any(folder.iterdir())
    for one, wrong in ((folder, there and not (folder / MARK).is_file()), (aside, aside.exists())):
        if wrong:
            raise StopError(OTHER.format(folder=one))
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < NEED * 1_000_000:
        raise StopError(NO_SPACE.format(folder=folder, need=NEED))
    if not there:
        return None
    try:
        folder.rename(aside)  # fails on Windows while a file in it is in use
    except OSError as error:
        raise StopError(RUNNING.format(folder=folder)) from error
    if is_running(aside):
        aside.rename(folder)
        raise StopError(RUNNING.format(folder=folder))
    folder.mkdir()
    return aside


def bring_back(aside, folder):
    """Take up what an installation that was cut off has left beside its folder."""
    if not (aside / MARK).is_file():
        return
    if not folder.exists() or not any(folder.iterdir()):
        if folder.exists():
            folder.rmdir()
        aside.rename(folder)
    elif not (aside / PORTABLE).exists():
        shutil.rmtree(aside)


def is_running(folder):
    """Whether a process of Linux has its program, or a library, in a folder."""
    for maps in Path("/proc").glob("[0-9]*/maps"):
        try:
            if f" {folder}/" in maps.read_text(encoding="utf-8", errors="replace"):
                return True
        except OSError:
            continue
    return False


def install(folder):
    """Make an environment in `folder` and put the wheels into it; the line that starts it."""
    inner = folder / "app"
    run([sys.executable, "-m", "venv", "--without-pip", str(inner)])
    scripts = inner / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    pip = next((HERE / "wheels").glob("pip-*.whl")) / "pip"
    words = ["install", "--quiet", "--no-index", "--no-warn-script-location"]
    words += [
        "--disable-pip-version-check",
        "--find-links",
        str(HERE / "wheels"),
        "briefing-viewer",
    ]
    run([str(python), str(pip), *words])
    return write_launchers(folder, scripts)


def run(words):
    """Run a program; StopError with the last line that it says where it fails."""
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))
    }
    env["PIP_CONFIG_FILE"] = os.devnull
    told = subprocess.run(words, env=env, check=False, capture_output=True)
    if told.returncode:
        lines = told.stderr.decode("utf-8", "replace").strip().splitlines() or [
            str(told.returncode)
        ]
        raise StopError(FAILED.format(why=lines[-1]))


def write_launchers(folder, scripts):
    """A file to start the window with, and one for the commands; the path of the former."""
    if os.name == "nt":
        for name, program in (
            ("briefing-viewer-gui.cmd", 'start "" '),
            ("briefing-viewer.cmd", ""),
        ):
            target = name.replace(".cmd", ".exe")
            line = f'@{program}"%~dp0app\\Scripts\\{target}" %*\r\n'
            (folder / name).write_text(line, encoding="ascii")
        return folder / "briefing-viewer-gui.cmd"
    for name in ("briefing-viewer", "briefing-viewer-gui"):
        start = folder / name
        start.write_text('#!/bin/sh\nexec "$(dirname -- "$0")/app/bin/python" -IB -m viewer "$@"\n')
        start.chmod(0o755)
    return folder / "briefing-viewer"


def plain(error, folder):
    """A failure of the disk in one line."""
    if error.errno == errno.ENOSPC:
        return NO_SPACE.format(folder=folder, need=NEED)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NOT_ALLOWED.format(folder=folder)
    return f"{error.filename or folder}: {error.strerror}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
