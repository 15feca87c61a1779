"""Bundles and kits: what they hold, the same bytes each time, one line for what stops them."""

from __future__ import annotations

import argparse
import errno
import hashlib
import io
import json
import lzma
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "resources" / "packaging"
sys.path.insert(0, str(PACKAGING))

import archives  # noqa: E402
import bundle  # noqa: E402
import command  # noqa: E402
import debian  # noqa: E402
import elf  # noqa: E402
import install  # noqa: E402
import keep  # noqa: E402
import kit  # noqa: E402
import libraries  # noqa: E402
import licences  # noqa: E402
import release  # noqa: E402
import sbom  # noqa: E402
import wheels  # noqa: E402
from pip_settings import constraints  # noqa: E402

from viewer import __version__  # noqa: E402
from viewer.resources import BUNDLE_MARK  # noqa: E402


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "一个 folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "字.txt").write_text("words\n", encoding="utf-8")
    (folder / "start").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "start").chmod(0o700)
    return folder


def test_an_archive_is_the_same_whenever_it_is_made(tree: Path, tmp_path: Path) -> None:
    made = [tmp_path / "1.tar.xz", tmp_path / "2.tar.xz"]
    for target in made:
        archives.write_tar(target, {"name-1": tree})
        os.utime(tree / "start", (1e9, 1e9))
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as read:
        assert read.getnames() == ["name-1", "name-1/inner", "name-1/inner/字.txt", "name-1/start"]
        assert read.getmember("name-1/start").mode == 0o755
        assert {(one.uid, one.uname) for one in read} == {(0, "root")}


def test_a_debian_package_is_one_that_dpkg_reads(tree: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.deb"
    control = (
        b"Package: a\nVersion: 1\nArchitecture: all\nMaintainer: a <a@a.invalid>\nDescription: a\n"
    )
    archives.write_deb(target, {"control": control, "preinst": b"#!/bin/sh\n"}, {"./opt/a": tree})
    members = _members(target.read_bytes())
    assert list(members) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    with tarfile.open(fileobj=io.BytesIO(members["data.tar.xz"])) as data:
        assert "./opt/a/inner/字.txt" in data.getnames()
    with tarfile.open(fileobj=io.BytesIO(members["control.tar.xz"])) as read:
        assert read.getmember("./preinst").mode == 0o755


def test_a_debian_package_holds_no_header_that_dpkg_refuses(tmp_path: Path) -> None:
    """dpkg knows names longer than a header, or beyond ASCII, in the way of GNU only."""
    folder = tmp_path / "tree"
    name = "部分 " + "n" * 120
    (folder / name).mkdir(parents=True)
    (folder / name / "file").write_text("", "utf-8")
    target = tmp_path / "a.deb"
    archives.write_deb(target, {"control": b"Package: a\n"}, {"./opt/a": folder})
    raw = lzma.decompress(_members(target.read_bytes())["data.tar.xz"])
    kinds, at = set(), 0
    while raw[at : at + 512].strip(b"\0"):
        kinds.add(raw[at + 156 : at + 157])
        at += 512 + (int(raw[at + 124 : at + 135], 8) + 511) // 512 * 512
    assert kinds == {b"0", b"5", b"L"}
    assert name.encode() in raw


def _members(data: bytes) -> dict[str, bytes]:
    assert data.startswith(b"!<arch>\n")
    found, at = {}, 8
    while at < len(data):
        size = int(data[at + 48 : at + 58])
        found[data[at : at + 16].decode().strip()] = data[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="the format of Linux")
def test_a_library_tells_its_name_its_needs_and_its_glibc() -> None:
    import _ctypes

    read = elf.read_elf(Path(_ctypes.__file__))
    assert any(name.startswith("libc.so") for name in read.needed)
    assert (2, 0) < read.glibc < (3, 0)
    assert not elf.is_elf(Path(__file__))


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtQuick.abi3.so", False),
        ("PySide6/scripts/project.py", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),  # libraries come by need
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("numpy/_core/numeric.py", True),
        ("numpy/_core/tests/test_api.py", False),
        ("pyqtgraph/examples/Plotting.py", False),
        ("viewer/resources/locale/zh_CN.mo", True),
    ],
)
def test_of_the_parts_only_what_the_program_asks_for_is_kept(path: str, *, kept: bool) -> None:
    assert keep.is_kept(path) is kept


