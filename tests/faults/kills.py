"""Kills a writing program at random moments: `python -m tests.faults.kills [--times 200]`.

The program saves its settings and exports a briefing, again and again, two versions of each by
turns. Killed, each file must be the one version or the other, whole; and what a killed program left
half done must be gone after the next start. Ends with 1 where it is not so.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from viewer.cli import main as viewer
from viewer.resources import bundled
from viewer.settings import load_settings
from viewer.start_options import SAMPLE

ROOT = Path(__file__).resolve().parents[2]
ENV = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1600000000"}
LONGEST = 0.12
"""Seconds of writing before a kill, at most: some hundred files."""
ZOOMS = (1.25, 3.5)
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


def export(source: Path, target: Path) -> None:
    """An export, by its command."""
    stdout, sys.stdout = sys.stdout, open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    try:
        assert viewer(["export", str(source), "-o", str(target), "--overwrite"]) == 0
    finally:
        sys.stdout.close()
        sys.stdout = stdout


def export_apart(source: Path, target: Path) -> None:
    """The same in a process of its own, of the time that the killed ones have."""
    command = ["-m", "viewer.cli", "export", str(source), "-o", str(target), "--overwrite"]
    subprocess.run([sys.executable, *command], env=ENV, stdout=subprocess.DEVNULL, check=True)


def prepare(folder: Path) -> set[bytes]:
    """The two briefings, and both versions of the export that may be found."""
    (folder / "out").mkdir()
    versions = set()
    text = bundled(SAMPLE).read_text("utf-8")
    for name, title in (("one.yaml", "甲"), ("two.yaml", "乙乙")):
        kept = text.replace("title: ", f"title: {title}", 1)
        (folder / name).write_text(kept, "utf-8")
        export_apart(folder / name, folder / "out" / "out.json")
        versions.add((folder / "out" / "out.json").read_bytes())
    assert len(versions) == 2
    return versions


def kill_once(folder: Path, after: float) -> None:
    """Start the program, and kill it so long after it has begun to write."""
    command = [sys.executable, "-m", "tests.faults.kills", "--inside", str(folder)]
    writer = subprocess.Popen(command, env=ENV, stdout=subprocess.PIPE, cwd=ROOT)
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"begun\n"
    time.sleep(after)
    writer.kill()
    writer.wait()
    writer.stdout.close()


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


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kills")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = kill(given.times, given.seed)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        write_for_ever(Path(sys.argv[2]))
    sys.exit(main())
