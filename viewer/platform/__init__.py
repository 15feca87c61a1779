"""What the machine under the program is: Python and Qt, system libraries, displays. No Qt here."""

from viewer.platform.display import Display, display_of
from viewer.platform.input_method import input_method_for
from viewer.platform.libraries import LIBRARIES, Library, install_line, missing_libraries
from viewer.platform.preflight import Machine, preflight, unsound_pair
from viewer.platform.qt import load_qt
from viewer.platform.versions import (
    PARTS,
    TESTED,
    dotted,
    glibc_here,
    glibc_needed,
    installed_version,
    is_glibc_short,
    is_sound_pair,
    is_tested_pair,
    pyside_version,
)

__all__ = [
    "LIBRARIES",
    "PARTS",
    "TESTED",
    "Display",
    "Library",
    "Machine",
    "display_of",
    "dotted",
    "glibc_here",
    "glibc_needed",
    "input_method_for",
    "install_line",
    "installed_version",
    "is_glibc_short",
    "is_sound_pair",
    "is_tested_pair",
    "load_qt",
    "missing_libraries",
    "preflight",
    "pyside_version",
    "unsound_pair",
]
