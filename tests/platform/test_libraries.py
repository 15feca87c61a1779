import ctypes
import os
from pathlib import Path

import pytest

from viewer.platform import LIBRARIES, install_line, libraries, missing_libraries
from viewer.platform.libraries import can_load, load_bundled, main


def test_every_library_stands_once() -> None:
    names = [row.soname for row in LIBRARIES]
    assert len(set(names)) == len(names)


def test_what_the_loader_does_not_find_is_missing() -> None:
    gone = {"libxcb-cursor.so.0", "libwayland-client.so.0", "libGL.so.1"}
    assert {row.soname for row in missing_libraries("xcb", lambda name: name not in gone)} == {
        "libxcb-cursor.so.0",
        "libGL.so.1",
    }
    offscreen = missing_libraries("offscreen", lambda name: name not in gone)
    assert [row.package for row in offscreen] == ["libgl1"]


def test_the_loader_is_asked_and_no_list_of_packages() -> None:
    assert not can_load("libno-such-thing.so.9")
    assert can_load("libc.so.6") or os.name == "nt" or not os.path.exists("/lib")  # noqa: PTH110


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was loaded, on a system that has `libold.so` alone."""
    done: list[str] = []

    def load(name: str, mode: int = 0) -> None:
        if os.path.isabs(name) or name == "libold.so":  # noqa: PTH117
            done.append(name)
        else:
            raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", load)
    return done


def test_of_a_bundle_only_what_the_system_lacks_is_loaded_in_its_order(
    tmp_path: Path, loaded: list[str]
) -> None:
    folder = tmp_path / "lib"
    folder.mkdir()
    (folder / "order.txt").write_text("libnew.so\nlibold.so\nlibafter.so\n", "utf-8")
    load_bundled(tmp_path)
    assert loaded == [str(folder / "libnew.so"), "libold.so", str(folder / "libafter.so")]


@pytest.mark.parametrize("system_has_one", [False, True])
def test_a_system_that_lists_no_faces_gets_the_list_of_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, system_has_one: bool
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    monkeypatch.setattr(libraries, "FACES_OF_THE_SYSTEM", tmp_path / "of the system.conf")
    faces = tmp_path / "lib" / "fonts.conf"
    faces.parent.mkdir()
    faces.write_text("<fontconfig/>", "utf-8")
    if system_has_one:
        libraries.FACES_OF_THE_SYSTEM.write_text("<fontconfig/>", "utf-8")
    load_bundled(tmp_path)
    assert os.environ.pop("FONTCONFIG_FILE", None) == (None if system_has_one else str(faces))


def test_without_a_bundle_or_its_list_nothing_is_loaded(tmp_path: Path, loaded: list[str]) -> None:
    load_bundled()
    load_bundled(tmp_path)
    assert loaded == []


def test_the_line_names_each_package_once_and_asks_for_root(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    glib = missing_libraries("offscreen", lambda name: "glib" not in name and "gth" not in name)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert install_line(glib) == "sudo apt-get install -y libglib2.0-0"
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert install_line(glib) == "apt-get install -y libglib2.0-0"


def test_the_script_gets_the_packages_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    said = capsys.readouterr().out
    assert said.count("\n") <= 1
    assert set(said.split()) <= {row.package for row in LIBRARIES}
