"""Which interfaces of a network there are, and what a connection over them comes to."""

from __future__ import annotations

import socket
from collections.abc import Sequence


def main(words: Sequence[str]) -> int:
    """Print the names of the interfaces and the error of each address that is tried."""
    del words
    print(*(name for _, name in socket.if_nameindex()))
    for address in ("192.0.2.1", "127.0.0.1"):
        try:
            socket.create_connection((address, 9), 2)
        except OSError as error:
            print(error.errno)
    return 0