@pytest.mark.parametrize("head", ["", "# licence\nfrom __future__ import annotations\n"])
def test_libraries_of_the_bundle_are_loaded_before_any_part_of_qt(head: str) -> None:
    made = bundle.with_prelude(f"{head}from shiboken6 import Shiboken\n")
    assert made.index("_load_bundled()") < made.index("import Shiboken")
    compile(made, "PySide6", "exec")


def test_every_module_of_qt_that_the_program_imports_is_kept() -> None:
    imported = {
        word.rstrip(",")
        for module in (ROOT / "viewer").rglob("*.py")
        for line in module.read_text("utf-8").splitlines()
        if line.lstrip().startswith(("from PySide6.", "import PySide6."))
        for word in [line.split()[1].removeprefix("PySide6.")]
    }
    assert imported <= set(keep.QT_MODULES)


def test_a_wheel_is_unpacked_with_its_libraries_and_without_its_scripts(tmp_path: Path) -> None:
    wheel = tmp_path / "a-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        for name in ("a/b.py", "a-1.data/platlib/a/c.so", "a-1.data/scripts/run", "a/no.py"):
            packed.writestr(name, name)
    left = wheels.unpack(wheel, tmp_path / "site", lambda name: name != "a/no.py")
    files = {
        one.relative_to(tmp_path / "site").as_posix() for one in (tmp_path / "site").rglob("*.*")
    }
    assert files == {"a/b.py", "a/c.so"}
    assert left == ["a/no.py"]


def test_qt_of_a_kind_of_machine_takes_the_place_of_the_pinned_one() -> None:
    target = wheels.TARGETS["linux-aarch64"]
    asked = wheels.requirements("3.12", target)
    assert [line for line in asked if "PySide6" in line] == [f"PySide6-Essentials=={target.qt}"]
    assert not [line for line in asked if ";" in line]
    pins = constraints(target.qt)
    assert f"shiboken6=={target.qt}" in pins
    assert len([pin for pin in pins if pin.startswith("PySide6")]) == 1


def test_a_glibc_takes_the_wheels_of_every_older_one() -> None:
    tags = wheels.manylinux("x86_64", 28)
    assert tags[0] == "manylinux_2_28_x86_64"
    assert "manylinux_2_17_x86_64" in tags
    assert "manylinux_2_31_x86_64" not in tags


@pytest.mark.parametrize(
    ("name", "glibc", "newest"),
    [
        ("linux-x86_64", (2, 28), "manylinux_2_28_x86_64"),
        ("linux-aarch64", (2, 31), "manylinux_2_31_aarch64"),
    ],
)
def test_a_linux_is_as_old_as_the_wheels_of_its_qt_allow(
    name: str, glibc: tuple[int, int], newest: str
) -> None:
    target = wheels.TARGETS[name]
    assert (target.glibc, target.platforms[0]) == (glibc, newest)
    assert target.least == f"glibc {glibc[0]}.{glibc[1]}"


def test_libraries_come_after_those_that_they_need(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs = {"a.so": ("b.so", "libc.so.6"), "b.so": ("c.so",), "c.so": ("b.so",)}
    root = tmp_path / "usr" / "lib"
    root.mkdir(parents=True)
    for name in needs:
        (root / name).write_bytes(elf.MAGIC)
    monkeypatch.setattr(libraries, "read_elf", lambda path: elf.Elf("", needs[path.name], (2, 1)))
    order = libraries.collect(["a.so"], tmp_path, tmp_path / "lib")
    assert order == ["c.so", "b.so", "a.so"]
    with pytest.raises(wheels.StopError, match=r"no z\.so"):
        libraries.collect(["z.so"], tmp_path, tmp_path / "lib")


def test_a_bundle_that_runs_is_not_replaced(tmp_path: Path) -> None:
    old, new = tmp_path / "旧 bundle", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "version").write_text(folder.name, encoding="utf-8")
    processes = tmp_path / "proc" / "77"
    processes.mkdir(parents=True)
    (processes / "exe").symlink_to(old / "python")
    assert bundle.running_from(old, tmp_path / "proc") == [77]
    assert bundle.running_from(new, tmp_path / "proc") == []
    bundle.replace(new, old)
    assert (old / "version").read_text("utf-8") == "new"


