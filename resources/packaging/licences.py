"""The licence texts of everything in a bundle, in one folder, and a table of what there is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import Parser
from pathlib import Path

from wheels import PYTHON, ROOT

TEXTS = Path(__file__).with_name("licences")
"""Texts that no part brings: the LGPL of Qt, and the GPL that the LGPL is written over."""
LGPL = ("PySide6_Essentials", "shiboken6")
PACKAGES = "packages.txt"
"""Kind, name and version of each package, beside the licences of what `python.sh` built."""
_COMMON = re.compile(r"/usr/share/common-licenses/([\w.-]+)")
_NAMES = re.compile(r"^(licen[cs]e|copying|notice|authors|ofl|copyright)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the bundle: its licence as it names it.

    `kind` is that of a package URL: `pypi`, `generic`, `deb/debian` or that of another system.
    """

    name: str
    version: str
    licence: str
    kind: str


def collect(top: Path, site: Path, python: Path, root: Path) -> None:
    """Write `licences` in a bundle: a folder for each part, and a table of them all."""
    folder = top / "licences"
    folder.mkdir()
    rows = [*_of_wheels(folder, site), *_of_python(folder, python), *_of_fonts()]
    rows += _of_system(folder, top / "lib", root)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    for text in TEXTS.glob("*.txt"):
        shutil.copy(text, folder)
    _put_common(folder, root)
    rows.sort(key=lambda row: (row.kind, row.name.lower()))
    (folder / "README.txt").write_text(_table(rows), encoding="utf-8")


def components(folder: Path) -> list[Component]:
    """The rows of a table that `collect` wrote."""
    lines = (folder / "README.txt").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line.count("\t") == 3)
    return [Component(name, version, licence, kind) for kind, name, version, licence in cells]


def _table(rows: list[Component]) -> str:
    head = (
        "Briefing Viewer is under the MIT licence (LICENSE.txt). What it brings with it has these\n"
        "licences; their texts stand beside this file. Qt and PySide6 are used under the LGPL 3:\n"
        "their libraries in python/lib may be replaced by others of the same interface.\n\n"
    )
    lines = ["\t".join((row.kind, row.name, row.version, row.licence)) for row in rows]
    return head + "\n".join(lines) + "\n"


def _of_wheels(folder: Path, site: Path) -> Iterator[Component]:
    for info in sorted(site.glob("*.dist-info")):
        about = Parser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
        name, version = about["Name"], about["Version"]
        for path in _texts(info):
            target = folder / name / path.relative_to(info).as_posix().replace("/", "-")
            target.parent.mkdir(exist_ok=True)
            shutil.copy(path, target)
        licence = about["License-Expression"] or _classified(about.get_all("Classifier", []))
        short = licence or (about["License"] or "see its text").splitlines()[0]
        yield Component(name, version, "LGPL-3.0-only" if name in LGPL else short, "pypi")


def _texts(info: Path) -> list[Path]:
    """What a wheel brings in its folder of licences, or by their usual names beside it."""
    folder = info / "licenses"
    files = [path for path in sorted(info.rglob("*")) if path.is_file()]
    return [path for path in files if folder in path.parents or _NAMES.match(path.name)]


def _classified(classifiers: list[str]) -> str:
    return ", ".join(
        one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License :: OSI")
    )


def _of_python(folder: Path, python: Path) -> Iterator[Component]:
    """Python and, where `python.sh` built it, the packages whose libraries went into it."""
    library = python / "lib" / f"python{PYTHON}"
    target = folder / "Python"
    target.mkdir()
    places = [library / "LICENSE.txt", python / "LICENSE.txt", *sorted(python.glob("licenses/*"))]
    for path in (one for one in places if one.is_file()):
        shutil.copy(path, target)
    yield Component("Python", _patch_level(python), "PSF-2.0", "generic")
    listed = python / "licenses" / PACKAGES
    for line in listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else ():
        kind, name, version = line.split()
        yield Component(name, version, f"see Python/{name}.txt", kind)


def _patch_level(python: Path) -> str:
    header = python / "include" / f"python{PYTHON}" / "patchlevel.h"
    text = header.read_text(encoding="utf-8") if header.is_file() else ""
    found = re.search(r'#define PY_VERSION\s+"([^"]+)"', text)
    return found[1] if found else PYTHON


def _of_fonts() -> Iterator[Component]:
    """The faces in the program's own wheel, which brings their licence."""
    head = (ROOT / "resources/fonts/OFL.txt").read_text(encoding="utf-8").partition("Copyright")[0]
    for found in re.finditer(r"(Noto \w+\sCJK SC) ([\d.]*\d)", head):
        yield Component(" ".join(found[1].split()), found[2], "OFL-1.1", "generic")


def _of_system(folder: Path, libraries: Path, root: Path) -> Iterator[Component]:
    """The Debian package of each library, where `root` is a Debian: its copyright and version."""
    owners = _owners(root)
    versions = _versions(root)
    kind = f"deb/{_system(root)}"
    seen: set[str] = set()
    for library in sorted(libraries.glob("*.so*")):
        package = owners.get(library.name, "")
        if not package:
            yield Component(library.name, "-", "see its project", "generic")
        elif package not in seen:
            seen.add(package)
            text = root / "usr/share/doc" / package / "copyright"
            if text.is_file():
                shutil.copy(text, folder / f"{package}.txt")
            yield Component(package, versions.get(package, "-"), f"see {package}.txt", kind)


def _put_common(folder: Path, root: Path) -> None:
    """The texts that Debian's copyright files only point to."""
    named = {
        found[1].rstrip(".")
        for text in folder.rglob("*.txt")
        for found in _COMMON.finditer(text.read_text(encoding="utf-8", errors="replace"))
    }
    for name in sorted(named):
        text = root / "usr/share/common-licenses" / name
        if text.is_file():
            (folder / "common-licenses").mkdir(exist_ok=True)
            shutil.copy(text, folder / "common-licenses" / name)


def _owners(root: Path) -> dict[str, str]:
    owners = {}
    for listed in sorted((root / "var/lib/dpkg/info").glob("*.list")):
        for line in listed.read_text(encoding="utf-8", errors="replace").splitlines():
            name = line.rpartition("/")[2]
            if ".so" in name:
                owners[name] = listed.stem.partition(":")[0]
    return owners


def _versions(root: Path) -> dict[str, str]:
    status = root / "var/lib/dpkg/status"
    text = status.read_text(encoding="utf-8", errors="replace") if status.is_file() else ""
    return {
        found[1]: found[2]
        for found in re.finditer(
            r"^Package: (\S+)\n(?:(?!\n\n).)*?^Version: (\S+)", text, re.M | re.S
        )
    }


def _system(root: Path) -> str:
    """The name of the system at `root`, as its packages have it in package URLs."""
    release = root / "etc/os-release"
    text = release.read_text(encoding="utf-8") if release.is_file() else ""
    found = re.search(r'^ID="?([\w.-]+)', text, re.M)
    return found[1] if found else "debian"
