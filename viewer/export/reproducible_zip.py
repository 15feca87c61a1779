"""Office files packed again so that the same input gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_FIRST = datetime(1980, 1, 1, tzinfo=UTC)


def repack(data: bytes, stamp: datetime) -> bytes:
    """The same parts with `stamp` for every time, workbooks inside charts included.

    A zip file knows no time before 1980.
    """
    moment = max(stamp, _FIRST).timetuple()[:6]
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = zipfile.ZipInfo(name, moment)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, _timeless(name, old.read(name), stamp))
    return out.getvalue()


def _timeless(name: str, content: bytes, stamp: datetime) -> bytes:
    if name.endswith(".xlsx"):
        return repack(content, stamp)
    if name == "docProps/core.xml":
        said = stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        return _TIME.sub(rb"\g<1>" + said + rb"\g<3>", content)
    return content