def test_a_bundle_that_runs_is_told_before_another_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "wheels"
    given.mkdir()
    for name in ("briefing_viewer-9.1-py3-none-any", "pyside6_essentials-6-py3-none-any"):
        (given / f"{name}.whl").write_bytes(b"")
    monkeypatch.setattr(bundle, "running_from", lambda _: [77])
    monkeypatch.setattr(bundle, "check_space", lambda _: None)
    asked = argparse.Namespace(out=tmp_path, wheels=given, python=tmp_path, libraries=tmp_path)
    with pytest.raises(wheels.StopError, match=r"9\.1-linux-x86_64 is running \(process 77\)"):
        bundle.make(asked)
    assert [one.name for one in tmp_path.iterdir()] == ["wheels"]


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (errno.ENOSPC, "no space"),
        (errno.EROFS, "cannot be written"),
        (errno.EACCES, "cannot be written"),
    ],
)
def test_a_disk_that_fails_is_one_line_with_the_place(number: int, word: str) -> None:
    error = OSError(number, os.strerror(number), "/盘 one/file")
    for said in (command.plain(error, Path("/x")), install.plain(error, Path("/盘 one/file"))):
        assert word in said
        assert "/盘 one/file" in said
        assert len(said.splitlines()) == 1


def test_the_folder_that_was_named_is_told_not_one_of_our_own_in_it() -> None:
    error = OSError(errno.EROFS, os.strerror(errno.EROFS), "/out/.making-abc/one")
    assert command.plain(error, Path("/out")).startswith("/out cannot be written.")


def test_a_disk_that_is_too_full_is_found_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(wheels.StopError, match="no space"):
        command.check_space(tmp_path, 10**18)


def test_the_package_is_not_replaced_while_it_runs(tmp_path: Path) -> None:
    script = tmp_path / "preinst"
    script.write_text(debian.NOT_WHILE_IT_RUNS.replace("/proc/", f"{tmp_path}/proc/"), "utf-8")
    process = tmp_path / "proc" / "12"
    process.mkdir(parents=True)
    run = ["sh", str(script)]
    assert subprocess.run(run, check=False).returncode == 0
    (process / "exe").symlink_to("/opt/briefing-viewer/python/bin/python3.11")
    told = subprocess.run(run, check=False, capture_output=True, text=True)
    assert told.returncode == 1
    assert told.stderr == "Briefing Viewer is running (process 12). Please close it first.\n"


@pytest.fixture
def a_kit(tmp_path: Path) -> Path:
    """A kit whose wheels are small files of other contents, unpacked."""
    given = tmp_path / "wheels"
    given.mkdir()
    for name in ("briefing_viewer-9.1-py3-none-any", "pip-1-py3-none-any", "numpy-2-cp311-cp311-a"):
        (given / f"{name}.whl").write_bytes(name.encode())
    made = [
        kit.make(wheels.TARGETS["windows-x86_64"], tmp_path / f"出 {n}", given, ("3.11",))
        for n in range(2)
    ]
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as packed:
        packed.extractall(tmp_path)
    return tmp_path / "briefing-viewer-9.1-windows-x86_64"


def test_a_kit_holds_wheels_with_their_hashes_an_installer_and_licences(a_kit: Path) -> None:
    names = {one.relative_to(a_kit).as_posix() for one in a_kit.rglob("*") if one.is_file()}
    assert {"install.cmd", "install.py", "README.txt", "LICENSE.txt", "SHA256SUMS"} <= names
    assert "licences/LGPL-3.0.txt" in names
    for line in (a_kit / "SHA256SUMS").read_text("utf-8").splitlines():
        expected, name = line.split("  ")
        assert hashlib.sha256((a_kit / name).read_bytes()).hexdigest() == expected
    assert len((a_kit / "install.cmd").read_text("utf-8").splitlines()) == 2


def test_a_kit_is_for_every_tested_python_that_its_qt_installs_on() -> None:
    assert kit.pythons_of(wheels.TARGETS["windows-x86_64"]) == ("3.11", "3.12", "3.13", "3.14")
    assert kit.pythons_of(wheels.TARGETS["linux-aarch64"]) == ("3.11", "3.12", "3.13")


def test_a_damaged_kit_is_not_installed(a_kit: Path) -> None:
    install.check_wheels(a_kit)
    (a_kit / "wheels" / "pip-1-py3-none-any.whl").write_bytes(b"other")
    with pytest.raises(install.StopError, match=r"pip-1\S* is damaged"):
        install.check_wheels(a_kit)


