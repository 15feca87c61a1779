"""Quotations within quotations: the inner ones in single marks (GB/T 15834-2011, 4.8)."""

from __future__ import annotations

_INNER = str.maketrans("“”", "‘’")


def inner(quote: str) -> str:
    """`quote` on one line as it stands between “ and ”: double marks in it are set single.

    Only for showing it; whatever is compared with the passage is taken from there. A quote that
    has single marks already is left as it is.
    """
    line = " ".join(quote.split())
    return line if "‘" in line else line.translate(_INNER)
