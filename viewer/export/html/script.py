"""The small script of the page: what shares a figure's number is lit together."""

from __future__ import annotations

from viewer.resources import resource_text


def script() -> str:
    """The text of `resources/web/page.js`; ViewerError where it cannot be read."""
    return "\n" + resource_text("web", "page.js")