@pytest.mark.parametrize(("python", "fits"), [((3, 11), True), ((3, 14), False)])
def test_a_python_without_wheels_is_told_which_ones_there_are(
    a_kit: Path, python: tuple[int, int], *, fits: bool
) -> None:
    if fits:
        install.check_python(python, a_kit / "wheels")
        return
    with pytest.raises(install.StopError, match=r"Python 3\.11 to 3\.11 is needed, this is 3\.14"):
        install.check_python(python, a_kit / "wheels")


def test_the_installer_which_runs_alone_makes_the_mark_that_the_program_looks_for() -> None:
    assert install.MARK == BUNDLE_MARK


def test_an_installation_makes_room_of_its_own_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "程序 one"
    (folder / "portable").mkdir(parents=True)
    (folder / "portable" / "settings.json").write_text("{}", "utf-8")
    monkeypatch.setattr(install, "install", _installed)
    with pytest.raises(install.StopError, match="something else"):
        install.put(folder)
    (folder / install.MARK).write_text("{}", "utf-8")
    (folder / "old.txt").write_text("", "utf-8")
    install.put(folder)
    assert {one.name for one in folder.iterdir()} == {"portable", "app", install.MARK}
    assert (folder / "portable" / "settings.json").is_file()
    assert [one.name for one in tmp_path.iterdir()] == [folder.name]


def _installed(folder: Path) -> Path:
    (folder / "app").mkdir()
    return folder / "app"


def _cut_off(folder: Path) -> Path:
    _installed(folder)
    raise install.StopError("no space left")


def test_an_installation_that_fails_leaves_what_was_there_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "程序 one"
    monkeypatch.setattr(install, "install", _cut_off)
    with pytest.raises(install.StopError, match="no space"):
        install.put(folder)
    assert not folder.exists()
    (folder / "portable").mkdir(parents=True)
    for name in (install.MARK, "old.txt"):
        (folder / name).write_text(name, "utf-8")
    with pytest.raises(install.StopError, match="no space"):
        install.put(folder)
    assert {one.name for one in folder.iterdir()} == {"portable", "old.txt", install.MARK}
    assert (folder / install.MARK).read_text("utf-8") == install.MARK
    assert [one.name for one in tmp_path.iterdir()] == [folder.name]
    folder.rename(tmp_path / "程序 one.old")  # the power failed while it was aside
    monkeypatch.setattr(install, "install", _installed)
    install.put(folder)
    assert {one.name for one in folder.iterdir()} == {"portable", "app", install.MARK}
    assert [one.name for one in tmp_path.iterdir()] == [folder.name]


def test_a_disk_without_room_keeps_the_older_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / install.MARK).write_text("{}", "utf-8")
    monkeypatch.setattr(install, "NEED", 10**12)
    with pytest.raises(install.StopError, match="no space"):
        install.put(folder)
    assert (folder / install.MARK).is_file()


def test_an_installation_that_is_in_use_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / install.MARK).write_text("{}", "utf-8")
    monkeypatch.setattr(install, "is_running", lambda _: True)
    with pytest.raises(install.StopError, match="in use"):
        install.make_room(folder)
    assert (folder / install.MARK).is_file()


def test_the_bill_names_every_part_with_its_licence_and_hash() -> None:
    parts = [
        licences.Component("PySide6_Essentials", "6.9.3", "LGPL-3.0-only", "pypi"),
        licences.Component("libxcb1", "1.14-3", "see libxcb1.txt", "deb/debian"),
    ]
    said = sbom.sbom("9.1", parts, {"pyside6_essentials-6.9.3-cp39.whl": "ab" * 32})
    assert said == sbom.sbom("9.1", parts, {"pyside6_essentials-6.9.3-cp39.whl": "ab" * 32})
    bill = json.loads(said)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    qt, xcb = bill["components"]
    assert qt["purl"] == "pkg:pypi/pyside6-essentials@6.9.3"
    assert qt["hashes"] == [{"alg": "SHA-256", "content": "ab" * 32}]
    assert qt["licenses"] == [{"license": {"name": "LGPL-3.0-only"}}]
    assert xcb["purl"] == "pkg:deb/debian/libxcb1@1.14-3"


