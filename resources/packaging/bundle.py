"""Makes the program for a Linux desktop that has no Python and no network.

    sh resources/bundle.sh --out FOLDER [--wheels FOLDER] [--python FOLDER] [--libraries ROOT]

It writes a folder that runs where it stands, the same as .tar.xz, and a .deb. With `--wheels`, a
folder of wheels, and `--python`, a Python that may be moved (`python.sh` beside this file makes
one), nothing is fetched. `--libraries` is the root of the oldest system that the bundle is for:
what Qt links is taken from there. The same input makes the same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import archives
import debian
import keep
import licences
from command import MAKING, bundle_options, check_space, finish, parser_of
from libraries import collect, elves, glibc_of, needed
from wheels import PYTHON, ROOT, TARGETS, StopError, build_wheel, fetch, unpack

from viewer.platform.libraries import FACES, ORDER
from viewer.resources import BUNDLE_MARK

TARGET = TARGETS["linux-x86_64"]
PROGRAM = "briefing-viewer"
SITE = f"python/lib/python{PYTHON}/site-packages"
EVERYWHERE = {"libz.so.1", "libgcc_s.so.1"}
"""What no Linux is without, beyond glibc: its package manager needs it."""
LAUNCHER = f"""\
#!/bin/sh
# Starts Briefing Viewer with the Python beside this file, wherever the folder stands.
self=$(readlink -f -- "$0") || exit 1
unset PYTHONPATH PYTHONHOME PYTHONSTARTUP
exec "${{self%/*}}/python/bin/python{PYTHON}" -IB -m viewer "$@"
"""
DESKTOP_FILES = f"""\
import sys
from pathlib import Path
from viewer.commands.install_desktop import SIZES, install
assert len(install(Path(sys.argv[1]), ["{PROGRAM}-gui"])) > len(SIZES)
"""
FACES_LIST = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
 <dir>/usr/share/fonts</dir>
 <dir>/usr/local/share/fonts</dir>
 <dir prefix="xdg">fonts</dir>
 <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""
PRELUDE = """
# Added by the bundle: libraries of the system that a bare desktop lacks.
from viewer.platform.libraries import load_bundled as _load_bundled

