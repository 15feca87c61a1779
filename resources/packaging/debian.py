"""The bundle as a Debian package: below /opt, with what a desktop looks for below /usr."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import archives

from viewer.resources import BUNDLE_MARK

NAME = "briefing-viewer"
HOME = f"opt/{NAME}"
CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: Briefing Viewer maintainers <maintainers@briefing-viewer.invalid>
Installed-Size: {kilobytes}
Depends: libc6 (>= {glibc})
Section: text
Priority: optional
Description: shows a written report by its figures, each beside its own words
 A sidebar lists the sections of a report, the middle holds the original
 passage, and charts stand on the right. Every figure is proven against the
 words it was taken from. It brings its own Python and Qt, and works without a
 network.
"""
NOT_WHILE_IT_RUNS = f"""\
#!/bin/sh
# The program imports parts of itself late: it must not be replaced while it runs.
for program in /proc/[0-9]*/exe; do
    case $(readlink "$program" 2>/dev/null) in
    /{HOME}/*)
        process=${{program#/proc/}}
        echo "Briefing Viewer is running (process ${{process%/exe}}). Please close it first." >&2
        exit 1
        ;;
    esac
done
exit 0
"""


def write(target: Path, bundle: Path, version: str) -> None:
    """Write the package of a bundle's folder."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".deb-") as scratch:
        usr = Path(scratch, "usr")
        shutil.copytree(bundle / "share", usr / "share")
        doc = usr / "share" / "doc" / NAME
        doc.mkdir(parents=True)
        shutil.copy(bundle / "licences" / "README.txt", doc / "copyright")
        (usr / "bin").mkdir()
        for command in (NAME, f"{NAME}-gui"):
            (usr / "bin" / command).symlink_to(f"/{HOME}/{command}")
        trees = {f"./{HOME}": bundle, "./usr": usr}
        control = {"control": _control(bundle, version), "md5sums": _sums(trees)}
        for script in ("preinst", "prerm"):
            control[script] = NOT_WHILE_IT_RUNS.encode()
        archives.write_deb(target, control, trees)


def _control(bundle: Path, version: str) -> bytes:
    size = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file())
    glibc = json.loads((bundle / BUNDLE_MARK).read_text(encoding="utf-8"))["glibc"]
    return CONTROL.format(name=NAME, version=version, kilobytes=size // 1024, glibc=glibc).encode()


def _sums(trees: dict[str, Path]) -> bytes:
    lines = []
    for name, folder in trees.items():
        for path in archives.files_of(folder):
            if path.is_file() and not path.is_symlink():
                inside = f"{name.removeprefix('./')}/{path.relative_to(folder).as_posix()}"
                lines.append(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {inside}\n")
    return "".join(lines).encode()
