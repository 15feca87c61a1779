"""Makes the kit for a machine that has Python but no network: a zip of wheels with an installer.

    sh resources/kit.sh TARGET --out FOLDER [--wheels FOLDER] [--python VERSION...]

TARGET is one of `windows-x86_64`, `macos-arm64`, `macos-x86_64`, `linux-aarch64`, `linux-x86_64`.
With `--wheels`, a folder of wheels, nothing is fetched. The same input makes the same bytes.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import archives
from command import MAKING, check_space, finish, parser_of
from wheels import ROOT, TARGETS, StopError, Target, build_wheel, fetch, fetch_pip

from viewer.platform.versions import TESTED, dotted, is_for_python

LEAST_SPACE = 800_000_000
HERE = Path(__file__).resolve().parent
LAUNCHERS = {
    "windows": ("install.cmd", '@py -3 "%~dp0install.py" %*\r\n@pause\r\n'),
    "macos": ("install.command", '#!/bin/sh\nexec python3 "$(dirname -- "$0")/install.py" "$@"\n'),
    "linux": ("install.sh", '#!/bin/sh\nexec python3 "$(dirname -- "$0")/install.py" "$@"\n'),
}
README = """\
Briefing Viewer {version} for {target} ({least} or later, Python {pythons})
简报查看器 {version}，用于 {target}（{least} 或更新，Python {pythons}）

{installer} checks every file against SHA256SUMS and puts the program into a folder "program"
beside it; nothing is fetched. Name another folder to put it there: {installer} FOLDER
{installer} 先按 SHA256SUMS 核对每个文件，再把程序装到旁边的 program 文件夹，不需要网络。
要装到别处，请在后面写上文件夹：{installer} 文件夹
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Make the kit; 0, or 2 with one line on standard error."""
    parser = parser_of(__doc__)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--python", nargs="+")
    given = parser.parse_args(argv)
    target = TARGETS[given.target]
    pythons = given.python or pythons_of(target)
    return finish(lambda: make(target, given.out, given.wheels, pythons), given.out)


def pythons_of(target: Target) -> tuple[str, ...]:
    """Every Python that the program was tested on and that the target's Qt installs on."""
    return tuple(dotted(python) for python in TESTED if is_for_python(target.qt, python))


def make(target: Target, out: Path, given: Path | None, pythons: Sequence[str]) -> Path:
    """The zip of a kit; StopError or OSError where it cannot be made."""
    out.mkdir(parents=True, exist_ok=True)
    check_space(out, LEAST_SPACE)
    with tempfile.TemporaryDirectory(dir=out, prefix=MAKING) as scratch:
        wheels = given or Path(scratch)
        if given is None:
            fetch(target, pythons, wheels)
            fetch_pip(wheels)
        own = next(wheels.glob("briefing_viewer-*.whl"), None) or build_wheel(Path(scratch))
        names = {wheel.name: wheel for wheel in (*wheels.glob("*.whl"), own)}
        check_wheels(wheels)
        version = own.name.split("-")[1]
        zipped = out / f"briefing-viewer-{version}-{target.name}-kit.zip"
        part = Path(scratch, zipped.name)
        archives.write_zip(part, contents(target, version, pythons, names))
        part.replace(zipped)
    return zipped


def check_wheels(folder: Path) -> None:
    """StopError where a folder of wheels lacks what every kit needs."""
    if next(folder.glob("pip-*.whl"), None) is None:
        raise StopError(f"{folder} holds no wheel of pip, which the installer needs.")


def contents(
    target: Target, version: str, pythons: Sequence[str], wheels: dict[str, Path]
) -> Iterator[tuple[str, bytes | Path]]:
    """Every file of the kit with its name in the zip."""
    top = f"briefing-viewer-{version}-{target.name}"
    script, text = LAUNCHERS[target.name.partition("-")[0]]
    readme = README.format(
        version=version,
        target=target.name,
        least=target.least,
        pythons=", ".join(pythons),
        installer=script,
    )
    sums = "".join(f"{archives.sha256(wheels[name])}  wheels/{name}\n" for name in sorted(wheels))
    yield f"{top}/README.txt", readme.replace("\n", "\r\n").encode("utf-8-sig")
    yield f"{top}/LICENSE.txt", ROOT / "LICENSE"
    for licence in sorted((HERE / "licences").glob("*.txt")):
        yield f"{top}/licences/{licence.name}", licence
    yield f"{top}/{script}", text.encode()
    yield f"{top}/install.py", HERE / "install.py"
    yield f"{top}/SHA256SUMS", sums.encode()
    for name in sorted(wheels):
        yield f"{top}/wheels/{name}", wheels[name]


if __name__ == "__main__":
    sys.exit(main())
