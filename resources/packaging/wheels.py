"""Wheels for a machine that need not be this one: fetched once, verified by hash, unpacked."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "resources")]

from pip_settings import constraints  # noqa: E402

from viewer.platform.versions import dotted, glibc_of  # noqa: E402


class StopError(Exception):
    """What cannot go on, in one line for the person who runs the script."""


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of machine: `platforms` are tags of wheels, `qt` is the PySide6 that it takes."""

    name: str
    qt: str
    platforms: tuple[str, ...]
    least: str
    """The oldest system, for the reader."""
    glibc: tuple[int, int] | None = None
    """The oldest one that the wheels load on, where the system is a Linux."""


def manylinux(machine: str, glibc: int) -> tuple[str, ...]:
    """Every tag of a wheel that loads on glibc 2.`glibc`: to pip none of them implies another."""
    newest_first = [f"manylinux_2_{minor}_{machine}" for minor in range(glibc, 4, -1)]
    return (*newest_first, f"manylinux2014_{machine}", f"manylinux1_{machine}", f"linux_{machine}")


def macos(machine: str, newest: int) -> tuple[str, ...]:
    """Every tag that loads on macOS `newest`."""
    modern = [
        f"macosx_{n}_0_{kind}" for n in range(newest, 10, -1) for kind in (machine, "universal2")
    ]
    old = [f"macosx_10_{n}_{kind}" for n in range(16, 8, -1) for kind in (machine, "universal2")]
    return (*modern, *old)


def linux(machine: str, qt: str) -> Target:
    """A Linux that takes the wheels of this PySide6."""
    least = glibc_of(qt, machine)
    assert least is not None
    tags = manylinux(machine, least[1])
    return Target(f"linux-{machine}", qt, tags, f"glibc {dotted(least)}", least)


TARGETS = {
    one.name: one
    for one in (
        linux("x86_64", "6.9.3"),
        linux("aarch64", "6.8.0.2"),
        Target("windows-x86_64", "6.11.3", ("win_amd64",), "Windows 10"),
        Target("macos-arm64", "6.11.3", macos("arm64", 13), "macOS 13"),
        Target("macos-x86_64", "6.11.3", macos("x86_64", 13), "macOS 13"),
    )
}
PYTHON = "3.11"
"""The Python of the bundle."""


def fetch(target: Target, pythons: Iterable[str], folder: Path) -> None:
    """Download every wheel that the program needs on `target`, with pip's own settings."""
    with tempfile.TemporaryDirectory() as scratch:
        pins = Path(scratch, "constraints.txt")
        pins.write_text("\n".join(constraints(target.qt)), encoding="utf-8")
        for python in pythons:
            ask = ["--only-binary", ":all:", "--constraint", str(pins), "--python-version", python]
            ask += ["--implementation", "cp", *(f"--abi={abi}" for abi in _abis(python))]
            ask += [f"--platform={tag}" for tag in target.platforms]
            if not _download(folder, *ask, *requirements(python, target)):
                raise StopError(
                    f"pip could not fetch the wheels of {target.name} for Python {python}."
                )


def fetch_pip(folder: Path) -> None:
    """The wheel of pip: the installer of a kit runs it from there, as a bare Python may lack it."""
    if not _download(folder, "--no-deps", "pip"):
        raise StopError("pip could not fetch its own wheel.")


def _download(folder: Path, *words: str) -> bool:
    """Whether the pip of the Python under this environment, which has none, got the wheels."""
    python = str(getattr(sys, "_base_executable", sys.executable))
    ask = [python, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*ask, "--dest", str(folder), *words], check=False).returncode == 0


def _abis(python: str) -> tuple[str, ...]:
    return (f"cp{python.replace('.', '')}", "abi3", "none")


def requirements(python: str, target: Target) -> list[str]:
    """What the program needs, without markers: they would speak of the machine that downloads."""
    with (ROOT / "pyproject.toml").open("rb") as source:
        lines = tomllib.load(source)["project"]["dependencies"]
    names = {re.split(r"[^A-Za-z0-9-]", line)[0]: line for line in lines}
    return [
        f"{name}=={target.qt}" if name == "PySide6-Essentials" else line.partition(";")[0].strip()
        for name, line in names.items()
    ]


def build_wheel(folder: Path) -> Path:
    """The wheel of the program itself, with the build backend that is installed here."""
    run = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    built = subprocess.run(
        [sys.executable, "-c", run], cwd=ROOT, check=False, capture_output=True, text=True
    )
    if built.returncode:
        raise StopError(
            f"The wheel of the program could not be built: {built.stderr.strip()[-300:]}"
        )
    return folder / built.stdout.split()[-1]


def unpack(wheel: Path, folder: Path, keep: Callable[[str], bool]) -> list[str]:
    """Put the files of a wheel below `folder`; the names that `keep` left out."""
    left: list[str] = []
    with zipfile.ZipFile(wheel) as packed:
        for one in packed.infolist():
            name = re.sub(r"^[^/]+\.data/(?:purelib|platlib)/", "", one.filename)
            if one.is_dir() or re.match(r"^[^/]+\.data/", name):
                continue
            if not keep(name):
                left.append(name)
                continue
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(packed.read(one))
    return left
