"""The Latin faces inside an English page: narrow quotation marks, and charts as wide as laid out.

They are small, and with them a page looks the same on a machine that has no face but a very wide
one. Where they cannot be read, the page names what the reader's system may have.
"""

from __future__ import annotations

import base64
from functools import lru_cache

from viewer.resources import resource

LATIN = "Briefing Sans Latin"
LATIN_SERIF = "Briefing Serif Latin"
FACES = (
    (LATIN, "400", "BriefingSansLatin-Regular.otf"),
    (LATIN, "700", "BriefingSansLatin-Bold.otf"),
    (LATIN_SERIF, "400", "BriefingSerifLatin-Regular.otf"),
)
"""Family, weight and file of each."""


@lru_cache(maxsize=1)
def latin_faces() -> str:
    """The rules that bring the faces along; as many as can be read."""
    return "".join(filter(None, (_rule(*face) for face in FACES)))


def _rule(family: str, weight: str, name: str) -> str:
    try:
        data = resource("fonts", name).read_bytes()
    except OSError:
        return ""
    said = base64.b64encode(data).decode()
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};'
        f'src:url(data:font/otf;base64,{said}) format("opentype")}}\n'
    )
