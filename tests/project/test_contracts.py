import subprocess
import sys
from pathlib import Path


def test_imports_run_down_the_floors(root: Path) -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [tool, "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout[-3_000:]
