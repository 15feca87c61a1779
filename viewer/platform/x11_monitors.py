"""Where the X server shows its monitors, read from the server itself.

Qt does not hear of it when one output is laid over another in the same mode (`xrandr --same-as`):
it goes on naming the old place. Where two displays show the same decides what the room can see, so
that it is asked of the server.
"""

from __future__ import annotations

import ctypes
import weakref
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_uint, c_void_p
from dataclasses import dataclass

_CHANGES = 0b111
"""Of the screen, of what drives an output (CRTC), of an output."""


@dataclass(frozen=True, slots=True)
class Monitor:
    """A monitor by the name of its output, with its place and size in the server's pixels."""

    name: str
    left: int
    top: int
    width: int
    height: int


class _Cookie(Structure):
    _fields_ = [("sequence", c_uint)]


class _Info(Structure):
    _fields_ = [
        ("name", ctypes.c_uint32),
        ("primary", ctypes.c_uint8),
        ("automatic", ctypes.c_uint8),
        ("outputs", ctypes.c_uint16),
        ("x", ctypes.c_int16),
        ("y", ctypes.c_int16),
        ("width", ctypes.c_uint16),
        ("height", ctypes.c_uint16),
        ("width_mm", ctypes.c_uint32),
        ("height_mm", ctypes.c_uint32),
    ]


class _Infos(Structure):
    _fields_ = [("data", POINTER(_Info)), ("rem", c_int), ("index", c_int)]


class _Roots(Structure):
    _fields_ = [("data", POINTER(ctypes.c_uint32)), ("rem", c_int), ("index", c_int)]


class Monitors:
    """A connection of its own to the X server, which reports when monitors change.

    `descriptor` becomes readable then; `drain` reads what came. The connection ends with the
    object.
    """

    def __init__(self, xcb: ctypes.CDLL, randr: ctypes.CDLL, connection: int) -> None:
        self._xcb, self._randr, self._connection = xcb, randr, connection
        roots = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection))
        self._root = roots.data[0]  # its number is what the description of a screen begins with
        version = randr.xcb_randr_query_version(connection, 1, 5)
        _free(randr.xcb_randr_query_version_reply(connection, version, None))
        randr.xcb_randr_select_input(connection, self._root, _CHANGES)
        xcb.xcb_flush(connection)
        self.descriptor: int = xcb.xcb_get_file_descriptor(connection)
        weakref.finalize(self, xcb.xcb_disconnect, connection)

    def drain(self) -> bool:
        """Read what the server reported; whether it reported anything."""
        told = False
        while event := self._xcb.xcb_poll_for_event(self._connection):
            told = True
            _free(event)
        return told

    def read(self) -> tuple[Monitor, ...]:
        """The active monitors; empty when the server does not answer."""
        asked = self._randr.xcb_randr_get_monitors(self._connection, self._root, 1)
        reply = self._randr.xcb_randr_get_monitors_reply(self._connection, asked, None)
        if not reply:
            return ()
        found, infos = [], self._randr.xcb_randr_get_monitors_monitors_iterator(reply)
        while infos.rem:
            one = infos.data[0]
            found.append(Monitor(self._name(one.name), one.x, one.y, one.width, one.height))
            self._randr.xcb_randr_monitor_info_next(byref(infos))
        _free(reply)
        return tuple(found)

    def _name(self, atom: int) -> str:
        asked = self._xcb.xcb_get_atom_name(self._connection, atom)
        reply = self._xcb.xcb_get_atom_name_reply(self._connection, asked, None)
        if not reply:
            return ""
        size = self._xcb.xcb_get_atom_name_name_length(reply)
        name = ctypes.string_at(self._xcb.xcb_get_atom_name_name(reply), size)
        _free(reply)
        return name.decode("utf-8", "replace")


def open_monitors() -> Monitors | None:
    """The monitors of the X server that the environment names; None where they cannot be read."""
    try:
        xcb = _typed(ctypes.CDLL("libxcb.so.1"), _XCB)
        randr = _typed(ctypes.CDLL("libxcb-randr.so.0"), _RANDR)
    except (OSError, AttributeError):
        return None
    connection = xcb.xcb_connect(None, None)
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        return None
    return Monitors(xcb, randr, connection)


_XCB: dict[str, tuple[object, list[object]]] = {
    "xcb_connect": (c_void_p, [c_char_p, c_void_p]),
    "xcb_connection_has_error": (c_int, [c_void_p]),
    "xcb_disconnect": (None, [c_void_p]),
    "xcb_get_setup": (c_void_p, [c_void_p]),
    "xcb_setup_roots_iterator": (_Roots, [c_void_p]),
    "xcb_flush": (c_int, [c_void_p]),
    "xcb_get_file_descriptor": (c_int, [c_void_p]),
    "xcb_poll_for_event": (c_void_p, [c_void_p]),
    "xcb_get_atom_name": (_Cookie, [c_void_p, ctypes.c_uint32]),
    "xcb_get_atom_name_reply": (c_void_p, [c_void_p, _Cookie, c_void_p]),
    "xcb_get_atom_name_name": (c_void_p, [c_void_p]),
    "xcb_get_atom_name_name_length": (c_int, [c_void_p]),
}
_RANDR: dict[str, tuple[object, list[object]]] = {
    "xcb_randr_query_version": (_Cookie, [c_void_p, ctypes.c_uint32, ctypes.c_uint32]),
    "xcb_randr_query_version_reply": (c_void_p, [c_void_p, _Cookie, c_void_p]),
    "xcb_randr_select_input": (_Cookie, [c_void_p, ctypes.c_uint32, ctypes.c_uint16]),
    "xcb_randr_get_monitors": (_Cookie, [c_void_p, ctypes.c_uint32, ctypes.c_uint8]),
    "xcb_randr_get_monitors_reply": (c_void_p, [c_void_p, _Cookie, c_void_p]),
    "xcb_randr_get_monitors_monitors_iterator": (_Infos, [c_void_p]),
    "xcb_randr_monitor_info_next": (None, [POINTER(_Infos)]),
}


def _typed(library: ctypes.CDLL, functions: dict[str, tuple[object, list[object]]]) -> ctypes.CDLL:
    """A library whose functions know what they take and give."""
    for name, (gives, takes) in functions.items():
        function = getattr(library, name)
        function.restype, function.argtypes = gives, takes
    return library


def _free(memory: int | None) -> None:
    """Give back what the library allocated; it is the C library's memory."""
    if memory:
        libc = ctypes.CDLL(None)
        libc.free.argtypes = [c_void_p]
        libc.free(memory)
