import subprocess
import sys

COLLECT = """
import gc
gc.disable()
from viewer.desktop import collect_garbage
assert not gc.isenabled()
collect_garbage()
assert gc.isenabled() and gc.get_freeze_count() > 1000
"""


def test_garbage_is_looked_for_again_but_not_in_what_the_start_has_made() -> None:
    code = [sys.executable, "-c", COLLECT]
    done = subprocess.run(code, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
