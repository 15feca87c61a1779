"""Tool tips that hold a text from a data file: never read as markup, and wrapped."""

from __future__ import annotations

from html import escape


def tip_of(text: str) -> str:
    """What a tool tip is given to show `text` whole; empty for none.

    Qt decides by its beginning whether a tip is markup, and wraps only what is: so it always is,
    with every letter of the text escaped.
    """
    said = escape(text.strip()).replace("\n", "<br>")
    return f"<p>{said}</p>" if said else ""
