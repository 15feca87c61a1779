"""Archives that come out the same, byte for byte, whenever and wherever they are made."""

from __future__ import annotations

import hashlib
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

EPOCH = 315_532_800  # 1980-01-01: the oldest time that a zip can hold
_STAMP = (1980, 1, 1, 0, 0, 0)


def files_of(folder: Path) -> Iterator[Path]:
    """Everything below a folder, itself left out, in one order everywhere."""
    yield from sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())


def write_tar(target: Path, trees: Mapping[str, Path]) -> None:
    """A .tar.xz of whole folders, each under the name that it has in the archive."""
    with lzma.open(target, "wb", preset=6) as packed:
        packed_tar(packed, trees)


def packed_tar(out: io.BufferedIOBase | lzma.LZMAFile, trees: Mapping[str, Path]) -> None:
    """The tar itself: owned by root, one time for all; dpkg reads no format but GNU's."""
    with tarfile.open(
        fileobj=out, mode="w", format=tarfile.GNU_FORMAT, encoding="utf-8"
    ) as archive:
        for name, folder in trees.items():
            _add_parents(archive, name)
            for path in files_of(folder):
                archive.add(
                    path, f"{name}/{path.relative_to(folder).as_posix()}", False, filter=_plain
                )


def _add_parents(archive: tarfile.TarFile, name: str) -> None:
    parts = name.split("/")
    for depth in range(1, len(parts) + 1):
        one = tarfile.TarInfo("/".join(parts[:depth]))
        if one.name in {"", "."} or one.name in archive.getnames():
            continue
        one.type, one.mode = tarfile.DIRTYPE, 0o755
        archive.addfile(_plain(one))


def _plain(one: tarfile.TarInfo) -> tarfile.TarInfo:
    one.uid = one.gid = 0
    one.uname = one.gname = "root"
    one.mtime = EPOCH
    one.mode = 0o755 if one.isdir() or one.mode & 0o100 else 0o644
    return one


def write_deb(target: Path, control: Mapping[str, bytes], trees: Mapping[str, Path]) -> None:
    """A Debian package: files of its control by name (`control`, `postinst`), and its trees.

    deb(5): an `ar` of a version, the control as tar.xz, and the data as tar.xz.
    """
    data = io.BytesIO()
    with lzma.LZMAFile(data, "wb", preset=6) as packed:
        packed_tar(packed, trees)
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": lzma.compress(_control(control)),
        "data.tar.xz": data.getvalue(),
    }
    with target.open("wb") as out:
        out.write(b"!<arch>\n")
        for name, content in members.items():
            out.write(
                f"{name:<16}{EPOCH:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode()
            )
            out.write(content + b"\n" * (len(content) % 2))


def _control(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, content in sorted(files.items()):
            one = tarfile.TarInfo(f"./{name}")
            one.size, one.mtime = len(content), EPOCH
            one.mode = 0o644 if name in {"control", "md5sums"} else 0o755
            archive.addfile(one, io.BytesIO(content))
    return whole.getvalue()


def write_zip(target: Path, files: Iterable[tuple[str, bytes | Path]]) -> None:
    """A zip of files by their names; wheels are compressed already and are stored as they are."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            one = zipfile.ZipInfo(name, _STAMP)
            one.external_attr = (0o100755 if name.endswith((".sh", ".command")) else 0o100644) << 16
            one.compress_type = (
                zipfile.ZIP_STORED if name.endswith(".whl") else zipfile.ZIP_DEFLATED
            )
            archive.writestr(one, content if isinstance(content, bytes) else content.read_bytes())


def sha256(path: Path) -> str:
    """The hash of a file, as `sha256sum` prints it."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
