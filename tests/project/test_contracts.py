import os
import subprocess
import sys
from pathlib import Path


def test_imports_run_down_the_floors(root: Path) -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [tool, "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout[-3_000:]


def test_a_command_loads_neither_qt_nor_the_charts(root: Path) -> None:
    run = (
        "import sys; from viewer.cli import main;"
        "code = main(['check', 'data/shandong-2020.yaml']);"
        "print(code, [n for n in ('PySide6', 'pyqtgraph', 'numpy') if n in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", run],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.splitlines()[-1] == "0 []"
