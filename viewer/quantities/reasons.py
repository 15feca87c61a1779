"""Which words decided how a figure is read: noted while somebody asks for it, else not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from viewer.model import Reason

PREVIOUS = "previous"
"""What is noted where a figure takes its reading from the one before it in a list."""
_NOTED: ContextVar[dict[str, str] | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Iterator[None]:
    """Let `scan` note, within this block, why it reads each figure as it does."""
    token = _NOTED.set({})
    try:
        yield
    finally:
        _NOTED.reset(token)


def note(topic: str, words: str) -> None:
    """Note the words that decide a topic: `bound`, `direction` or `standing`.

    Words that are noted later for the same figure take their place, '' takes them back.
    """
    noted = _NOTED.get()
    if noted is not None:
        noted[topic] = words


def take(*topics: str) -> tuple[Reason, ...]:
    """The topics that were noted since the last call and the words that decided each.

    Of the given topics only; what was noted of others is forgotten.
    """
    noted = _NOTED.get()
    if not noted:
        return ()
    found = tuple((topic, noted[topic].strip()) for topic in topics if noted.get(topic))
    noted.clear()
    return found
