"""Measures the window against bare ones, in turn, and prints a table: `python -m tests.bench`.

Wants a quiet machine. On Linux without a display it measures on the offscreen platform.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.large import write_large

RUNS = 7
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "shandong-2020.yaml"
REPORT = ROOT / "data" / "shandong-2020.txt"


def child(module: str, *args: str) -> dict[str, float]:
    """What a child process printed, its moments in seconds since it was started."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # a reader's Python keeps what it compiled
    with tempfile.TemporaryDirectory() as person:
        env["XDG_CONFIG_HOME"] = env["XDG_STATE_HOME"] = person
        begin = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", module, *args],
            env=env,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    try:
        said = json.loads(done.stdout.strip().splitlines()[-1])
    except (IndexError, json.JSONDecodeError):
        raise SystemExit(f"{module} {args}: {done.stderr}") from None
    return {k: v - begin if k in ("text", "charts") else v for k, v in said.items()}


def median(rows: list[dict[str, float]], key: str) -> float:
    return statistics.median(row[key] for row in rows)


def main() -> None:
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: dict[str, list[dict[str, float]]] = {"text": [], "chart": [], "ours": []}
    for _ in range(RUNS):
        rows["text"].append(child("tests.bench.bare", "text", str(REPORT)))
        rows["chart"].append(child("tests.bench.bare", "chart", str(REPORT)))
        rows["ours"].append(child("tests.bench.ours", "work", str(SAMPLE)))
    with tempfile.TemporaryDirectory() as folder:
        large = write_large(Path(folder) / "large.yaml")
        size = large.stat().st_size / 1e6
        big = [child("tests.bench.ours", "start", str(large)) for _ in range(RUNS)]
    show(rows, big, size)


def show(rows: dict[str, list[dict[str, float]]], big: list[dict[str, float]], size: float) -> None:
    ours, text, chart = rows["ours"], rows["text"], rows["chart"]
    table = [
        _ratio("first readable paint / bare window with the text", ours, text, "text", 1.5),
        _ratio("charts complete / bare window with one chart", ours, chart, "charts", 1.2),
        _ratio("memory / bare window with one chart", ours, chart, "rss", 1.25),
        _plain("section switch, p95", median(ours, "switch") * 1e3, "ms", 33),
        _plain("selection to both panes, p95", median(ours, "selection") * 1e3, "ms", 16),
        _plain(f"{size:.1f} MB: first section readable", median(big, "text"), "s", 1.5),
        _plain(f"{size:.1f} MB: longest gap while it loads", median(big, "gap") * 1e3, "ms", 100),
    ]
    where = os.environ.get("QT_QPA_PLATFORM") or "the display"
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()},")
    print(f"{platform.system()}, drawn on {where}; medians of {RUNS} runs\n")
    print("| what | measured | goal |")
    print("| --- | --- | --- |")
    print("\n".join(table))


def _ratio(
    what: str,
    ours: list[dict[str, float]],
    bare: list[dict[str, float]],
    key: str,
    goal: float,
) -> str:
    mine, theirs = median(ours, key), median(bare, key)
    unit = "MB" if key == "rss" else "s"
    digits = 0 if key == "rss" else 2
    said = f"{mine / theirs:.2f} ({mine:.{digits}f} / {theirs:.{digits}f} {unit})"
    return f"| {what} | {said} | {goal} |"


def _plain(what: str, value: float, unit: str, goal: float) -> str:
    return f"| {what} | {value:.{2 if unit == 's' else 1}f} {unit} | {goal} {unit} |"


if __name__ == "__main__":
    main()