def test_the_table_of_licences_is_read_as_it_was_written(tmp_path: Path) -> None:
    rows = [
        licences.Component("numpy", "2.4", "BSD-3-Clause", "pypi"),
        licences.Component("Python", "3.11", "PSF-2.0", "generic"),
    ]
    (tmp_path / "README.txt").write_text(licences._table(rows), "utf-8")
    assert licences.components(tmp_path) == rows


def test_every_licence_text_of_a_wheel_is_taken_whatever_its_name(tmp_path: Path) -> None:
    info = tmp_path / "site" / "part-1.dist-info"
    texts = ("licenses/BSD-3-Clause.txt", "licenses/inner/zlib.ijg", "COPYING")
    for name in (*texts, "METADATA", "WHEEL"):
        (info / name).parent.mkdir(parents=True, exist_ok=True)
        (info / name).write_text("Name: part\nVersion: 1\nLicense: BSD\n", "utf-8")
    (row,) = licences._of_wheels(tmp_path, tmp_path / "site")
    assert row == licences.Component("part", "1", "BSD", "pypi")
    assert {one.name for one in (tmp_path / "part").iterdir()} == {
        name.replace("/", "-") for name in texts
    }


def test_texts_that_a_package_only_points_to_are_brought_along(tmp_path: Path) -> None:
    root, folder = tmp_path / "root", tmp_path / "licences"
    common = root / "usr" / "share" / "common-licenses"
    common.mkdir(parents=True)
    (common / "GPL-2").write_text("all of it", "utf-8")
    (common / "Apache-2.0").write_text("not asked for", "utf-8")
    folder.mkdir()
    (folder / "libx1.txt").write_text("see /usr/share/common-licenses/GPL-2.\n", "utf-8")
    licences._put_common(folder, root)
    assert [one.name for one in (folder / "common-licenses").iterdir()] == ["GPL-2"]


def test_the_faces_of_the_program_stand_among_its_parts() -> None:
    assert {(row.name, row.version) for row in licences._of_fonts()} == {
        ("Noto Sans CJK SC", "2.004"),
        ("Noto Serif CJK SC", "2.001"),
    }


def test_a_package_is_named_by_the_system_that_it_is_of(tmp_path: Path) -> None:
    assert licences._system(tmp_path) == "debian"
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "os-release").write_text('NAME=x\nID="ubuntu"\nID_LIKE=debian\n', "utf-8")
    assert licences._system(tmp_path) == "ubuntu"


def test_a_release_says_what_changed_in_its_version_alone() -> None:
    log = "# Changes\n\n## 9.1 (now)\n\n- new\n\n## 9.0\n\n- old\n"
    assert release.changes(log, "9.1") == "# Briefing Viewer\n\n## 9.1 (now)\n\n- new\n"
    with pytest.raises(wheels.StopError, match=r"nothing of 9\.2"):
        release.changes(log, "9.2")
    assert release.changes((ROOT / ".github/CHANGELOG.md").read_text("utf-8"), __version__)
    assert release.version_of(ROOT) == __version__


def test_a_release_without_the_wheels_of_a_kit_ends_before_anything_is_built(
    tmp_path: Path,
) -> None:
    given = argparse.Namespace(out=tmp_path, wheels=tmp_path / "none", kits=["windows-x86_64"])
    with pytest.raises(wheels.StopError, match="no wheel of pip"):
        release.make(given)
    assert list(tmp_path.iterdir()) == []


def test_the_sums_of_a_release_are_those_that_sha256sum_checks(tree: Path) -> None:
    (tree / release.SUMS).write_text("old", "utf-8")
    (line, _) = release.sums(tree).splitlines()
    expected, name = line.split("  ")
    assert name == "inner/字.txt"
    assert expected == hashlib.sha256(b"words\n").hexdigest()


@pytest.mark.parametrize("script", ["bundle", "kit", "release"])
def test_each_script_keeps_to_posix_and_is_named_after_its_program(script: str) -> None:
    said = (ROOT / "resources" / f"{script}.sh").read_text("utf-8")
    assert said.startswith("#!/bin/sh\n")
    assert f"resources/packaging/{script}.py" in said
    assert (
        subprocess.run(
            ["sh", "-n", str(ROOT / "resources" / f"{script}.sh")], check=False
        ).returncode
        == 0
    )
