"""Files that are archives (Word, OFD): refused before they are unpacked where they would fill the
memory."""

from __future__ import annotations

import io
import zipfile

from viewer.model import ViewerError

_MOST_PART = 96_000_000
_MOST_WHOLE = 1_000_000_000
_MOST_RATIO = 200


def sound_archive(data: bytes, kind: str, locked: str) -> zipfile.ZipFile:
    """The archive in `data`, of a file that people call `kind`.

    Raises ViewerError: `draft-broken` for what is none, `draft-bomb` for one that swells, the code
    `locked` for one with a password.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError) as error:
        raise ViewerError("draft-broken", kind=kind, reason=str(error)) from error
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise ViewerError(locked)
    whole = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > _MOST_PART
        or part.file_size > 1_000_000 + _MOST_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if swollen or whole > _MOST_WHOLE:
        raise ViewerError("draft-bomb", megabytes=whole // 1_000_000)
    return archive
