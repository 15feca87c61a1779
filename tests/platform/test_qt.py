import subprocess
import sys

LOAD = """
import builtins, linecache, sys
plain = builtins.__import__
from viewer.platform import load_qt
load_qt()
assert "PySide6.QtWidgets" in sys.modules
assert builtins.__import__ is plain
import wave
assert wave.__file__ not in linecache.cache
from PySide6.QtCore import QSize, Qt
assert QSize(1, 2).height() == 2 and Qt.Orientation.Horizontal
"""


def test_no_source_is_read_of_what_is_imported_after_qt() -> None:
    done = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
