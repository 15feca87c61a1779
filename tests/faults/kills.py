"""Kills a writing program at random moments: `python -m tests.faults.kills [--times 200]`.

The program saves its settings and exports a briefing, updates an author's file, or accepts a doubt
in it, again and again, two versions of each by turns. Killed, each file must be the one version or
the other, whole; and what a killed program left half done must be gone after the next start. Then
each call of an update and of an acceptance that reaches the disk fails, in turn. Ends with 1 where
it is not so.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import itertools
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.edit.acceptance import without_review
from tests.faults.injected import NUMBERS, Sweep, faults
from viewer.cli import main as viewer
from viewer.datafile import read_briefing, read_bytes
from viewer.datafile.overwrite import original, overwrite
from viewer.model import ViewerError
from viewer.resources import bundled
from viewer.settings import BACKUP, atomic_write, load_settings, remove_litter
from viewer.start_options import SAMPLE

EPOCH = "1600000000"
"""The time of every export: of a file that is exported twice there is one version."""
LONGEST = 0.12
"""Seconds of writing before a kill, at most: some hundred files."""
ZOOMS = (1.25, 3.5)
MARKS = ("作者的话一", "作者的话二", "作者的话三")
AUTHOR = """\
briefing: 1  # 作者的话三
title: 小报
sections:
  - id: one
    title: 第一节
    notes: 作者的话一
    passage: |
      全市出台39 份文件。
    metrics:
      - id: papers
        label: 文件
        value: 39
        unit: 份
        notes: 作者的话二
        review: 存疑
        cite: 出台39 份文件
"""
ALL_NUMBERS = (*NUMBERS, errno.EROFS, errno.EMFILE, errno.EINTR, errno.EDQUOT)
MANY = 100
"""From so many kills on, calls fail with each of all these numbers, else with three in turn."""
OFTEN = 25
"""How many times settings are saved for each export."""


def write_for_ever(folder: Path) -> None:
    """What the killed program does."""
    sources = [folder / "one.yaml", folder / "two.yaml"]
    export(sources[0], folder / "out" / "out.json")  # imports what exports need
    print("begun", flush=True)
    for number in itertools.count():
        settings = load_settings(folder / "settings" / "settings.json")
        settings.put("zoom", ZOOMS[number % 2])
        settings.put("geometry", "x" * 3_000 + str(number % 2))
        settings.save()
        if number % OFTEN == 0:  # making one takes far longer than writing it
            export(sources[number // OFTEN % 2], folder / "out" / "out.json")


def update_for_ever(folder: Path) -> None:
    """Update the author's file, by turns from two reports."""
    reports = [report(folder / "one.txt", 39), report(folder / "two.txt", 41)]
    file = folder / "author" / "mine.yaml"
    assert update(reports[0], file) == 0
    print("begun", flush=True)
    for number in itertools.count(1):
        assert update(reports[number % 2], file) == 0


def report(path: Path, count: int) -> Path:
    """The report that the author's file is of, with its number."""
    path.write_text(f"小报\n\n全市出台{count} 份文件。\n", "utf-8")
    return path


def update(source: Path, file: Path) -> int:
    """An update, by its command; its exit code."""
    return quiet(["draft", str(source), "--update", str(file)])


def accept_for_ever(folder: Path) -> None:
    """Accept the doubt of the author's file, and put it back."""
    file = folder / "author" / "mine.yaml"
    print("begun", flush=True)
    while True:
        atomic_write(file, AUTHOR.encode())
        accept(file)


def accept(file: Path) -> None:
    """Accept the doubt of the author's file."""
    old = original(file, read_bytes(file))
    overwrite(old, without_review(old.data, "papers"))


FOR_EVER: Mapping[str, Callable[[Path], object]] = {
    "settings": write_for_ever,
    "update": update_for_ever,
    "accept": accept_for_ever,
}
"""What the program does, again and again: settings and exports, updates, acceptances."""


def author_kills(deed: str, times: int, seed: int = 1) -> list[str]:
    """Kill a program that writes over an author's file; all that went wrong.

    Whenever it ends, the file is without an error and has every word of the author's, and so has
    its copy; after an acceptance it is the one version or the other to the byte.
    """
    dice = random.Random(seed)
    accepted = without_review(AUTHOR.encode(), "papers")
    found, parts = [], 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        file = folder / "author" / "mine.yaml"
        file.parent.mkdir()
        file.write_text(AUTHOR, "utf-8")
        for _ in range(times):
            kill_once(folder, dice.uniform(0, LONGEST), deed)
            parts += len(list(folder.glob("*/.briefing-*")))
            for one in (file, file.with_name(file.name + BACKUP)):
                data = one.read_bytes() if one.exists() or one == file else AUTHOR.encode()
                if read_briefing(data).issues or any(m not in data.decode() for m in MARKS):
                    found.append(f"{one.name} lost something")
                if deed == "accept" and data not in (AUTHOR.encode(), accepted):
                    found.append(f"{one.name} is neither version")
        remove_litter(file.parent)
        left = {one.name for one in file.parent.iterdir()} - {file.name, file.name + BACKUP}
        found += [f"litter: {name}" for name in left]
    print(f"{deed}: {times} kills, {parts} of them in the midst of a file, {len(found)} problems")
    return found


