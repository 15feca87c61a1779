"""Tool tips that hold a text from a data file: never read as markup, and wrapped."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from viewer.design import glued


def tip_of(text: str) -> str:
    """What a tool tip is given to show `text` whole; empty for none.

    Qt decides by its beginning whether a tip is markup, and wraps only what is: so it always is,
    with every letter of the text escaped. Lines end where words do.
    """
    said = escape(glued(text.strip())).replace("\n", "<br>")
    return f"<p>{said}</p>" if said else ""


def show_tip(widget: QWidget, text: str) -> None:
    """Have a widget show `text` as its tip; a screen reader, to which Qt gives the tip as it is
    where a widget has no description, hears it without markup."""
    widget.setToolTip(tip_of(text))
    widget.setAccessibleDescription(" ".join(text.split()))
