"""Makes everything of a release, in one folder.

    sh resources/release.sh --out FOLDER [--wheels FOLDER] [--python FOLDER] [--libraries ROOT]

The folder gets the wheel, the bundle (.tar.xz, .deb), a kit for each other kind of machine, the
changes for users, the licences and a bill of what is inside (CycloneDX), and SHA256SUMS. With
`--wheels`, a folder that holds one of wheels for each kind of machine, nothing is fetched.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import archives
import bundle
import kit
import licences
from command import bundle_options, finish, parser_of
from sbom import sbom
from wheels import ROOT, TARGETS, StopError, build_wheel

from viewer.resources import BUNDLE_MARK

KITS = ("windows-x86_64", "macos-arm64", "macos-x86_64", "linux-aarch64")
SUMS = "SHA256SUMS"


def main(argv: Sequence[str] | None = None) -> int:
    """Make a release; 0, or 2 with one line on standard error."""
    parser = parser_of(__doc__)
    bundle_options(parser)
    parser.add_argument("--kits", nargs="*", default=KITS, choices=sorted(TARGETS))
    given = parser.parse_args(argv)
    return finish(lambda: make(given), given.out)


def make(given: argparse.Namespace) -> Path:
    """The folder of a release; StopError or OSError where it cannot be made."""
    given.out.mkdir(parents=True, exist_ok=True)
    out = given.out.absolute() / f"briefing-viewer-{version_of(ROOT)}"
    if out.exists() and any(out.iterdir()):
        raise StopError(f"{out} is there already. Please remove it, or name another folder.")
    if given.wheels:  # before the bundle, which takes minutes
        for name in given.kits:
            kit.check_wheels(given.wheels / name)
    out.mkdir(exist_ok=True)
    build_wheel(out)
    inside = {**vars(given), "out": out, "folder_only": False}
    inside["wheels"] = given.wheels and given.wheels / bundle.TARGET.name
    folder, *_ = bundle.make(argparse.Namespace(**inside))
    for name in given.kits:
        target = TARGETS[name]
        kit.make(target, out, given.wheels and given.wheels / name, kit.pythons_of(target))
    describe(out, folder)
    shutil.rmtree(folder)
    (out / SUMS).write_text(sums(out), encoding="utf-8")
    return out


def version_of(root: Path) -> str:
    """The version that the source names."""
    text = (root / "viewer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise StopError("viewer/__init__.py names no version.")
    return found[1]


def describe(out: Path, folder: Path) -> None:
    """Changes, licences and the bill of the bundle in `folder`."""
    what = json.loads((folder / BUNDLE_MARK).read_text(encoding="utf-8"))
    shutil.copytree(folder / "licences", out / "licences")
    parts = licences.components(folder / "licences")
    bill = sbom(what["version"], parts, what["wheels"])
    (out / "sbom.cyclonedx.json").write_text(bill, encoding="utf-8")
    log = (ROOT / ".github" / "CHANGELOG.md").read_text(encoding="utf-8")
    (out / "CHANGES.md").write_text(changes(log, what["version"]), encoding="utf-8")


def changes(log: str, version: str) -> str:
    """What the log says of a version; StopError where it says nothing."""
    found = re.search(rf"^## {re.escape(version)}\b.*?(?=^## |\Z)", log, re.MULTILINE | re.DOTALL)
    if found is None:
        raise StopError(f"CHANGELOG.md says nothing of {version}.")
    return f"# Briefing Viewer\n\n{found[0].rstrip()}\n"


def sums(out: Path) -> str:
    """The hash of every file of the release, as `sha256sum --check` reads it."""
    files = (path for path in archives.files_of(out) if path.is_file() and path.name != SUMS)
    return "".join(f"{archives.sha256(one)}  {one.relative_to(out).as_posix()}\n" for one in files)


if __name__ == "__main__":
    sys.exit(main())