_load_bundled()
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Make what was asked for; 0, or 2 with one line on standard error."""
    parser = parser_of(__doc__)
    bundle_options(parser)
    parser.add_argument("--folder-only", action="store_true", help="no .tar.xz and no .deb")
    given = parser.parse_args(argv)
    return finish(lambda: "\n".join(map(str, make(given))), given.out)


def make(given: argparse.Namespace) -> list[Path]:
    """The folder and its archives; StopError or OSError where that cannot be done."""
    out: Path = given.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    check_space(out)
    with tempfile.TemporaryDirectory(dir=out, prefix=MAKING) as scratch:
        wheels = gathered(given.wheels, Path(scratch))
        python = given.python or standalone(Path(scratch, "standalone"))
        version = next(wheels.glob("briefing_viewer-*.whl")).name.split("-")[1]
        name = f"{PROGRAM}-{version}-{TARGET.name}"
        top, target = Path(scratch, name), out / name
        refuse_running(target)  # before minutes of work, and again after them
        fill(top, wheels, python, given.libraries)
        record(top, version, wheels)
        made = [] if given.folder_only else packed(top, version, Path(scratch))
        replace(top, target)
        return [target, *(one.replace(out / one.name) for one in made)]


def gathered(given: Path | None, scratch: Path) -> Path:
    """A folder with every wheel, that of the program too."""
    wheels = scratch / "wheels"
    wheels.mkdir()
    if given is None:
        fetch(TARGET, [PYTHON], wheels)
    else:
        for wheel in sorted(given.glob("*.whl")):
            shutil.copy(wheel, wheels)
    if not list(wheels.glob("briefing_viewer-*.whl")):
        build_wheel(wheels)
    if not list(wheels.glob("[Pp]y[Ss]ide6_[Ee]ssentials-*.whl")):
        raise StopError(f"{given} holds no wheel of PySide6-Essentials.")
    return wheels


def standalone(folder: Path) -> Path:
    """A Python that may be moved, through uv: python-build-standalone."""
    uv = shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")
    ask = [uv, "python", "install", "--quiet", "--no-bin", "--install-dir", str(folder), PYTHON]
    try:
        answer = subprocess.run(ask, check=False)
    except OSError as error:
        raise StopError("uv is needed to fetch a Python; or name one with --python.") from error
    found = sorted(folder.glob(f"cpython-{PYTHON}*/bin/python{PYTHON}"))
    if answer.returncode or not found:
        raise StopError("uv could not fetch a Python that may be moved; name one with --python.")
    return found[0].parents[1]


def fill(top: Path, wheels: Path, python: Path, libraries: Path) -> None:
    """Put everything into the folder of the bundle."""
    put_python(top, python)
    check_python(top)
    site = top / SITE
    for wheel in sorted(wheels.glob("*.whl")):
        unpack(wheel, site, keep.is_kept)
    put_qt_libraries(site, wheels)
    init = site / "PySide6" / "__init__.py"
    init.write_text(with_prelude(init.read_text(encoding="utf-8")), encoding="utf-8")
    put_system_libraries(top, libraries)
    for name in (PROGRAM, f"{PROGRAM}-gui"):
        (top / name).write_text(LAUNCHER, encoding="utf-8")
        (top / name).chmod(0o755)
    licences.collect(top, site, python, libraries)
    (top / BUNDLE_MARK).write_text("{}\n", encoding="utf-8")
    run_inside(top, "-c", DESKTOP_FILES, str(top / "share"))
    run_inside(top, "-m", "viewer.commands.import_census")  # nothing that it imports was dropped
    compiled(top)


def with_prelude(source: str) -> str:
    """The start of PySide6, with the libraries loaded before its own parts need them."""
    head, future, rest = source.partition("from __future__ import annotations\n")
    return head + future + PRELUDE + rest if future else PRELUDE + source


def put_python(top: Path, python: Path) -> None:
    """The interpreter and its library, without what the program never asks for."""
    program, library = python / "bin" / f"python{PYTHON}", python / "lib" / f"python{PYTHON}"
    if not program.is_file() or not library.is_dir():
        raise StopError(
            f"{python} holds no Python {PYTHON} (bin/python{PYTHON}, lib/python{PYTHON})."
        )
    (top / "python" / "bin").mkdir(parents=True)
    shutil.copy(program, top / "python" / "bin")
    for path in sorted(library.rglob("*")):
        name = path.relative_to(library).as_posix()
        if path.is_file() and keep.is_kept_of_python(name):
            target = top / "python" / "lib" / library.name / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    for shared in sorted((python / "lib").glob(f"libpython{PYTHON}.so*")):
        shutil.copy(shared, top / "python" / "lib")
    site = top / "python" / "lib" / library.name / "site.py"
    # No module of the person's own Python gets in, in no process that the program starts.
    text = site.read_text(encoding="utf-8").replace(
        "ENABLE_USER_SITE = None", "ENABLE_USER_SITE = False"
    )
    site.write_text(text, encoding="utf-8")
    (top / SITE).mkdir(parents=True)


def check_python(top: Path) -> None:
    """StopError where Python itself links what a bare desktop may lack: it loads the libraries."""
    inside = elves(top / "python")
    lacking = needed(inside.values()) - {path.name for path in inside} - EVERYWHERE
    if lacking:
        raise StopError(f"--python links {sorted(lacking)[0]}: please name one that brings it.")


def put_qt_libraries(site: Path, wheels: Path) -> None:
    """The libraries of Qt that something kept needs, and what these need in turn."""
    wheel = next(wheels.glob("[Pp]y[Ss]ide6_[Ee]ssentials-*.whl"))
    done: set[str] = set()
    while True:
        wanted = needed(elves(site / "PySide6").values()) - done
        if not wanted:
            return
        names = {keep.QT_LIBRARIES + soname for soname in wanted}
        unpack(wheel, site, names.__contains__)
        done |= wanted


def put_system_libraries(top: Path, root: Path) -> None:
    """What Qt and the other parts link and do not bring, from the system at `root`."""
    inside = elves(top)
    own = {path.name for path in inside} | {one.soname for one in inside.values()}
    order = collect(needed(inside.values()) - own, root, top / "lib")
    (top / "lib" / ORDER).write_text("\n".join(order) + "\n", encoding="utf-8")
    (top / "lib" / FACES).write_text(FACES_LIST, encoding="utf-8")


def run_inside(top: Path, *words: str) -> None:
    """Run the bundle's own Python; StopError with its last line where it fails."""
    env = {"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "HOME": str(top / "nowhere")}
    program = str(top / "python" / "bin" / f"python{PYTHON}")
    told = subprocess.run(
        [program, "-IB", *words], env=env, check=False, capture_output=True, text=True
    )
    if told.returncode:
        last = ((told.stdout + told.stderr).strip().splitlines() or ["no word"])[-1]
        raise StopError(f"The bundle's Python failed: {last}")


def compiled(top: Path) -> None:
    """Compile all of Python ahead: the folder may be read-only, and the first start is quick.

    What an import has compiled before is compiled again: it holds the time of its source.
    """
    library = top / "python" / "lib" / f"python{PYTHON}"
    words = ["-m", "compileall", "-qf", "-j", "2", "--invalidation-mode", "unchecked-hash"]
    run_inside(top, *words, "-s", str(top), "-x", r"lib2to3|/templates/|bad_coding", str(library))


def record(top: Path, version: str, wheels: Path) -> None:
    """Write what the bundle is; StopError where something asks for a newer glibc than Qt does.

    Libraries for a bare desktop are not asked: one that does not load there is as one that is not
    there, and the program says which package it is in.
    """
    found = elves(top / "python")
    newest, path = glibc_of(found)
    if TARGET.glibc is not None and newest > TARGET.glibc:
        raise StopError(
            f"{path.relative_to(top)} needs glibc {newest[0]}.{newest[1]}, the bundle is for "
            f"{TARGET.least}: please name an older --python."
        )
    what = {
        "program": PROGRAM,
        "version": version,
        "for": TARGET.name,
        "glibc": "{}.{}".format(*newest),
        "glibc of lib": "{}.{}".format(*glibc_of(elves(top / "lib"))[0]),
        "python": PYTHON,
        "qt": TARGET.qt,
        "wheels": {one.name: archives.sha256(one) for one in sorted(wheels.glob("*.whl"))},
    }
    (top / BUNDLE_MARK).write_text(json.dumps(what, indent=1) + "\n", encoding="utf-8")


def replace(top: Path, target: Path) -> None:
    """Put the finished folder in its place; StopError where an older one there is running."""
    refuse_running(target)
    if target.exists():
        shutil.rmtree(target)
    top.rename(target)
    target.chmod(0o755)


def refuse_running(target: Path) -> None:
    """StopError where a program in a folder is running."""
    running = running_from(target)
    if running:
        raise StopError(f"{target} is running (process {running[0]}). Please close it first.")


def running_from(folder: Path, processes: Path = Path("/proc")) -> list[int]:
    """The processes whose program lies in a folder."""
    found = []
    for entry in processes.glob("[0-9]*"):
        try:
            program = os.readlink(entry / "exe")  # noqa: PTH115 - it may name a file that is gone
        except OSError:
            continue
        if program.startswith(f"{folder.resolve()}/"):
            found.append(int(entry.name))
    return sorted(found)


def packed(folder: Path, version: str, out: Path) -> list[Path]:
    """The folder as .tar.xz and as .deb, at once: xz leaves the interpreter's lock."""
    tar, deb = out / f"{folder.name}.tar.xz", out / f"{PROGRAM}_{version}_amd64.deb"
    with ThreadPoolExecutor() as pool:
        works = (
            pool.submit(archives.write_tar, tar, {folder.name: folder}),
            pool.submit(debian.write, deb, folder, version),
        )
        for work in works:
            work.result()
    return [tar, deb]


if __name__ == "__main__":
    os.umask(stat.S_IWGRP | stat.S_IWOTH)
    sys.exit(main())
