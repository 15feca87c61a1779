import sys

import pytest

from viewer.platform import (
    PARTS,
    glibc_here,
    glibc_needed,
    installed_version,
    is_glibc_short,
    is_sound_pair,
    pyside_version,
    versions,
)


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


@pytest.mark.parametrize(
    ("machine", "here", "short"),
    [
        ("x86_64", (2, 31), True),
        ("x86_64", (2, 34), False),
        ("aarch64", (2, 36), True),
        ("aarch64", (2, 39), False),
        ("x86_64", (3, 0), False),
        ("x86_64", None, True),  # another C library
        ("riscv64", (2, 31), False),  # nothing is known of its wheels
    ],
)
def test_a_glibc_that_the_wheels_of_qt_cannot_use_is_known(
    machine: str, here: tuple[int, int] | None, *, short: bool
) -> None:
    assert is_glibc_short(glibc_needed("linux", machine), here) is short
    assert glibc_needed("win32", machine) is None


@pytest.mark.parametrize(
    ("answer", "version"), [("glibc 2.36", (2, 36)), ("glibc 2.9", (2, 9)), (None, None)]
)
def test_the_version_of_glibc_is_read(answer: str | None, version: tuple[int, int] | None) -> None:
    assert glibc_here(lambda _: answer) == version


def test_a_c_library_that_does_not_know_the_question_is_no_glibc() -> None:
    def unknown(_: str) -> str:
        raise ValueError("unrecognized configuration name")

    assert glibc_here(unknown) is None


@pytest.mark.parametrize(("here", "line"), [((2, 31), "2.34 2.31\n"), ((2, 36), "")])
def test_the_setup_is_told_of_a_glibc_that_is_too_old_and_of_no_other(
    here: tuple[int, int],
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(versions, "glibc_needed", lambda: (2, 34))
    monkeypatch.setattr(versions, "glibc_here", lambda: here)
    versions.main()
    assert capsys.readouterr().out == line
