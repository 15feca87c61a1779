from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from viewer.export.reproducible_zip import repack

STAMP = datetime(2020, 12, 31, 8, 30, tzinfo=UTC)
CORE = b'<dcterms:created xsi:type="x">%s</dcterms:created>'


def packed(when: tuple[int, int, int, int, int, int], core: bytes, inner: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("docProps/core.xml", when), CORE % core)
        if inner:
            archive.writestr(zipfile.ZipInfo("embedded/book.xlsx", when), inner)
    return out.getvalue()


def test_two_packings_of_one_content_become_the_same_bytes() -> None:
    early = packed((2001, 1, 1, 0, 0, 0), b"2001", packed((2001, 1, 1, 0, 0, 0), b"2001"))
    late = packed((2026, 5, 5, 5, 5, 4), b"2026", packed((2026, 5, 5, 5, 5, 4), b"2026"))
    assert repack(early, STAMP) == repack(late, STAMP)


def test_the_stamp_is_said_inside() -> None:
    made = zipfile.ZipFile(io.BytesIO(repack(packed((2001, 1, 1, 0, 0, 0), b"x"), STAMP)))
    assert b">2020-12-31T08:30:00Z<" in made.read("docProps/core.xml")
    assert made.infolist()[0].date_time == (2020, 12, 31, 8, 30, 0)


def test_a_time_that_zip_cannot_say_becomes_its_first() -> None:
    made = repack(packed((2001, 1, 1, 0, 0, 0), b"x"), datetime(1970, 1, 1, tzinfo=UTC))
    assert zipfile.ZipFile(io.BytesIO(made)).infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
