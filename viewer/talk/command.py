"""What a presenter can ask of a talk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from viewer.talk.snapping import Target


class Command(StrEnum):
    """One thing to do; the value ends the key of its words (`talk.key.next`)."""

    NEXT = "next"
    PREVIOUS = "previous"
    NEXT_FIGURE = "next-figure"
    PREVIOUS_FIGURE = "previous-figure"
    NEXT_CHART = "next-chart"
    NEXT_SECTION = "next-section"
    PREVIOUS_SECTION = "previous-section"
    FIRST = "first"
    LAST = "last"
    GO = "go"
    BACK = "back"
    FORWARD = "forward"
    OVERVIEW = "overview"
    BLACK = "black"
    WHITE = "white"
    FREEZE = "freeze"
    POINTER = "pointer"
    SPOTLIGHT = "spotlight"
    ZOOM = "zoom"
    PASSAGE = "passage"
    LIGHTS = "lights"
    MOTION = "motion"
    COMPARE = "compare"
    BIGGER = "bigger"
    SMALLER = "smaller"
    HELP = "help"
    CLICKER = "clicker"
    HIDE = "hide"
    PEN = "pen"
    HIGHLIGHTER = "highlighter"
    UNDO_STROKE = "undo-stroke"
    CLEAR_STROKES = "clear-strokes"
    QUESTION = "question"
    PEEL = "peel"
    STAY = "stay"

    # what the room's machinery does, the state of the talk unchanged
    SWAP = "swap"
    CONSOLE = "console"
    CLOCK = "clock"
    CLOCK_RESET = "clock-reset"
    NOTES_BIGGER = "notes-bigger"
    NOTES_SMALLER = "notes-smaller"
    NOTES_UP = "notes-up"
    NOTES_DOWN = "notes-down"
    WINDOWED = "windowed"
    EVERYWHERE = "everywhere"
    PLAN_LONGER = "plan-longer"
    PLAN_SHORTER = "plan-shorter"
    REPORT = "report"
    QUESTION_FILE = "question-file"

    # what has no key of its own: it comes from typing, the mouse, a list or a timer
    TYPE = "type"
    ERASE = "erase"
    SEARCH = "search"
    ACCEPT = "accept"
    CHOOSE = "choose"
    JUMP = "jump"
    POINT = "point"
    HEAR = "hear"
    DRAW = "draw"
    LIFT = "lift"
    GO_ON = "go-on"


OF_THE_ROOM = frozenset(
    {
        Command.SWAP,
        Command.CONSOLE,
        Command.CLOCK,
        Command.CLOCK_RESET,
        Command.NOTES_BIGGER,
        Command.NOTES_SMALLER,
        Command.NOTES_UP,
        Command.NOTES_DOWN,
        Command.LIGHTS,
        Command.MOTION,
        Command.WINDOWED,
        Command.EVERYWHERE,
        Command.PLAN_LONGER,
        Command.PLAN_SHORTER,
        Command.REPORT,
        Command.QUESTION_FILE,
    }
)
"""Commands that the windows, screens and clock carry out."""


@dataclass(frozen=True, slots=True)
class Act:
    """A command with what it needs: words typed or a key heard, a place or a row, the mouse, what
    a stroke lies on."""

    command: Command
    text: str = ""
    place: int = 0
    mouse: tuple[float, float] = (0.5, 0.5)
    target: Target | None = None
