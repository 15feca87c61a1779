"""A first draft mended by hand: `python -m tests.first_edit [--show FOLDER]`.

The real window on a display of its own (Xvfb, a window manager), with the keys and the mouse of
xdotool and nothing else: twelve planted faults are mended without a text editor, then everything
is undone and done again. What is where on the screen is looked up in the window, as eyes do; what
is done there goes through the display. With `--show` each step leaves a picture (ImageMagick).

Ends with 0 when the file is mended, with 1 when it is not, with 2 when a program is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

NEEDED = ("Xvfb", "xdotool", "openbox")
SIZE = "1440x900x24"

FAULTY = """\
briefing: 1
title: 草稿
sections:
  - id: one
    title: 导语
    passage: |
      前三季度水库蓄水 5.6 亿立方米，同比增长 7.1%，发电 38 亿千瓦时，其中夜间 13 亿千瓦时。第 4 页

      修缮渠道 62 公里，停用泵站不超过 5 座，更换闸门 19 扇。全年巡查 240 次。
    metrics:
      - {id: water, label: 前三季度, value: 6.5亿, unit: 立方米, cite: 水库蓄水 5.6 亿立方米}
      - {id: growth, label: 增长, value: 7.1, unit: "%", kind: change, cite: 同比增长 7.1%}
      - {id: power, label: 发电量, value: 38亿, unit: 千瓦时, cite: 发电 38 亿千瓦时}
      - {id: night, label: 夜间发电量, value: 13亿, unit: 千瓦时, cite: 夜间 13 亿千瓦时}
      - {id: page, label: 页, value: 4, unit: 页, cite: 第 4 页}
      - {id: canals, label: 修缮渠道, value: 62, unit: 公里, review: 单位存疑,
         cite: 修缮渠道 62 公里}
      - {id: pumps, label: 停用泵站, value: 5, unit: 座, qualifier: at_most, review: 单位存疑,
         cite: 停用泵站不超过 5 座}
      - {id: rounds, label: 巡查, value: 240, unit: 次, cite: 全年巡查 240 次}
    charts:
      - {title: 其他, metrics: [night, rounds]}
      - {title: 图, metrics: [power, canals]}
"""


def main(words: Sequence[str]) -> int:
    """Bring up a display and mend the file on it."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print("first_edit: missing", *missing, file=sys.stderr)
        return 2
    show = words[words.index("--show") + 1] if "--show" in words else ""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        display = stack.enter_context(_display())
        inside = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "FIRST_EDIT_SHOW": show,
            **{f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "STATE", "DATA")},
        }
        inside.pop("WAYLAND_DISPLAY", None)
        stack.enter_context(_running(["openbox"], inside))
        file = folder / "draft.yaml"
        file.write_text(FAULTY, encoding="utf-8")
        command = [sys.executable, "-m", "tests.first_edit", "--inside", str(file)]
        return subprocess.run(command, env=inside, timeout=300, check=False).returncode


@contextmanager
def _display() -> Iterator[str]:
    """A display of its own, by its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _running(command: Sequence[str], environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def inside(file: str) -> int:
    """Start the program on the file and mend it, on the display that is there."""
    from tests.driven import drive
    from tests.first_edit_deed import mended

    return drive(lambda: mended(Path(file)), "--language", "zh_CN", file)


if __name__ == "__main__":
    told = sys.argv[1:]
    sys.exit(inside(told[1]) if told[:1] == ["--inside"] else main(told))