def author_faults(deed: str, sweep: Sweep) -> tuple[int, list[str]]:
    """Fail each call that reaches the disk, in turn, while an author's file is written over; how
    many were failed, and all that went wrong.

    The file is the old version or the new one to the byte, whatever was told; its copy is the old
    one, if it is there; and nothing else lies beside it.
    """
    found: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve()
        file, source = folder / "author" / "mine.yaml", report(folder / "one.txt", 41)
        file.parent.mkdir()
        copy = file.with_name(file.name + BACKUP)
        old = AUTHOR.encode()

        def write() -> None:
            file.write_bytes(old)
            copy.unlink(missing_ok=True)

        def act() -> None:
            with contextlib.suppress(ViewerError):
                if deed == "accept":
                    accept(file)
                else:
                    update(source, file)

        write()
        act()
        new = file.read_bytes()
        assert new != old
        write()
        calls = []
        for call, _ in faults(folder, sweep, act):
            calls.append(call)
            if file.read_bytes() not in (old, new):
                found.append(f"{deed}: {call}: neither version")
            if copy.exists() and copy.read_bytes() != old:
                found.append(f"{deed}: {call}: the copy is not the version before")
            left = {one.name for one in file.parent.iterdir()} - {file.name, copy.name}
            found += [f"{deed}: {call}: litter: {name}" for name in left]
            write()
    return len(calls), found


def quiet(argv: list[str]) -> int:
    """A command, whose words are nobody's."""
    with (
        open(os.devnull, "w", encoding="utf-8") as nowhere,  # noqa: PTH123
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        return viewer(argv)


def export(source: Path, target: Path) -> None:
    """An export, by its command."""
    assert quiet(["export", str(source), "-o", str(target), "--overwrite"]) == 0


def prepare(folder: Path) -> set[bytes]:
    """The two briefings, and both versions of the export that may be found."""
    (folder / "out").mkdir()
    versions = set()
    text = bundled(SAMPLE).read_text("utf-8")
    for name, title in (("one.yaml", "甲"), ("two.yaml", "乙乙")):
        kept = text.replace("title: ", f"title: {title}", 1)
        (folder / name).write_text(kept, "utf-8")
        export(folder / name, folder / "out" / "out.json")
        versions.add((folder / "out" / "out.json").read_bytes())
    assert len(versions) == 2
    return versions


def kill_once(folder: Path, after: float, deed: str = "settings") -> None:
    """Start the program, and kill it so long after it has begun to write.

    It is a copy of this process: to import the program anew would take longer than all the writing.
    """
    out, into = os.pipe()
    writer = os.fork()
    if not writer:
        # What stood there is kept: freed it would write what is not written yet.
        _ours, sys.stdout = sys.stdout, os.fdopen(into, "w")
        try:
            FOR_EVER[deed](folder)
        finally:
            os._exit(70)
    os.close(into)
    with os.fdopen(out, "rb") as told:
        assert told.readline() == b"begun\n"
        time.sleep(after)
        os.kill(writer, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(writer, 0)[1])


def problems(folder: Path, versions: set[bytes]) -> list[str]:
    """What is not as it must be, after a kill."""
    found = []
    settings = folder / "settings" / "settings.json"
    if settings.exists():
        said = json.loads(settings.read_bytes())
        if said["zoom"] not in ZOOMS or len(said["geometry"]) != 3_001:
            found.append(f"half of the settings: {said}")
    if (folder / "out" / "out.json").read_bytes() not in versions:
        found.append("half of an export")
    return found


def litter(folder: Path) -> list[str]:
    """What is left beside the files, after the next start and the next export."""
    load_settings(folder / "settings" / "settings.json")
    export(folder / "one.yaml", folder / "out" / "out.json")
    known = {"settings.json", "out.json"}
    places = [one for sub in ("settings", "out") for one in (folder / sub).glob("*")]
    return [one.name for one in places if one.name not in known]


def kill(times: int, seed: int = 1) -> list[str]:
    """Kill so often; all that went wrong."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        versions = prepare(folder)
        found, parts = [], 0
        for _ in range(times):
            kill_once(folder, dice.uniform(0, LONGEST))
            parts += len(list(folder.glob("*/.briefing-*")))
            found += problems(folder, versions)
        found += [f"litter: {name}" for name in litter(folder)]
    print(f"{times} kills, {parts} of them in the midst of a file, {len(found)} problems")
    return found


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kills")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(argv)
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    found = kill(given.times, given.seed)
    for deed in ("update", "accept"):
        count = 0
        wrong: list[str] = []
        for sweep in [NUMBERS] if given.times < MANY else [(one,) for one in ALL_NUMBERS]:
            failed, problems_ = author_faults(deed, sweep)
            count, wrong = count + failed, wrong + problems_
        print(f"{deed}: {count} calls failed, {len(wrong)} problems")
        found += wrong
        # After the faults: the copies of this process have read by then what an update reads.
        found += author_kills(deed, given.times, given.seed)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
