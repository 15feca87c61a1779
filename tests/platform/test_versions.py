import platform
import sys
from pathlib import Path

import pytest

from viewer.platform import (
    PARTS,
    TESTED,
    glibc_here,
    glibc_needed,
    installed_version,
    is_glibc_short,
    is_sound_pair,
    pyside_version,
    versions,
)
from viewer.platform.versions import FLOOR, glibc_of, is_for_python, newest_for, numbers


@pytest.mark.parametrize(
    ("python", "pyside", "sound"),
    [
        ((3, 11, 7), "6.12.0", False),
        ((3, 11, 0), "6.11.3", True),
        ((3, 11, 0), "6.12.1", True),
        ((3, 12, 0), "6.12.0", True),
        ((3, 13, 1), "6.12.0", True),
        ((3, 11, 0), "6.8.0.2", True),
        ((3, 11, 0), "6.8.0.1", False),
        ((3, 11, 0), "6.7.3", False),
        ((3, 11, 0), "6.13.0a1", True),
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


def test_a_part_that_does_not_say_its_version_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mute-1.dist-info").mkdir()
    (tmp_path / "mute-1.dist-info" / "METADATA").write_text("Name: mute\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert installed_version("mute") is None


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
        ("x86_64", (2, 27), True),
        ("x86_64", (2, 28), False),
        ("aarch64", (2, 30), True),
        ("aarch64", (2, 31), False),
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


@pytest.mark.parametrize(
    ("pyside", "machine", "glibc"),
    [
        ("6.8.0.2", "x86_64", (2, 28)),
        ("6.8.0.2", "aarch64", (2, 31)),
        ("6.8.1", "aarch64", (2, 39)),
        ("6.9.3", "x86_64", (2, 28)),
        ("6.10.0", "x86_64", (2, 34)),
        ("7.1", "x86_64", (2, 34)),
        ("6.8.0.2", "riscv64", None),
    ],
)
def test_the_glibc_of_each_line_of_wheels_is_known(
    pyside: str, machine: str, glibc: tuple[int, int] | None
) -> None:
    assert glibc_of(pyside, machine) == glibc


@pytest.mark.parametrize(
    ("here", "machine", "pyside"),
    [
        ((2, 36), "x86_64", "6.11.3"),
        ((2, 31), "x86_64", "6.9.3"),
        ((2, 36), "aarch64", "6.8.0.2"),
        ((2, 27), "x86_64", None),
        (None, "x86_64", None),
    ],
)
def test_the_newest_tested_qt_that_a_glibc_takes_is_chosen(
    here: tuple[int, int] | None, machine: str, pyside: str | None
) -> None:
    assert newest_for((3, 11), here, machine) == pyside
    assert newest_for((3, 99), here, machine) is None


@pytest.mark.parametrize(
    ("pyside", "python", "fits"),
    [
        ("6.8.0.2", (3, 13, 0), True),
        ("6.8.0.2", (3, 14, 8), False),
        ("6.10.0", (3, 14), False),
        ("6.10.1", (3, 14), True),
        ("6.12.0", (3, 14), True),
        ("6.12.0", (3, 15), False),
        ("6.7.3", (3, 11), False),
    ],
)
def test_the_newest_python_of_each_line_of_wheels_is_known(
    pyside: str, python: tuple[int, ...], *, fits: bool
) -> None:
    assert is_for_python(pyside, python) is fits


def test_tested_pairs_are_sound_and_in_order() -> None:
    for python, versions_of in TESTED.items():
        assert all(is_sound_pair((*python, 0), one) for one in versions_of)
        assert all(is_for_python(one, python) for one in versions_of)
        assert list(versions_of) == sorted(versions_of, key=numbers)
        assert numbers(versions_of[0]) >= numbers(FLOOR)


@pytest.mark.parametrize(
    ("here", "line"),
    [
        ((2, 27), "short 2.28 2.27\n"),
        ((2, 31), "older 6.9.3\n"),
        ((2, 36), ""),
    ],
)
def test_the_setup_is_told_what_this_glibc_takes(
    here: tuple[int, int],
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "version_info", (3, 11, 4))
    monkeypatch.setattr(versions, "glibc_here", lambda: here)
    monkeypatch.setattr(versions, "glibc_needed", lambda: (2, 28))
    versions.main()
    assert capsys.readouterr().out == line
