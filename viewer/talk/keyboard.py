"""What a key means just now: the same key moves on, chooses in a list or adds to a number."""

from __future__ import annotations

from viewer.talk.command import Act, Command
from viewer.talk.keys import command_of, normalized_key
from viewer.talk.question import LINE
from viewer.talk.state import Panel, TalkState

_WHILE_HELD = frozenset(
    {Command.PREVIOUS, Command.PREVIOUS_FIGURE, Command.NOTES_UP, Command.NOTES_DOWN}
)


def read(state: TalkState, key: str, repeated: bool = False) -> Act | None:
    """The act that `key` asks for in this state, None when it means nothing.

    A held key (`repeated`) moves back but never on: a clicker that sticks must not run away.
    """
    key = normalized_key(key)
    if state.panel is Panel.CLICKER:
        return _to_clicker_page(state, key, repeated)
    if state.panel in (Panel.GO, Panel.QUESTION):
        act = _to_line(state, key)
        runs_on = repeated and state.panel is Panel.QUESTION and act == Act(Command.NEXT)
        return Act(Command.STAY) if runs_on else act  # held, but not for the line either
    typed = _to_number(state, key)
    if typed is not None:
        return typed
    command = command_of(key)
    if command is None or (repeated and command not in _WHILE_HELD):
        return None
    if state.panel is Panel.OVERVIEW and key in ("Return", "Space"):
        return Act(Command.ACCEPT)
    return Act(command)


def is_for_line(state: TalkState, key: str) -> bool:
    """Whether a line of text that is being typed keeps this key to itself."""
    typed_into = state.panel in (Panel.GO, Panel.QUESTION)
    return typed_into and _to_line(state, normalized_key(key)) is None


def _to_clicker_page(state: TalkState, key: str, repeated: bool) -> Act | None:
    """Every key is named; Esc twice leaves, since clickers send Esc as well."""
    if repeated:
        return None
    if key == "Esc" and state.heard == "Esc":
        return Act(Command.PEEL)
    return Act(Command.HEAR, text=key)


def _to_line(state: TalkState, key: str) -> Act | None:
    if key == "Return":
        return Act(Command.ACCEPT)
    command = command_of(key)
    if command in (Command.PEEL, Command.STAY, Command.QUESTION_FILE):
        return Act(command)
    if state.panel is Panel.GO and key in ("Up", "Down", "PgUp", "PgDown"):
        return Act(command or Command.STAY)
    return _to_questions(state, key) if state.panel is Panel.QUESTION else None


def _to_questions(state: TalkState, key: str) -> Act | None:
    """The arrows choose a question, Space ticks it; a clicker goes on beside the list."""
    if key in ("Up", "Down"):
        return Act(Command.CHOOSE, place=state.chosen + (1 if key == "Down" else -1))
    if key == "Space" and state.chosen != LINE:
        return Act(Command.TICK, place=state.chosen)
    if key == "PgUp":
        return Act(Command.PREVIOUS)
    return Act(Command.NEXT) if key == "PgDown" else None


def _to_number(state: TalkState, key: str) -> Act | None:
    """Digits begin a number anywhere; only after a digit do the point and Enter belong to it."""
    if key.isascii() and key.isdecimal():
        return Act(Command.TYPE, text=key)
    if not state.typed:
        return None
    if key in (".", ",", "%"):
        return Act(Command.TYPE, text=key)
    if key == "Backspace":
        return Act(Command.ERASE)
    return Act(Command.ACCEPT) if key == "Return" else None
