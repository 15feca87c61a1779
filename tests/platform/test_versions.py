import sys

import pytest

from viewer.platform import PARTS, installed_version, is_sound_pair, pyside_version


@pytest.mark.parametrize(
    ("python", "pyside", "sound"),
    [
        ((3, 11, 7), "6.12.0", False),
        ((3, 11, 0), "6.11.3", True),
        ((3, 11, 0), "6.12.1", True),
        ((3, 12, 0), "6.12.0", True),
        ((3, 13, 1), "6.12.0", True),
    ],
)
def test_the_pair_that_aborts_is_known(
    python: tuple[int, ...], pyside: str, *, sound: bool
) -> None:
    assert is_sound_pair(python, pyside) is sound


def test_the_version_of_qt_is_read_without_importing_it() -> None:
    import PySide6

    assert pyside_version() == PySide6.__version__ == installed_version("PySide6-Essentials")


def test_no_qt_is_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.platform.versions.find_spec", lambda _: None)
    assert pyside_version() is None


def test_all_parts_of_the_program_are_installed() -> None:
    assert [part for part in PARTS if installed_version(part) is None] == []
    assert installed_version("no-such-part-of-it") is None


def test_calls_into_qt_keep_the_count_of_none(qapp: object) -> None:
    """The canary: on a bad pair each call drops a reference to None, and at 0 Python aborts."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        thing.setObjectName("canary")
    # From Python 3.12 on None is immortal and its count stands still.
    assert abs(sys.getrefcount(None) - before) < 100
