"""Fuzzes the program with atheris: `python -m tests.fuzz --runs 1000000 [--target NAME] [--keep]`.

Each target is fed by inputs that reach ever more of the code, from its corpus on. What comes out
must be a briefing, an Issue or a ViewerError; anything else ends the target, and its input is
printed as a line for the corpus. Ends with 1 if there was one. The libraries are in the dependency
group `fuzz`.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.seeds import seeds, to_line, write_seeds
from tests.fuzz.targets import TARGETS, Target

ROOT = Path(__file__).resolve().parents[2]
SLOWEST = 20
"""Seconds that one small input may take on a busy machine."""
KEPT = 120
"""How many inputs are kept for the next time, the shortest first."""
ENV = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one target: inputs run, seconds, edges of bytecode reached, and what broke."""

    runs: int
    seconds: float
    edges: int
    covered: str
    broken: tuple[bytes, ...]


def fuzz(target: Target, runs: int, work: Path) -> Outcome:
    """Run one target in a process of its own."""
    corpus, first, broken = work / "corpus", work / "seeds", work / "broken"
    for folder in (corpus, first, broken):
        folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(target)):
        (first / f"{number:04d}").write_bytes(data)
    flags = (f"-runs={runs}", f"-max_len={target.longest}", f"-timeout={SLOWEST}")
    more = ("-print_final_stats=1", "-rss_limit_mb=3000", f"-artifact_prefix={broken}/")
    command = [sys.executable, "-m", "tests.fuzz.run", target.name, *flags, *more]
    begin = time.monotonic()
    done = subprocess.run(
        [*command, str(corpus), str(first)],
        env=ENV,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    seconds = time.monotonic() - begin
    if done.returncode:
        print(done.stdout[-3000:], done.stderr[-3000:], sep="\n", flush=True)
    edges = [int(found) for found in re.findall(r"cov: (\d+)", done.stderr)]
    counted = re.findall(r"number_of_executed_units: +(\d+)", done.stderr)
    ran = int(counted[-1]) if counted else 0
    found = tuple(file.read_bytes() for file in sorted(broken.iterdir()))
    if done.returncode and not found:
        raise SystemExit(f"{target.name} ended with {done.returncode}")
    covered = "" if found else _covered(target, corpus, work)
    return Outcome(ran, seconds, max(edges, default=0), covered, found)


def _covered(target: Target, corpus: Path, work: Path) -> str:
    """How much of the target's packages the inputs reach, lines and branches."""
    coverage = [sys.executable, "-m", "coverage"]
    data = f"--data-file={work / 'coverage'}"
    replay = ["-m", "tests.fuzz.replay", target.name, str(corpus)]
    source = f"--source={','.join(target.packages)}"
    run = [*coverage, "run", "--branch", data, source, *replay]
    subprocess.run(run, env=ENV, check=True, cwd=ROOT)
    report = [*coverage, "report", data, "--format=total"]
    told = subprocess.run(report, env=ENV, capture_output=True, text=True, check=True, cwd=ROOT)
    return f"{told.stdout.strip()} % of {', '.join(target.packages)}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--runs", type=int, default=100_000, help="inputs over all targets")
    parser.add_argument("--target", choices=[target.name for target in TARGETS], action="append")
    parser.add_argument("--keep", action="store_true", help="keep what was found in the corpus")
    given = parser.parse_args()
    chosen = [one for one in TARGETS if not given.target or one.name in given.target]
    whole = sum(target.share for target in chosen)
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for target in chosen:
            work = Path(folder) / target.name
            outcome = fuzz(target, -(-given.runs * target.share // whole), work)
            outcomes.append(outcome)
            _tell(target, outcome)
            if given.keep and not outcome.broken:
                _keep(target, work / "corpus")
    broken = sum(len(outcome.broken) for outcome in outcomes)
    runs, seconds = sum(o.runs for o in outcomes), sum(o.seconds for o in outcomes)
    print(f"{runs:,} inputs in {seconds:,.0f} s, {broken} broken")
    return 1 if broken else 0


def _tell(target: Target, outcome: Outcome) -> None:
    for data in outcome.broken:
        print(f"{target.name} broke on: {to_line(data)}")
    said = f"{outcome.runs:,} inputs, {outcome.seconds:.0f} s, {outcome.edges:,} edges"
    print(f"{target.name}: {said}; {outcome.covered}", flush=True)


def _keep(target: Target, corpus: Path) -> None:
    """Add the shortest inputs that reached something new to those of the repository."""
    found = sorted((file.read_bytes() for file in corpus.iterdir()), key=len)
    own = Target(target.name, target.run, target.share, target.longest, target.packages)
    write_seeds(target, [*seeds(own), *found[:KEPT]])


if __name__ == "__main__":
    sys.exit(main())
